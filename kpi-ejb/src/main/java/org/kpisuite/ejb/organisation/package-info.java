/** The units of the company: kept by administrators, seen by those who have a role in them. */
package org.kpisuite.ejb.organisation;
