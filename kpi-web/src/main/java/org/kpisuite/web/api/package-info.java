/** The API as a whole: where it begins, and whether it is alive. Each concept has its resources in its own package. */
package org.kpisuite.web.api;
