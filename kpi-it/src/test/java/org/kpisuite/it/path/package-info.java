/** The whole way of a number through what is shipped, over HTTP: units, people, imports, plans, scorecards, access. */
package org.kpisuite.it.path;
