package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;

/**
 * Makes facts of events: counts, distinct counts and sums by unit, dimensions and period, while the file streams by.
 *
 * <p>Only totals are held, and for distinct counts the values seen. A fact carries the number of its first event's row.
 */
public final class EventIntake implements Intake {
    /** Totals and distinct values held at once; beyond it the file must come in parts. */
    public static final int HELD_MAX = 3_000_000;

    private final EventColumns columns;
    private final EventForm form;
    private final IntakeContext context;
    private final Findings findings;
    private final CodeIntake codes;
    private final AmountIntake amounts;
    private final DimsIntake dims;
    private final Resolved<LocalDate> dates;
    private final NumberIntake plainNumbers;
    private final Resolved<GivenNumber> numbers;
    private final Map<Key, Total> totals = new LinkedHashMap<>();
    private final IntakeTally tally = new IntakeTally();
    private long held;

    EventIntake(EventColumns columns, EventForm form, IntakeContext context, Findings findings) {
        this.columns = columns;
        this.form = form;
        this.context = context;
        this.findings = findings;
        this.codes = new CodeIntake(context);
        this.amounts = new AmountIntake(context);
        this.dims = new DimsIntake(findings.hasErrors() ? Map.of() : columns.dims());
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                        form.datePattern().replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        this.dates = new Resolved<>(text -> date(text, format));
        this.plainNumbers = new NumberIntake(context.rules().numbers());
        this.numbers = new Resolved<>(plainNumbers::read);
    }

    private record Key(String unit, Measure measure, DimsIntake.Dims dims, Period period) {}

    /** What was counted for one fact. */
    private static final class Total {
        private final int firstRow;
        private final @Nullable Set<String> seen;
        private BigDecimal sum = BigDecimal.ZERO;

        Total(int firstRow, boolean distinct) {
            this.firstRow = firstRow;
            this.seen = distinct ? new HashSet<>() : null;
        }

        BigDecimal value() {
            return seen == null ? sum : BigDecimal.valueOf(seen.size());
        }
    }

    private static Reading<LocalDate> date(String text, DateTimeFormatter format) {
        try {
            return Reading.of(LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            return Reading.refuse(Code.E_PERIOD_FORMAT, text);
        }
    }

    @Override
    public void read(SourceRecord record, Facts facts) {
        Event event = new Event(record);
        LocalDate day = event.take(form.dateColumn(), event.day(form.dateColumn()));
        String unit = form.unitColumn() == null
                ? event.take(null, codes.unit(form.unit()))
                : event.take(form.unitColumn(), codes.unit(event.text(form.unitColumn())));
        DimsIntake.Dims place = dims.read(record, event::refuse);
        Map<EventForm.EventMeasure, Measured> measured = new LinkedHashMap<>();
        for (EventForm.EventMeasure measure : form.measures()) {
            if (measure.filters().stream().allMatch(f -> f.passes(event.text(f.column())))) {
                event.measure(measure, unit, day).ifPresent(m -> measured.put(measure, m));
            }
        }
        if (event.refused) {
            tally.countRefused();
        } else {
            measured.forEach((measure, m) -> add(record.row(), unit, place, day, measure, m));
        }
    }

    /** What one event adds: an amount, or a value to be told from others. */
    private record Measured(Measure measure, BigDecimal amount, String value) {}

    private void add(
            int row, String unit, DimsIntake.Dims place, LocalDate day, EventForm.EventMeasure measure, Measured m) {
        boolean distinct = measure.aggregate() == EventForm.Aggregate.COUNT_DISTINCT;
        for (Granularity granularity : measure.granularities()) {
            Key key = new Key(unit, m.measure, place, Period.of(granularity, day));
            Total total = totals.computeIfAbsent(key, k -> hold(new Total(row, distinct)));
            total.sum = total.sum.add(m.amount);
            if (total.seen != null && total.seen.add(m.value)) {
                hold(total);
            }
        }
    }

    private Total hold(Total total) {
        if (++held > HELD_MAX) {
            throw new KpiException(Code.E_LIMIT, String.valueOf(held), String.valueOf(HELD_MAX));
        }
        return total;
    }

    @Override
    public void finish(Facts facts) {
        String source = source();
        if (source == null) {
            return;
        }
        totals.forEach((key, total) -> {
            BigDecimal value = amounts.stored(
                    key.measure,
                    total.value(),
                    refusal -> findings.add(refusal.atRow(total.firstRow).inColumn(key.measure.code(), null)));
            if (value != null) {
                facts.take(new FactRow(
                        total.firstRow,
                        key.unit,
                        key.measure.code(),
                        key.dims.text(),
                        key.dims.keys(),
                        key.period,
                        Scenario.AC,
                        source,
                        value,
                        context.uploadedAt(),
                        null));
            }
        });
    }

    private @Nullable String source() {
        Reading<String> reading = codes.source(context.rules().source());
        if (reading instanceof Reading.Refused<String> refused) {
            findings.add(refused.refusal().inColumn("source", context.rules().source()));
            return null;
        }
        return context.rules().source();
    }

    @Override
    public IntakeTally tally() {
        return tally;
    }

    /** A record that is being read; remembers whether anything in it was refused. */
    private final class Event {
        private final SourceRecord record;
        private boolean refused;

        Event(SourceRecord record) {
            this.record = record;
        }

        String text(String column) {
            return columns.text(record, column);
        }

        Reading<LocalDate> day(String column) {
            return record.day(columns.index(column)).map(Reading::of).orElseGet(() -> dates.get(text(column)));
        }

        Reading<GivenNumber> number(String column) {
            int index = columns.index(column);
            return record.cell(index) == null ? numbers.get(text(column)) : record.number(index, plainNumbers);
        }

        Optional<Measured> measure(EventForm.EventMeasure wanted, @Nullable String unit, @Nullable LocalDate day) {
            Measure measure = take(null, codes.measure(wanted.measure()));
            if (measure == null) {
                return Optional.empty();
            }
            if (day != null) {
                wanted.granularities().forEach(g -> codes.misfit(measure, Period.of(g, day), Scenario.AC)
                        .ifPresent(r -> refuse(form.dateColumn(), r)));
            }
            return switch (wanted.aggregate()) {
                case COUNT -> Optional.of(new Measured(measure, BigDecimal.ONE, ""));
                case COUNT_DISTINCT -> distinct(measure, text(wanted.column()));
                case SUM -> amount(measure, unit, wanted.column());
            };
        }

        /** An event that does not say who it was is not counted among those that differ. */
        private Optional<Measured> distinct(Measure measure, String value) {
            return value.isEmpty() ? Optional.empty() : Optional.of(new Measured(measure, BigDecimal.ZERO, value));
        }

        private Optional<Measured> amount(Measure measure, @Nullable String unit, String column) {
            Reading<GivenNumber> reading = number(column);
            if (reading instanceof Reading.Nothing<GivenNumber>) {
                refuse(column, Refusal.of(Code.W_EMPTY));
                return Optional.empty();
            }
            GivenNumber given = take(column, reading);
            if (given == null) {
                return Optional.empty();
            }
            amounts.currency(measure, unit, "", given).ifPresent(r -> refuse(column, r));
            return Optional.ofNullable(amounts.scaled(measure, given, text(column), r -> refuse(column, r)))
                    .map(amount -> new Measured(measure, amount, ""));
        }

        <T> @Nullable T take(@Nullable String column, Reading<T> reading) {
            Optional<Refusal> failure = column == null ? Optional.empty() : record.failure(columns.index(column));
            if (failure.isPresent()) {
                refuse(column, failure.get());
                return null;
            }
            if (reading instanceof Reading.Value<T> value) {
                value.warnings().forEach(w -> refuse(column, w));
                return value.value();
            }
            if (reading instanceof Reading.Refused<T> r) {
                refuse(column, r.refusal());
            }
            return null;
        }

        /** A finding about a column; about the profile, not the file, where there is none. */
        void refuse(@Nullable String column, Refusal refusal) {
            refuse(column == null ? refusal : refusal.inColumn(column, text(column)));
        }

        void refuse(Refusal refusal) {
            refused |= refusal.severity() == Severity.ERROR;
            findings.add(refusal.atRow(record.row()));
        }
    }
}
