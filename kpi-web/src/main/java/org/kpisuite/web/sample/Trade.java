package org.kpisuite.web.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What drives the whole company: interest brings leads, and six weeks after the leads the goods are delivered and paid.
 *
 * <p>Interest changes by the week, at random. Revenue of a week follows the interest of the fifth to seventh week
 * before it, mostly of the sixth, and has noise of its own: that is the lead of LEADS over REVENUE which an analysis
 * has to find. In its last weeks the shop converts worse and worse, which is why it misses its plan.
 */
final class Trade {
    /** Weeks from a lead to the delivery. */
    static final int LEAD_WEEKS = 6;

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2018, 1, 1);
    private static final double MEMORY = 0.3;
    private static final int MEMORY_WEEKS = 12;
    private static final int SLIDE_DAYS = 140;
    private static final double SLIDE_MAX = 0.13;

    private final LocalDate lastDay;

    Trade(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    private static long week(LocalDate day) {
        return Math.floorDiv(ChronoUnit.DAYS.between(FIRST_MONDAY, day), 7L);
    }

    private static double interest(long week) {
        double sum = 0;
        double weight = 1;
        for (int i = 0; i < MEMORY_WEEKS; i++) {
            sum += weight * Chance.normal("interest", week - i);
            weight *= MEMORY;
        }
        return 0.13 * sum;
    }

    /** What the interest of some weeks ago brings now. */
    private static double harvest(long week) {
        long from = week - LEAD_WEEKS;
        return StrictMath.exp(0.9 * (0.12 * interest(from + 1) + 0.76 * interest(from) + 0.12 * interest(from - 1)));
    }

    /** Leads from the site, advertising, social networks and e-mail. */
    long inboundLeads(LocalDate day) {
        return Math.round(leads(day, 74, Season.INTEREST, "inbound"));
    }

    /** Leads that the sales force finds itself. */
    long outboundLeads(LocalDate day) {
        return Math.round(leads(day, 15, Season.OFFICE, "outbound"));
    }

    private static double leads(LocalDate day, double base, double[] profile, String series) {
        return base
                * Season.growth(day, 0.11)
                * Season.year(day, 0.07, 290)
                * Season.week(day, profile)
                * Season.holiday(day, 0.75)
                * StrictMath.exp(interest(week(day)))
                * Chance.factor(series, day.toEpochDay(), 0.06);
    }

    /** Orders of companies, delivered and paid on that day. */
    long dealOrders(LocalDate day) {
        return Math.round(16
                * Season.growth(day, 0.10)
                * Season.december(day, 0.12)
                * Season.week(day, Season.OFFICE)
                * Season.holiday(day, 0.65)
                * delivered(day, "deals"));
    }

    /** Revenue of these orders, kopecks. */
    long dealRevenue(LocalDate day) {
        double order = 91_800_00.0 * Season.growth(day, 0.05) * Chance.factor("deal", day.toEpochDay(), 0.04);
        return Math.round(dealOrders(day) * order);
    }

    long shopSessions(LocalDate day) {
        return Math.round(9_400
                * Season.growth(day, 0.13)
                * Season.year(day, 0.05, 330)
                * Season.december(day, 0.22)
                * Season.week(day, Season.SHOP)
                * Season.holiday(day, 0.9)
                * Chance.factor("visits of the week", week(day), 0.04)
                * Chance.factor("visits", day.toEpochDay(), 0.05));
    }

    /** Orders of the shop, delivered and paid on that day. */
    long shopOrders(LocalDate day) {
        return Math.round(112
                * Season.growth(day, 0.09)
                * Season.december(day, 0.30)
                * Season.week(day, Season.SHOP)
                * Season.holiday(day, 0.85)
                * (1 - slide(day))
                * delivered(day, "shop"));
    }

    /** Revenue of these orders, kopecks. */
    long shopRevenue(LocalDate day) {
        double order = 7_430_00.0
                * Season.growth(day, 0.045)
                * (1 - slide(day) / 3)
                * Chance.factor("basket", day.toEpochDay(), 0.03);
        return Math.round(shopOrders(day) * order);
    }

    private static double delivered(LocalDate day, String series) {
        return harvest(week(day))
                * Chance.factor(series + " of the week", week(day), 0.055)
                * Chance.factor(series, day.toEpochDay(), 0.05);
    }

    /** How much of its conversion the shop has lost, from 0 to {@link #SLIDE_MAX}. */
    double slide(LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, lastDay);
        return SLIDE_MAX * Math.max(0, Math.min(1, 1 - left / (double) SLIDE_DAYS));
    }
}
