/** How Arquillian starts Payara Micro: once for all test classes of a run. */
package org.kpisuite.it.inside.container;
