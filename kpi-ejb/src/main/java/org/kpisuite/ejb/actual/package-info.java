/**
 * Facts in the database: how files get in ({@link org.kpisuite.ejb.actual.Imports}), and how scorecards and people read
 * them ({@link org.kpisuite.ejb.actual.FactReader}).
 *
 * <p>JDBC, not entities: a file is streamed into staging, compared with what is stored, and only what is new or changed
 * is written, with its revision and the monthly totals it touches, in one transaction.
 */
package org.kpisuite.ejb.actual;
