package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.EventForm.EventMeasure;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * Makes facts of events: counts, distinct counts and sums by unit, dimensions and period, while the file streams by.
 *
 * <p>Only totals are held, and for distinct counts the fingerprints of the values seen. A fact carries the number of its first event's row.
 */
public final class EventIntake implements Intake {
    /** Bytes that totals and distinct values take up at once, roughly; beyond it the file must come in parts. */
    public static final int HELD_BYTES_MAX = 96 << 20;

    /** Exports have many columns, of which few are counted; so many of the others are told. */
    private static final int UNREAD_TOLD_MAX = 20;

    /** A total and its key, without the text of its dimensions. */
    private static final int TOTAL_BYTES = 320;

    private final IntakeContext context;
    private final Findings findings;
    private final CodeIntake codes;
    private final AmountIntake amounts;
    private final RowText unit;
    private final RowText currency;
    private final List<RowTest> checks;
    private final List<Wanted> wanted;
    private final Predicate<SourceRecord> skipped;
    private final Resolved<GivenNumber> numbers;
    private final Map<Key, Total> totals = new LinkedHashMap<>();
    private final DistinctValues seen = new DistinctValues();
    private final IntakeTally tally = new IntakeTally();
    private long held;
    private @Nullable Counted counted;

    EventIntake(FormColumns columns, EventForm form, IntakeContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
        this.codes = new CodeIntake(context);
        this.amounts = new AmountIntake(context);
        this.unit = columns.text(form.unit());
        this.currency = form.currency() == null ? RowText.constant("") : columns.text(form.currency());
        this.checks = columns.tests(form.checks());
        this.skipped = columns.skipped(form.skipped());
        this.numbers = new Resolved<>(new NumberIntake(context.rules().numbers())::read);
        this.wanted =
                form.measures().stream().map(m -> wanted(columns, m, form)).toList();
        columns.tellUnread(UNREAD_TOLD_MAX);
    }

    private Wanted wanted(FormColumns columns, EventMeasure measure, EventForm form) {
        PeriodGiven date = measure.date() == null ? form.date() : measure.date();
        return new Wanted(
                measure,
                columns.text(date.text()),
                new DateIntake(date.patterns(), context.zone(), codes::period),
                measure.column() == null ? RowText.constant("") : columns.text(measure.column()),
                columns.tests(measure.filters()),
                new DimsIntake(columns.dims(measure.dims() == null ? form.dims() : measure.dims())));
    }

    /** A measure whose columns were found. */
    private record Wanted(
            EventMeasure measure,
            RowText date,
            DateIntake dates,
            RowText column,
            List<RowTest> filters,
            DimsIntake dims) {}

    private record Key(String unit, Measure measure, DimsIntake.Dims dims, Period period) {}

    /** What was counted for one fact. */
    private static final class Total {
        private final int number;
        private final int firstRow;
        private BigDecimal sum = BigDecimal.ZERO;
        private int given;
        private boolean contradicted;

        Total(int number, int firstRow) {
            this.number = number;
            this.firstRow = firstRow;
        }
    }

    @Override
    public void tell(Counted counted) {
        this.counted = counted;
    }

    @Override
    public boolean skips(SourceRecord record) {
        return skipped.test(record);
    }

    @Override
    public void read(SourceRecord record, Facts facts) {
        RecordReading event = new RecordReading(record, findings);
        List<Measured> measured = new ArrayList<>();
        for (Wanted w : wanted) {
            if (passes(event, w.filters)) {
                measured(event, w).ifPresent(measured::add);
            } else if (w.measure.zeros() && w.measure.date() == null) {
                zero(event, w).ifPresent(measured::add);
            }
        }
        if (measured.isEmpty() && !event.isRefused()) {
            if (event.isTold(Code.W_EMPTY)) {
                tally.countEmpty();
            }
            return;
        }
        checks.forEach(check -> check(event, check));
        String place = event.take(unit, codes.unit(unit.in(record)));
        IdentityHashMap<Wanted, DimsIntake.Dims> cuts = new IdentityHashMap<>();
        measured.forEach(m -> cuts.put(m.wanted, m.wanted.dims.read(record, event::refuse)));
        measured.forEach(m -> misfits(event, place, m));
        if (event.isRefused()) {
            tally.countRefused();
        } else {
            measured.forEach(m -> add(event, place, cuts.get(m.wanted), m));
        }
    }

    private static boolean passes(RecordReading event, List<RowTest> tests) {
        for (RowTest test : tests) {
            RowTest.Outcome outcome = test.ask(event.record());
            outcome.refusal().ifPresent(r -> event.refuse(test.text(), r));
            if (!outcome.passes()) {
                return false;
            }
        }
        return true;
    }

    private static void check(RecordReading event, RowTest check) {
        RowTest.Outcome outcome = check.ask(event.record());
        if (!outcome.passes() && outcome.refusal().isEmpty()) {
            String column = String.valueOf(check.text().column());
            String text = check.text().in(event.record());
            String possible = check.filter().possible();
            event.refuse(check.text(), Refusal.of(Code.E_FIELD_VALUE, column, text, possible));
        }
    }

    /**
     * What one event adds: an amount, or a value to be told from others.
     *
     * @param given the number as it was written, where there was one
     */
    private record Measured(
            Wanted wanted,
            Measure measure,
            Period period,
            BigDecimal amount,
            String value,
            @Nullable GivenNumber given) {}

    private Optional<Measured> zero(RecordReading event, Wanted w) {
        Measure measure = event.take(RowText.constant(""), codes.measure(w.measure.measure()));
        Period period = period(event, w);
        return measure == null || period == null
                ? Optional.empty()
                : Optional.of(new Measured(w, measure, period, BigDecimal.ZERO, "", null));
    }

    private @Nullable Period period(RecordReading event, Wanted w) {
        return event.take(w.date, w.dates.read(w.date.in(event.record()), w.date.day(event.record())));
    }

    private Optional<Measured> measured(RecordReading event, Wanted w) {
        Measure measure = event.take(RowText.constant(""), codes.measure(w.measure.measure()));
        String text = w.column.in(event.record());
        boolean unnamed = w.measure.aggregate() == Aggregate.COUNT_DISTINCT && text.isEmpty();
        boolean undated = w.measure.date() != null && w.date.in(event.record()).isEmpty();
        if (measure == null || unnamed || undated) {
            tellEmpty(event, w, unnamed, undated);
            return Optional.empty();
        }
        Period period = period(event, w);
        return switch (w.measure.aggregate()) {
            case COUNT -> of(w, measure, period, BigDecimal.ONE, null);
            case COUNT_DISTINCT ->
                Optional.ofNullable(period).map(p -> new Measured(w, measure, p, BigDecimal.ZERO, text, null));
            case SUM, ONE -> amount(event, w, measure, period);
        };
    }

    /** An event that would count had it a name or a day. Where nothing but its day says that it counts, it just does not. */
    private static void tellEmpty(RecordReading event, Wanted w, boolean unnamed, boolean undated) {
        if (unnamed) {
            event.refuse(w.column, Refusal.of(Code.W_EMPTY));
        }
        if (undated && !w.filters.isEmpty()) {
            event.refuse(w.date, Refusal.of(Code.W_EMPTY));
        }
    }

    private static Optional<Measured> of(
            Wanted w, Measure measure, @Nullable Period period, BigDecimal amount, @Nullable GivenNumber given) {
        return Optional.ofNullable(period).map(p -> new Measured(w, measure, p, amount, "", given));
    }

    private Optional<Measured> amount(RecordReading event, Wanted w, Measure measure, @Nullable Period period) {
        String text = w.column.in(event.record());
        Reading<GivenNumber> reading = w.column.number(event.record(), numbers::get);
        if (reading instanceof Reading.Nothing<GivenNumber>) {
            event.refuse(w.column, Refusal.of(Code.W_EMPTY));
            return Optional.empty();
        }
        GivenNumber given = event.take(w.column, reading);
        BigDecimal amount = given == null ? null : amounts.scaled(measure, given, text, r -> event.refuse(w.column, r));
        return amount == null ? Optional.empty() : of(w, measure, period, amount.multiply(w.measure.factor()), given);
    }

    /** What forbids these facts: a period too coarse or of the future, another currency than that of the unit. */
    private void misfits(RecordReading event, @Nullable String place, Measured m) {
        m.wanted.measure.granularities().forEach(g -> misfit(m, g).ifPresent(r -> event.refuse(m.wanted.date, r)));
        if (m.given != null) {
            amounts.currency(m.measure, place, currency.in(event.record()), m.given)
                    .ifPresent(r -> event.refuse(m.wanted.column, r));
        }
    }

    private Optional<Refusal> misfit(Measured m, Granularity granularity) {
        Period period = m.period;
        boolean fits = period.granularity() == granularity
                || period.granularity() == Granularity.DAY
                || (period.granularity() != Granularity.WEEK && granularity.isCoarserThan(period.granularity()));
        return fits
                ? codes.misfit(m.measure, Period.of(granularity, period.start()), Scenario.AC)
                : Optional.of(
                        Refusal.of(Code.E_GRAIN_COARSE, m.measure.code(), CodeIntake.word(granularity), period.code()));
    }

    private void add(RecordReading event, String place, DimsIntake.Dims cut, Measured m) {
        Aggregate aggregate = m.wanted.measure.aggregate();
        for (Granularity granularity : m.wanted.measure.granularities()) {
            Key key = new Key(place, m.measure, cut, Period.of(granularity, m.period.start()));
            Total total = totals.computeIfAbsent(key, k -> total(k, event.row()));
            if (counted != null) {
                boolean adds = (aggregate != Aggregate.ONE || total.given == 0)
                        && (!m.value.isEmpty() || m.amount.signum() != 0);
                counted.take(
                        new Intake.Total(key.unit, key.measure.code(), key.dims.text(), key.period), event.row(), adds);
            }
            if (aggregate == Aggregate.ONE && total.given++ > 0) {
                conflict(event, total, m);
                continue;
            }
            total.sum = total.sum.add(m.amount);
            if (!m.value.isEmpty() && seen.add(total.number, m.value)) {
                hold(DistinctValues.BYTES_MAX);
                total.sum = total.sum.add(BigDecimal.ONE);
            }
        }
    }

    /** A second row for what cannot be added: the same is a repetition, another is a contradiction. */
    private void conflict(RecordReading event, Total total, Measured m) {
        String first = String.valueOf(total.firstRow);
        if (total.sum.compareTo(m.amount) == 0) {
            event.refuse(m.wanted.column, Refusal.of(Code.W_ROW_DUP, first));
            return;
        }
        event.refuse(m.wanted.column, Refusal.of(Code.E_ROW_CONFLICT, first, Decimals.plain(total.sum)));
        String row = String.valueOf(event.row());
        findings.add(Refusal.of(Code.E_ROW_CONFLICT, row, Decimals.plain(m.amount))
                .atRow(total.firstRow)
                .inColumn(String.valueOf(m.wanted.column.column()), Decimals.plain(total.sum)));
        tally.countRefused();
        if (!total.contradicted) {
            tally.countRefused();
            total.contradicted = true;
        }
    }

    private Total total(Key key, int row) {
        hold(TOTAL_BYTES + key.dims.text().length());
        return new Total(totals.size(), row);
    }

    private void hold(int bytes) {
        held += bytes;
        if (held > HELD_BYTES_MAX) {
            throw new KpiException(Code.E_LIMIT, String.valueOf(held), String.valueOf(HELD_BYTES_MAX));
        }
    }

    @Override
    public void finish(Facts facts) {
        String source = source();
        if (source == null) {
            return;
        }
        totals.values().removeIf(total -> total.contradicted);
        totals.forEach((key, total) -> {
            BigDecimal value = amounts.stored(
                    key.measure,
                    total.sum,
                    refusal -> findings.add(refusal.atRow(total.firstRow).inColumn(key.measure.code(), null)));
            if (value == null) {
                tally.countRefused();
            } else {
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
        totals.clear();
        seen.clear();
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

    /** A value is made of many events. */
    @Override
    public Optional<String> named(IntakeColumn column) {
        RowText text =
                switch (column) {
                    case UNIT -> unit;
                    case PERIOD ->
                        wanted.stream().map(w -> w.date.column()).distinct().count() == 1 ? wanted.get(0).date : null;
                    default -> null;
                };
        return Optional.ofNullable(text).map(RowText::column);
    }
}
