/**
 * Who is awaited for what: the list that everybody finds for themselves, and that reminders are made of.
 *
 * <p>Entry: {@link org.kpisuite.ejb.inbox.Inbox}.
 */
package org.kpisuite.ejb.inbox;
