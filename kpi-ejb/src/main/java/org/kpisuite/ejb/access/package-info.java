/**
 * Who is asking, and what they may do: sign-in, tokens, invitations, people and their grants.
 *
 * <p>Entry: {@link org.kpisuite.ejb.access.Caller}.
 */
package org.kpisuite.ejb.access;
