/** Pages, as a person sees them in a browser. */
package org.kpisuite.it.browser;
