/** How fast the facts of a scorecard are read and the scorecard is made of them, against plain SQL over the days. */
package org.kpisuite.benchmarks.scorecard;
