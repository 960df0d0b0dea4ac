/**
 * Tests on what is shipped. Those that act from outside share one running suite ({@link
 * org.kpisuite.it.suite.RunningSuite}), those that look inside share one deployment ({@link
 * org.kpisuite.it.inside.Inside}).
 */
package org.kpisuite.it;
