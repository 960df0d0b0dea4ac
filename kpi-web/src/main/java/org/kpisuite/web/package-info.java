/** The application as people and scripts see it: the API below {@code /api}, the pages, and who may enter. */
package org.kpisuite.web;
