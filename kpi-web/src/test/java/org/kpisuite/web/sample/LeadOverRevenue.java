package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.LagTerms;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Whether leads of the sample company lead its revenue, by the product's own test. */
final class LeadOverRevenue {
    private static final int LAG_MAX = 12;

    private LeadOverRevenue() {}

    static LeadLagAnalysis analysis(List<Fact> facts, Granularity granularity, boolean seasonal) {
        LagTerms terms = new LagTerms(granularity, 1, 1, LAG_MAX, seasonal);
        return LeadLagAnalysis.of(terms, series(facts, "LEADS", granularity), series(facts, "REVENUE", granularity));
    }

    /** Sums of whole periods. */
    private static LagSeries series(List<Fact> facts, String measure, Granularity granularity) {
        TreeMap<Period, BigDecimal> sums = new TreeMap<>();
        TreeMap<Period, Integer> days = new TreeMap<>();
        facts.stream()
                .filter(f -> f.measure().equals(measure) && f.channel().isEmpty())
                .filter(f -> f.period().granularity() == Granularity.DAY)
                .forEach(f -> {
                    Period period = Period.of(granularity, f.period().start());
                    sums.merge(period, f.value(), BigDecimal::add);
                    days.merge(period, 1, Integer::sum);
                });
        // Several units deliver; in a whole period each of them does so on each day.
        Period whole = sums.lastKey().previous();
        long units = days.get(whole) / whole.days().days();
        sums.keySet().removeIf(p -> days.get(p) < units * p.days().days());
        return new LagSeries(measure, new LocalizedText(measure, measure), UnitKind.COUNT, sums);
    }
}
