/** Zip files whose bytes depend on their content alone. */
@org.jspecify.annotations.NullMarked
package org.kpisuite.reports.archive;
