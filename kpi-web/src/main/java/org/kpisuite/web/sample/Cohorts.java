package org.kpisuite.web.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** What becomes of the visitors and customers that marketing brought: the funnel, the deals it opens, what they earn. */
final class Cohorts {
    /** From a visit of the landing page to a paid order, nine stages: what share of each stage reaches the next. */
    private static final double[] STEPS = {0.38, 0.22, 0.26, 0.93, 0.62, 0.81, 0.62, 0.94};

    private static final int LIFE_MONTHS = 12;
    private static final double FIRST_PURCHASE = 0.62;
    private static final double GROSS_PROFIT = 0.412;

    private final Trade trade;
    private final Span span;
    private final Figures figures = new Figures(Marketing.UNIT);

    Cohorts(Trade trade, Span span) {
        this.trade = trade;
        this.span = span;
    }

    Figures figures() {
        for (LocalDate day : span.days()) {
            funnel(day);
            consultants(day);
        }
        span.complete(Granularity.MONTH).forEach(this::lifetime);
        return figures;
    }

    private static double shake(String series, LocalDate day, double spread) {
        return Chance.shake("cohort " + series, day, spread);
    }

    private void funnel(LocalDate day) {
        if (day.isAfter(span.lastDay().minusDays(Marketing.MATURITY_DAYS))) {
            return;
        }
        long reached = Math.round(Marketing.clicks(trade, day) * 0.56 * shake("landing", day, 0.03));
        for (int stage = 1; stage <= STEPS.length + 1; stage++) {
            figures.count("FUNNEL_" + stage, Period.day(day), reached, "CRM");
            if (stage <= STEPS.length) {
                long next = Math.round(reached * STEPS[stage - 1] * shake("step " + stage, day, 0.03));
                reached = Math.min(reached, next);
            }
        }
    }

    /** Consultants of the showroom, who belong to marketing, open deals of their own beside those of corporate sales. */
    private void consultants(LocalDate day) {
        Period p = Period.day(day);
        double deals = trade.inboundLeads(day) * 0.19 * shake("deals", day, 0.06);
        figures.money("PIPELINE_NEW", p, Math.round(deals * 38_200_00.0 * Season.growth(day, 0.05)), "CRM");
        double pay = 24_300_00.0 * Season.growth(day, 0.06) * shake("pay", day, 0.02);
        figures.money("SALES_COST", p, Math.round(pay), "FINANCE");
    }

    /** Customers by the month of their first purchase, and what they have brought so far, at most over a year. */
    private void lifetime(Period month) {
        LocalDate at = month.start();
        long customers = Span.sum(month, d -> Marketing.firstCustomers(trade, d));
        double months = ChronoUnit.DAYS.between(month.endInclusive(), span.lastDay()) / 30.4;
        double lived = FIRST_PURCHASE + (1 - FIRST_PURCHASE) * Math.min(1, months / LIFE_MONTHS);
        double year = 17_900_00.0 * Season.growth(at, 0.03) * shake("profit", at, 0.02);
        long profit = Math.round(customers * year * lived);
        figures.count("COHORT_CUST", month, customers, "CRM");
        figures.money("COHORT_GP", month, profit, "FINANCE");
        figures.money("COHORT_REV", month, Math.round(profit / GROSS_PROFIT), "FINANCE");
    }
}
