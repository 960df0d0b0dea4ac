/**
 * The database: which one it is ({@link org.kpisuite.ejb.storage.SuiteDataSource}), and that its tables are those this
 * release expects ({@link org.kpisuite.ejb.storage.Migrations}). Two are known, H2 in a file and PostgreSQL; both get
 * the same SQL.
 */
package org.kpisuite.ejb.storage;
