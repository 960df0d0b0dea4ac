/**
 * Vector drawings of scorecards: they know scales and notation, and nothing of KPIs.
 *
 * <p>Every drawing is a value; equal values draw equal lines. Coordinates are points (1/72 inch), x to the right, y
 * down. Actual is solid, plan outlined, prior year light, forecast hatched; good and bad are colours that the caller
 * chooses. Entry: {@link org.kpisuite.reports.chart.Drawing}.
 */
package org.kpisuite.reports.chart;
