/** The rules of docs/architecture.md that a machine can watch. How each was proved: docs/guards.md. */
package org.kpisuite.it.architecture;
