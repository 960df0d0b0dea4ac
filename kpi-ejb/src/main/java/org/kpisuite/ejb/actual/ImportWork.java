package org.kpisuite.ejb.actual;

/**
 * A registered import: what is to be done with which bytes.
 *
 * @param sha256 of the bytes as received
 * @param background whether nobody waits for it
 */
record ImportWork(long id, ImportOrder order, String sha256, long bytes, boolean background) {}
