/** Who owes which data: what came is read from storage, what is due is decided by the domain. */
package org.kpisuite.ejb.feed;
