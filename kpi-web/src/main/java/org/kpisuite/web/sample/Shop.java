package org.kpisuite.web.sample;

import java.time.LocalDate;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** Figures of the online shop: visits, letters, orders, buyers. */
final class Shop {
    static final String UNIT = "ONLINE";

    private static final String[] CHANNELS = {"organic", "paid", "email", "social"};
    private static final double[] CHANNEL_SHARES = {0.31, 0.27, 0.14, 0.06};

    private final Trade trade;
    private final Span span;
    private final Figures figures = new Figures(UNIT);

    Shop(Trade trade, Span span) {
        this.trade = trade;
        this.span = span;
    }

    Figures figures() {
        for (LocalDate day : span.days()) {
            visits(day);
            letters(day);
            orders(day);
        }
        // Accounts of the shop; the customers of the service are those with a contract for it.
        new CustomerBase("shop accounts", 41_300, figures, span).count(0.957, 0.052, 0.878);
        distinct(Granularity.WEEK, 0.78, 0.95, 0.04);
        distinct(Granularity.MONTH, 0.60, 0.88, 0.12);
        distinct(Granularity.QUARTER, 0.47, 0.77, 0.23);
        return figures;
    }

    private static double shake(String series, LocalDate day, double spread) {
        return Chance.shake("shop " + series, day, spread);
    }

    private void visits(LocalDate day) {
        Period p = Period.day(day);
        long sessions = trade.shopSessions(day);
        double bounced = (0.372 + trade.slide(day) * 0.6) * shake("bounced", day, 0.03);
        figures.count("SESSIONS", p, sessions, "WEB");
        figures.count("BOUNCED_SESSIONS", p, Math.round(sessions * bounced), "WEB");
    }

    private void letters(LocalDate day) {
        Period p = Period.day(day);
        long delivered =
                Math.round(8_900 * Season.growth(day, 0.12) * Season.week(day, Season.SHOP) * shake("mail", day, 0.08));
        long clickers = Math.round(delivered * 0.0264 * (1 - trade.slide(day)) * shake("clickers", day, 0.05));
        figures.count("EMAIL_DELIVERED", p, delivered, "EMAIL");
        figures.count("EMAIL_OPENS", p, Math.min(delivered, Math.round(clickers * 6.4)), "EMAIL");
        figures.count("EMAIL_UCLICKS", p, clickers, "EMAIL");
        figures.count("EMAIL_CLICKS", p, Math.round(clickers * 1.37), "EMAIL");
    }

    private void orders(LocalDate day) {
        Period p = Period.day(day);
        long orders = trade.shopOrders(day);
        long revenue = trade.shopRevenue(day);
        long fixed = Math.round(88_000_00.0 * Season.growth(day, 0.06) * shake("opex", day, 0.03));
        figures.count("ORDERS", p, orders, "SHOP");
        figures.money("REVENUE", p, revenue, "SHOP");
        long rest = revenue;
        for (int i = 0; i < CHANNELS.length; i++) {
            long part = Math.round(revenue * CHANNEL_SHARES[i] * shake("revenue " + CHANNELS[i], day, 0.06));
            figures.money("REVENUE", CHANNELS[i], p, part, "SHOP");
            rest -= part;
        }
        figures.money("REVENUE", "direct", p, rest, "SHOP");
        long ratings = Math.round(29 * Season.growth(day, 0.08) * shake("ratings", day, 0.1));
        figures.count("RATING_N", p, ratings, "SHOP");
        figures.count("RATING_SUM", p, Math.round(ratings * Math.min(4.95, 4.51 * shake("stars", day, 0.01))), "SHOP");
        figures.count("UNITS_SOLD", p, Math.round(orders * 2.2 * shake("units", day, 0.04)), "SHOP");
        figures.money("COGS", p, Math.round(revenue * 0.652 * shake("cogs", day, 0.012)), "FINANCE");
        figures.money("OPEX", p, fixed + Math.round(revenue * 0.055), "FINANCE");
    }

    /** Visitors and buyers are counted anew for each length of time; they do not add up. */
    private void distinct(Granularity length, double usersShare, double buyersShare, double repeatShare) {
        for (Period p : span.complete(length)) {
            long users = Math.round(Span.sum(p, trade::shopSessions) * usersShare * shake("users", p.start(), 0.01));
            long buyers = Math.round(Span.sum(p, trade::shopOrders) * buyersShare * shake("buyers", p.start(), 0.01));
            double again = repeatShare * (1 - trade.slide(p.endInclusive())) * shake("repeat", p.start(), 0.03);
            figures.count("USERS", p, users, "WEB");
            figures.count("BUYERS", p, buyers, "SHOP");
            figures.count("REPEAT_BUYERS", p, Math.round(buyers * again), "SHOP");
        }
    }
}
