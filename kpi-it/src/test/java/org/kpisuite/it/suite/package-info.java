/** The shipped jar as a running process, with a database and a mail server beside it. */
package org.kpisuite.it.suite;
