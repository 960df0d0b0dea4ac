/** Inside the container: beans, transactions and roles as the server really applies them. */
package org.kpisuite.it.inside;
