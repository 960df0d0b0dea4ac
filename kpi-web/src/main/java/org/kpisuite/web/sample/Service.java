package org.kpisuite.web.sample;

import java.time.LocalDate;
import org.kpisuite.domain.calendar.Period;

/** Figures of customer service: requests, answers to surveys, customers who stay. */
final class Service {
    static final String UNIT = "SERVICE";

    private final Span span;
    private final Figures figures = new Figures(UNIT);

    Service(Span span) {
        this.span = span;
    }

    Figures figures() {
        for (LocalDate day : span.days()) {
            requests(day);
            answers(day);
        }
        new CustomerBase("service", 18_600, figures, span).count(0.949, 0.061, 0.856);
        return figures;
    }

    private static double shake(String series, LocalDate day, double spread) {
        return Chance.shake("service " + series, day, spread);
    }

    private void requests(LocalDate day) {
        Period p = Period.day(day);
        double load = Season.growth(day, 0.07) * Season.december(day, 0.25) * Season.week(day, Season.SHOP);
        long due = Math.round(136 * load * shake("due", day, 0.06));
        long done = Math.min(due, Math.round(due * 0.932 * shake("done", day, 0.025)));
        figures.count("TASKS_DUE", p, due, "CRM");
        figures.count("TASKS_DONE", p, done, "CRM");
        figures.hours("TASKS_CYCLE_H", p, done * 5.2 * shake("cycle", day, 0.07), "CRM");
        long visits = Math.round(640 * load * shake("visits", day, 0.06));
        figures.count("SESSIONS", p, visits, "WEB");
        figures.count("BOUNCED_SESSIONS", p, Math.round(visits * 0.284 * shake("bounced", day, 0.04)), "WEB");
    }

    private void answers(LocalDate day) {
        Period p = Period.day(day);
        long answers = Math.round(34 * Season.growth(day, 0.06) * shake("answers", day, 0.12));
        long promoters = Math.round(answers * 0.523 * Season.growth(day, 0.012) * shake("promoters", day, 0.07));
        long detractors = Math.round(answers * 0.171 * shake("detractors", day, 0.12));
        figures.count("NPS_PROM", p, promoters, "SURVEY");
        figures.count("NPS_DETR", p, detractors, "SURVEY");
        figures.count("NPS_PASS", p, Math.max(0, answers - promoters - detractors), "SURVEY");
        long ratings = Math.round(47 * Season.growth(day, 0.07) * shake("ratings", day, 0.1));
        double mean = Math.min(4.95, 4.38 * shake("rating", day, 0.012));
        figures.count("RATING_N", p, ratings, "SURVEY");
        figures.count("RATING_SUM", p, Math.round(ratings * mean), "SURVEY");
    }
}
