/** How the suite starts by {@code java -jar}: {@link org.kpisuite.launcher.KpiSuite} reads the environment and boots Payara Micro. */
package org.kpisuite.launcher;
