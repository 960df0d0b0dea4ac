package org.kpisuite.web.sample;

import java.time.LocalDate;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** What people think of the company: visits to its magazine, answers about its name, studies of its advertising. */
final class Brand {
    private final Trade trade;
    private final Span span;
    private final Figures figures = new Figures(Marketing.UNIT);

    Brand(Trade trade, Span span) {
        this.trade = trade;
        this.span = span;
    }

    Figures figures() {
        span.days().forEach(this::visits);
        span.complete(Granularity.MONTH).forEach(this::survey);
        span.complete(Granularity.QUARTER).forEach(this::study);
        return figures;
    }

    private static double shake(String series, LocalDate day, double spread) {
        return Chance.shake("brand " + series, day, spread);
    }

    /** The magazine and the landing pages are a site of their own; the shop counts its own visits. */
    private void visits(LocalDate day) {
        Period p = Period.day(day);
        long visits = Math.round(Marketing.clicks(trade, day) * 0.9 * shake("visits", day, 0.05));
        figures.count("SESSIONS", p, visits, "WEB");
        figures.count("BOUNCED_SESSIONS", p, Math.round(visits * 0.433 * shake("bounced", day, 0.03)), "WEB");
    }

    /** People who know the name, asked by telephone; the service asks its own customers. */
    private void survey(Period month) {
        LocalDate at = month.start();
        long answers = Math.round(430 * shake("answers", at, 0.05));
        long promoters = Math.round(answers * 0.412 * Season.growth(at, 0.02) * shake("promoters", at, 0.03));
        long detractors = Math.round(answers * 0.188 * shake("detractors", at, 0.05));
        figures.count("NPS_PROM", month, promoters, "SURVEY");
        figures.count("NPS_DETR", month, detractors, "SURVEY");
        figures.count("NPS_PASS", month, Math.max(0, answers - promoters - detractors), "SURVEY");
    }

    /** One Brand Lift study a quarter: those who saw the advertising beside those who did not. */
    private void study(Period quarter) {
        LocalDate at = quarter.start();
        long exposed = Math.round(1_150 * shake("exposed", at, 0.04));
        long control = Math.round(1_100 * shake("control", at, 0.04));
        figures.count("BL_EXP_N", quarter, exposed, "SURVEY");
        figures.count("BL_EXP_POS", quarter, Math.round(exposed * 0.424 * shake("lift", at, 0.015)), "SURVEY");
        figures.count("BL_CTL_N", quarter, control, "SURVEY");
        figures.count("BL_CTL_POS", quarter, Math.round(control * 0.352 * shake("base", at, 0.01)), "SURVEY");
    }
}
