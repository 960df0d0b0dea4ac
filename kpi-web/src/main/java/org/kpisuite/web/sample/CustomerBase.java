package org.kpisuite.web.sample;

import java.time.LocalDate;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * Who was a customer when a month or quarter began, and how many of them still are when it ends.
 *
 * @param name of the series
 * @param first customers when the counting began
 */
record CustomerBase(String name, long first, Figures figures, Span span) {
    private static final Period FIRST_MONTH = Period.parse("2023-01");

    private double shake(String series, LocalDate day, double spread) {
        return Chance.shake(name + " " + series, day, spread);
    }

    /** Counts by the share that stays over a month, the share that comes new, and the share that stays over a quarter. */
    void count(double keptShare, double newShare, double stayedShare) {
        long open = first;
        long openOfQuarter = open;
        for (Period p = FIRST_MONTH; !p.endInclusive().isAfter(span.lastDay()); p = p.plus(1)) {
            Period quarter = Period.of(Granularity.QUARTER, p.start());
            openOfQuarter = p.start().equals(quarter.start()) ? open : openOfQuarter;
            long kept = Math.round(open * keptShare * shake("kept", p.start(), 0.003));
            long close = kept + Math.round(open * newShare * shake("new", p.start(), 0.03));
            put(p, open, kept, close);
            if (p.endInclusive().equals(quarter.endInclusive())) {
                long stayed = Math.round(openOfQuarter * stayedShare * shake("stayed", p.start(), 0.006));
                put(quarter, openOfQuarter, stayed, close);
            }
            open = close;
        }
    }

    private void put(Period p, long open, long kept, long close) {
        if (!p.start().isBefore(span.start())) {
            figures.count("CUST_OPEN", p, open, "CRM");
            figures.count("CUST_KEPT", p, kept, "CRM");
            figures.count("CUST_CLOSE", p, close, "CRM");
        }
    }
}
