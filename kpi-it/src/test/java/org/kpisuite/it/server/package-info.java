/** The EAR on a full Jakarta EE server. */
package org.kpisuite.it.server;
