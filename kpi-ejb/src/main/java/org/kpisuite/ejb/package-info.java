/**
 * The use cases: a boundary method loads, makes one domain call and stores. Transactions, roles, storage, schedules and
 * mail live here, decisions do not.
 */
package org.kpisuite.ejb;
