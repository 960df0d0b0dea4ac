/**
 * What the words of the field mean, one package for each concept: values, catalogue, calendar, plan, scorecard.
 *
 * <p>Nothing here asks what time it is, reads a file or knows a server. What is stored carries annotations of Jakarta
 * Persistence and nothing else of Jakarta.
 */
package org.kpisuite.domain;
