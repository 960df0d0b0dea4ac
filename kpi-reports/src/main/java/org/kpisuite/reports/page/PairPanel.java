package org.kpisuite.reports.page;

import net.sf.jasperreports.renderers.Renderable;

/**
 * A pair of indicators across its periods.
 *
 * @param title both names and the lag
 * @param chartWords what the drawing shows, for readers who hear the page
 * @param signal its word, beside the sign
 * @param text what the signal says, broken into lines
 * @param verdict what the analysis says, broken into lines
 */
public record PairPanel(
        String title,
        Renderable chart,
        String chartWords,
        Renderable sign,
        String signWords,
        String signal,
        String text,
        String verdict) {}
