package org.kpisuite.ejb.actual;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;

/** What a file delivers, in short: which sources say something of which figures, and from when to when. */
final class DeliverySketch {
    /** Who delivers a measure of a unit. */
    record Delivered(String unit, String measure, String source) {}

    /** From the first to the last beginning of a period. */
    record Span(LocalDate first, LocalDate last) {
        Span with(LocalDate start) {
            return new Span(start.isBefore(first) ? start : first, start.isAfter(last) ? start : last);
        }
    }

    private final Set<Delivered> delivered = new HashSet<>();
    private final Map<String, Span> spans = new TreeMap<>();
    private int size;
    private @Nullable LocalDate earliest;
    private @Nullable Delivered latest;
    private @Nullable Period latestPeriod;
    private @Nullable Span latestSpan;

    /** Rows of one series or one period mostly follow each other: only what is new is looked up. */
    void add(FactRow fact) {
        size++;
        if (earliest == null || fact.period().start().isBefore(earliest)) {
            earliest = fact.period().start();
        }
        Delivered known = latest;
        if (known == null
                || !known.measure.equals(fact.measure())
                || !known.unit.equals(fact.unit())
                || !known.source.equals(fact.source())) {
            latest = new Delivered(fact.unit(), fact.measure(), fact.source());
            delivered.add(latest);
        }
        if (fact.scenario() == Scenario.AC && !isIn(fact.period())) {
            latestPeriod = fact.period();
            LocalDate start = latestPeriod.start();
            latestSpan = spans.merge(Grain.code(latestPeriod), new Span(start, start), (span, one) -> span.with(start));
        }
    }

    /** Whether a period is of the same kind as the one before and stretches no span. */
    private boolean isIn(Period period) {
        Period before = latestPeriod;
        Span span = latestSpan;
        return before != null
                && span != null
                && before.granularity() == period.granularity()
                && before.calendar().equals(period.calendar())
                && !period.start().isBefore(span.first)
                && !period.start().isAfter(span.last);
    }

    /** How many facts there are. */
    int size() {
        return size;
    }

    /** When the earliest period begins; null where there is none. */
    @Nullable
    LocalDate earliest() {
        return earliest;
    }

    Set<Delivered> delivered() {
        return delivered;
    }

    /** Actuals by the kind of their period. */
    Map<String, Span> spans() {
        return spans;
    }

    /** Codes of all sources, sorted, separated by semicolons. */
    String sources() {
        Set<String> codes = new TreeSet<>();
        delivered.forEach(d -> codes.add(d.source));
        return String.join(";", codes);
    }
}
