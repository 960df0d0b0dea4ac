/** What printed and sent scorecards cost, each beside the plainest way to make the same. */
package org.kpisuite.benchmarks.report;
