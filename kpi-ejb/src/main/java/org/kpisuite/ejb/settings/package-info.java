/**
 * What an installation is told from outside: zone, language, currency, folders, addresses; and what time it is.
 *
 * <p>Entry: {@link org.kpisuite.ejb.settings.Settings}.
 */
package org.kpisuite.ejb.settings;
