/** How fast files of facts get into the database, against the same by hand. */
package org.kpisuite.benchmarks.intake;
