/**
 * Who may do what, where and until when: people, roles granted by unit, tokens, invitations.
 *
 * <p>A grant covers its unit and all below it. Secrets are stored hashed. Entry:
 * {@link org.kpisuite.domain.access.Person}.
 */
package org.kpisuite.domain.access;
