package org.kpisuite.web.sample;

import java.time.LocalDate;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** Figures of the sales department: deals with companies from the first call to the delivery. */
final class Sales {
    static final String UNIT = "SALES";

    private static final int OPEN_WEEKS = 5;

    private final Trade trade;
    private final Span span;
    private final Figures figures = new Figures(UNIT);

    Sales(Trade trade, Span span) {
        this.trade = trade;
        this.span = span;
    }

    Figures figures() {
        for (LocalDate day : span.days()) {
            leads(day);
            delivered(day);
            tasks(day);
        }
        for (Period week : span.complete(Granularity.WEEK)) {
            long open = 0;
            for (int i = 0; i < OPEN_WEEKS; i++) {
                open += Span.sum(week.plus(-i), this::pipelineKopecks);
            }
            figures.money("PIPELINE_OPEN", week, Math.round(open * 0.62), "CRM");
        }
        for (Period month : span.complete(Granularity.MONTH)) {
            market(month);
        }
        return figures;
    }

    private static double shake(String series, LocalDate day, double spread) {
        return Chance.shake("sales " + series, day, spread);
    }

    private long qualified(LocalDate day) {
        return Math.round(trade.outboundLeads(day) * 0.56 * shake("qualified", day, 0.06));
    }

    /** Potential of all qualified leads of the company, kopecks. */
    private long pipelineKopecks(LocalDate day) {
        double deals = qualified(day) + trade.inboundLeads(day) * 0.41;
        return Math.round(deals * 86_400_00.0 * Season.growth(day, 0.05) * shake("pipeline", day, 0.07));
    }

    private void leads(LocalDate day) {
        Period p = Period.day(day);
        long leads = trade.outboundLeads(day);
        figures.count("LEADS", p, leads, "CRM");
        figures.count("QUAL_LEADS", p, qualified(day), "CRM");
        if (!day.isAfter(span.lastDay().minusDays(Marketing.MATURITY_DAYS))) {
            figures.count("DEALS_WON_COHORT", p, Math.round(leads * 0.312 * shake("won", day, 0.08)), "CRM");
        }
        figures.money("PIPELINE_NEW", p, pipelineKopecks(day), "CRM");
    }

    private void delivered(LocalDate day) {
        Period p = Period.day(day);
        long orders = trade.dealOrders(day);
        long revenue = trade.dealRevenue(day);
        long fixed = Math.round(142_000_00.0 * Season.growth(day, 0.07) * shake("opex", day, 0.03));
        figures.count("ORDERS", p, orders, "FINANCE");
        figures.money("REVENUE", p, revenue, "FINANCE");
        figures.count("UNITS_SOLD", p, Math.round(orders * 6.3 * shake("units", day, 0.05)), "FINANCE");
        figures.money("COGS", p, Math.round(revenue * 0.634 * shake("cogs", day, 0.012)), "FINANCE");
        figures.money("OPEX", p, fixed + Math.round(revenue * 0.041), "FINANCE");
        long force = Math.round(96_500_00.0 * Season.growth(day, 0.07) * shake("force", day, 0.015));
        figures.money("SALES_COST", p, force + Math.round(revenue * 0.014), "FINANCE");
    }

    private void tasks(LocalDate day) {
        Period p = Period.day(day);
        long due =
                Math.round(58 * Season.growth(day, 0.08) * Season.week(day, Season.OFFICE) * shake("due", day, 0.05));
        long done = Math.min(due, Math.round(due * 0.914 * shake("done", day, 0.03)));
        figures.count("TASKS_DUE", p, due, "CRM");
        figures.count("TASKS_DONE", p, done, "CRM");
        figures.hours("TASKS_CYCLE_H", p, done * 7.4 * shake("cycle", day, 0.06), "CRM");
    }

    /** The branch office of statistics knows the market by the month. */
    private void market(Period month) {
        long own = Span.sum(month, d -> trade.dealRevenue(d) + trade.shopRevenue(d));
        double share = 0.118 * Season.growth(month.start(), 0.02) * shake("share", month.start(), 0.02);
        figures.money("OWN_SALES", month, own, "FINANCE");
        figures.money("MARKET_SALES", month, Math.round(own / share), "MANUAL");
    }
}
