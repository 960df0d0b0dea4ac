package org.kpisuite.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.QuarantineState;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** Rows of one import for one closed period, as the page prints them. */
public final class QuarantineGroup {
    private final List<Quarantined> rows;
    private final LocalDate until;
    private final String caller;
    private final QuarantineText text;

    QuarantineGroup(List<Quarantined> rows, LocalDate until, String caller, QuarantineText text) {
        this.rows = List.copyOf(rows);
        this.until = until;
        this.caller = caller;
        this.text = text;
    }

    static String key(Quarantined row) {
        return row.importId() + "." + month(row.key().period()).code();
    }

    /** Days and weeks stand under the month in which they begin: it is months that are closed. */
    private static Period month(Period period) {
        return period.granularity() == Granularity.DAY || period.granularity() == Granularity.WEEK
                ? Period.of(Granularity.MONTH, period.start())
                : period;
    }

    /** One row. */
    public record Row(
            long id,
            String no,
            String period,
            String unit,
            String measure,
            String dims,
            String old,
            String value,
            String difference,
            String state,
            String kind,
            String told) {}

    List<Quarantined> rows() {
        return rows;
    }

    QuarantineText text() {
        return text;
    }

    LocalDate until() {
        return until;
    }

    Instant lastDecided() {
        return rows.stream()
                .map(Quarantined::decision)
                .filter(Objects::nonNull)
                .map(Quarantined.Step::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    long size() {
        return rows.size();
    }

    public String getKey() {
        return key(rows.get(0));
    }

    public long getImportId() {
        return rows.get(0).importId();
    }

    public String getPeriod() {
        return month(rows.get(0).key().period()).code();
    }

    public String getPerson() {
        return rows.get(0).person();
    }

    public String getReceived() {
        return text.instant(rows.get(0).receivedAt());
    }

    public String getUnits() {
        return rows.stream().map(r -> text.unit(r.key().unit())).distinct().collect(Collectors.joining(", "));
    }

    public String getCount() {
        return text.count(rows.size());
    }

    public String getUntil() {
        return text.day(until);
    }

    public String getLeft() {
        return text.left(until);
    }

    /** Whether rows wait for a second person. */
    public boolean isProposed() {
        return rows.stream().anyMatch(r -> r.state() == QuarantineState.PROPOSED);
    }

    /** Whether the person proposed them, so that somebody else must confirm. */
    public boolean isProposedByCaller() {
        return isProposed()
                && rows.stream()
                        .map(Quarantined::proposal)
                        .filter(Objects::nonNull)
                        .anyMatch(p -> p.by().equals(caller));
    }

    public String getProposedText() {
        return rows.stream()
                .map(Quarantined::proposal)
                .filter(Objects::nonNull)
                .map(text::step)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    public List<Row> getLines() {
        return rows.stream().map(this::line).toList();
    }

    private Row line(Quarantined row) {
        Quarantined.Key key = row.key();
        Quarantined.Step decision = row.decision();
        return new Row(
                row.id(),
                row.row() == 0 ? "—" : text.count(row.row()),
                key.period().code(),
                text.unit(key.unit()),
                text.measure(key.measure()),
                key.dims().replace(";", " · "),
                text.value(key.measure(), row.stored()),
                row.amount() == null ? text.deleted() : text.value(key.measure(), row.amount()),
                text.difference(key.measure(), row.stored(), row.amount()),
                text.state(row.state()),
                kind(row.state()),
                decision == null ? Objects.requireNonNullElse(row.reason(), "") : text.step(decision));
    }

    private static String kind(QuarantineState state) {
        return switch (state) {
            case ACCEPTED, HISTORY -> "solid";
            case PROPOSED -> "warn";
            case OPEN, REJECTED, REPLACED, WITHDRAWN -> "";
        };
    }
}
