/** How often the test of a pair is wrong and how often right, on series of which the truth is known, and what it costs. */
package org.kpisuite.benchmarks.leadlag;
