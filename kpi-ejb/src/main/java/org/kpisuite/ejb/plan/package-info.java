/** Plans: written, submitted, checked and approved, each step in its role and its transaction. */
package org.kpisuite.ejb.plan;
