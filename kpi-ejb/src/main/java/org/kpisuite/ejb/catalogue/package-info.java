/** Measures and indicators for all who have a role. */
package org.kpisuite.ejb.catalogue;
