package org.kpisuite.web.sample;

import java.time.LocalDate;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** Figures of the marketing department: advertising, leads from it, what they cost and what they brought. */
final class Marketing {
    static final String UNIT = "MARKETING";

    /** A cohort of leads is delivered once it is that old: by then its deals are decided. */
    static final int MATURITY_DAYS = 14;

    /** After so many days a gate takes the deals of a cohort for decided. */
    static final int GATE_MATURITY_DAYS = 60;

    private static final String PAID = "paid";
    private static final String[] CHANNELS = {"organic", "social", "email"};
    private static final double[] CHANNEL_SHARES = {0.27, 0.15, 0.10};

    /** What becomes of leads that ask of their own accord; paid ones win the rest, which is less. */
    private static final double[] CHANNEL_WON = {0.26, 0.235, 0.27};

    private final Trade trade;
    private final Span span;
    private final Figures figures = new Figures(UNIT);

    Marketing(Trade trade, Span span) {
        this.trade = trade;
        this.span = span;
    }

    Figures figures() {
        for (LocalDate day : span.days()) {
            advertising(day);
            leads(day);
            attributed(day);
            attention(day);
        }
        followers();
        return figures;
    }

    private static double shake(String series, LocalDate day, double spread) {
        return Chance.shake(series, day, spread);
    }

    /** Clicks follow leads: what brings the ones brings the others. */
    private long clicks(LocalDate day) {
        return clicks(trade, day);
    }

    static long clicks(Trade trade, LocalDate day) {
        return Math.round(trade.inboundLeads(day) * 51 * shake("clicks", day, 0.05));
    }

    /** Customers by their first purchase. */
    static long firstCustomers(Trade trade, LocalDate day) {
        return Math.round(trade.inboundLeads(day.minusDays(MATURITY_DAYS)) * 0.17
                + trade.shopOrders(day) * 0.24 * shake("first", day, 0.05));
    }

    private long spendKopecks(LocalDate day) {
        return Math.round(clicks(day) * 29_40.0 * Season.growth(day, 0.04) * shake("cpc", day, 0.03));
    }

    private void advertising(LocalDate day) {
        Period p = Period.day(day);
        long clicks = clicks(day);
        long spend = spendKopecks(day);
        long payroll = Math.round(71_500_00.0 * Season.growth(day, 0.06) * shake("agency", day, 0.02));
        long projects = Math.round(15_200_00.0 * Season.growth(day, 0.05) * shake("projects", day, 0.05));
        double rate = 0.0158 * Season.year(day, 0.04, 300) * shake("ctr", day, 0.03);
        figures.count("IMPRESSIONS", p, Math.round(clicks / rate), "ADS");
        figures.count("CLICKS", p, clicks, "ADS");
        figures.money("AD_SPEND", p, spend, "ADS");
        figures.money("MKT_COST", p, spend + payroll, "FINANCE");
        figures.money("INVEST_TOTAL", p, spend + payroll + projects, "FINANCE");
    }

    private void leads(LocalDate day) {
        Period p = Period.day(day);
        long leads = trade.inboundLeads(day);
        figures.count("LEADS", p, leads, "CRM");
        figures.count("QUAL_LEADS", p, Math.round(leads * 0.412 * shake("qualified", day, 0.05)), "CRM");
        long won = Math.round(leads * 0.218 * shake("won", day, 0.08));
        deals("", day, leads, won);
        byChannel(day, leads, won);
        long landed = Math.round(clicks(day) * 0.56 * shake("landing", day, 0.03));
        long converted = Math.round(leads * 0.61 * shake("form", day, 0.05));
        figures.count("LP_SESSIONS", p, landed, "WEB");
        figures.count("LP_CONVERSIONS", p, converted, "WEB");
        figures.count("ACTIONS", p, Math.round(converted * 1.9 * shake("actions", day, 0.04)), "WEB");
    }

    private void byChannel(LocalDate day, long leads, long won) {
        Period p = Period.day(day);
        long leadsLeft = leads;
        long wonLeft = won;
        for (int i = 0; i < CHANNELS.length; i++) {
            String channel = CHANNELS[i];
            long part = Math.min(leadsLeft, Math.round(leads * CHANNEL_SHARES[i] * shake(channel, day, 0.15)));
            long partWon = Math.min(
                    Math.min(part, wonLeft), Math.round(part * CHANNEL_WON[i] * shake("won " + channel, day, 0.1)));
            figures.count("LEADS", channel, p, part, "CRM");
            deals(channel, day, part, partWon);
            leadsLeft -= part;
            wonLeft -= partWon;
        }
        figures.count("LEADS", PAID, p, leadsLeft, "CRM");
        deals(PAID, day, leadsLeft, Math.min(leadsLeft, wonLeft));
    }

    /** Deals won of the leads of a day, once they are decided, and what of them is mature for a gate. */
    private void deals(String channel, LocalDate day, long leads, long won) {
        Period p = Period.day(day);
        if (!day.isAfter(span.lastDay().minusDays(MATURITY_DAYS))) {
            figures.count("DEALS_WON_COHORT", channel, p, won, "CRM");
        }
        if (!day.isAfter(span.lastDay().minusDays(GATE_MATURITY_DAYS))) {
            figures.count("LEADS_MATURE", channel, p, leads, "CRM");
            figures.count("DEALS_WON_MATURE", channel, p, won, "CRM");
        }
    }

    private void attributed(LocalDate day) {
        Period p = Period.day(day);
        long first = firstCustomers(trade, day);
        long revenue = Math.round(
                (trade.dealRevenue(day) * 0.34 + trade.shopRevenue(day) * 0.45) * shake("attribution", day, 0.03));
        figures.count("NEW_CUSTOMERS", p, first, "CRM");
        figures.count("NEW_CUSTOMERS_PAID", p, Math.round(first * 0.46), "CRM");
        figures.money("REV_ATTR", p, revenue, "E2E");
        figures.money("GP_ATTR", p, Math.round(revenue * 0.412 * shake("gross profit", day, 0.02)), "E2E");
    }

    private void attention(LocalDate day) {
        Period p = Period.day(day);
        double brand = 1_720 * Season.growth(day, 0.16) * Season.week(day, Season.SHOP) * shake("brand", day, 0.05);
        figures.count("BRAND_SESSIONS", p, Math.round(brand), "WEB");
        long posts = day.getDayOfWeek().getValue() > 5 ? 1 : 2;
        figures.count("POSTS", p, posts, "SOCIAL");
        double echo = 410 * posts * Season.growth(day, 0.08) * shake("echo", day, 0.25);
        figures.count("INTERACTIONS", p, Math.round(echo), "SOCIAL");
    }

    private void followers() {
        for (Period week : span.complete(Granularity.WEEK)) {
            double followers = 41_800 * Season.growth(week.start(), 0.14) * shake("followers", week.start(), 0.002);
            figures.count("FOLLOWERS", week, Math.round(followers), "SOCIAL");
        }
        for (Granularity length : new Granularity[] {Granularity.MONTH, Granularity.QUARTER}) {
            double times = length == Granularity.MONTH ? 1 : 1.6;
            for (Period p : span.complete(length)) {
                double reach = 1_240_000 * times * Season.growth(p.start(), 0.07) * shake("reach", p.start(), 0.03);
                figures.count("REACH", p, Math.round(reach), "ADS");
            }
        }
    }
}
