package org.kpisuite.web.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** What marketing learns once a month: how far a cohort comes, what its customers bring, what advertising lifts. */
final class Studies {
    /** Shares of the stage before: visit, product, basket or form, talk, offer, answer, contract, payment, second order. */
    private static final double[] STAGES = {0.46, 0.38, 0.55, 0.72, 0.66, 0.81, 0.93, 0.31};

    private static final double GROSS_PROFIT_KOPECKS = 51_300_00.0;
    private static final double GROSS_MARGIN = 0.412;

    private final Span span;
    private final Figures figures;

    Studies(Span span, Figures figures) {
        this.span = span;
        this.figures = figures;
    }

    void deliver() {
        for (Period month : span.complete(Granularity.MONTH)) {
            funnel(month);
            cohort(month);
            brandLift(month);
        }
    }

    private static double shake(String series, LocalDate day, double spread) {
        return Chance.shake("studies " + series, day, spread);
    }

    private void funnel(Period month) {
        LocalDate start = month.start();
        long reached = Math.round(61_000 * Season.growth(start, 0.09) * shake("visits", start, 0.04));
        figures.count("FUNNEL_1", month, reached, "E2E");
        for (int i = 0; i < STAGES.length; i++) {
            String stage = "FUNNEL_" + (i + 2);
            reached = Math.min(reached, Math.round(reached * STAGES[i] * shake(stage, start, 0.03)));
            figures.count(stage, month, reached, "E2E");
        }
    }

    /** Most of the profit comes with the first purchase, the rest over the year that follows. */
    private void cohort(Period month) {
        LocalDate start = month.start();
        long customers = Math.round(960 * Season.growth(start, 0.08) * shake("customers", start, 0.05));
        long age = Math.min(12, ChronoUnit.MONTHS.between(start, span.lastDay()));
        double share = 1 - 0.4 * StrictMath.exp(-age / 4.0);
        double profit = customers * GROSS_PROFIT_KOPECKS * share * Season.growth(start, 0.03);
        long kopecks = Math.round(profit * shake("profit", start, 0.02));
        figures.count("COHORT_CUST", month, customers, "CRM");
        figures.money("COHORT_GP", month, kopecks, "E2E");
        figures.money("COHORT_REV", month, Math.round(kopecks / GROSS_MARGIN), "E2E");
    }

    private void brandLift(Period month) {
        LocalDate start = month.start();
        double control = 0.35 * shake("control", start, 0.03);
        double exposed = control + 0.06 * shake("lift", start, 0.2);
        figures.count("BL_CTL_N", month, 500, "SURVEY");
        figures.count("BL_CTL_POS", month, Math.round(500 * control), "SURVEY");
        figures.count("BL_EXP_N", month, 500, "SURVEY");
        figures.count("BL_EXP_POS", month, Math.round(500 * exposed), "SURVEY");
    }
}
