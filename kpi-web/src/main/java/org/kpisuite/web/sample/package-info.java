/**
 * A company that does not exist, and a client that loads it over the API and runs the main job: {@code ./kpi demo}.
 *
 * <p>Its figures are invented from a fixed seed, so that an equal last Sunday gives equal bytes; chance and seasons are
 * drawn in {@code double}, since they are inventions and not business numbers. Entries:
 * {@link org.kpisuite.web.sample.SampleCompany}, {@link org.kpisuite.web.sample.Demo}.
 */
package org.kpisuite.web.sample;
