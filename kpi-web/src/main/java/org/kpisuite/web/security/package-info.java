/**
 * Who is let in: form sign-in for pages, bearer tokens for the API, nobody else.
 *
 * <p>Entry: {@link org.kpisuite.web.security.SuiteAuthentication}.
 */
package org.kpisuite.web.security;
