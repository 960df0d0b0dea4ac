package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Reads rows that are facts: unit, measure, period, value and what may stand beside them.
 *
 * <p>All that is wrong with a row is found at once, each with its column and code. Source: domain specification §8.1 to
 * §8.5.
 */
public final class RowIntake implements Intake {
    private static final String DELETE = "DELETE";

    private final Header header;
    private final IntakeContext context;
    private final Findings findings;
    private final CodeIntake codes;
    private final AmountIntake amounts;
    private final DimsIntake dims;
    private final NumberIntake numbers;
    private final @Nullable DateIntake dates;
    private final Resolved<Instant> instants = new Resolved<>(this::readInstant);
    private final IntakeTally tally = new IntakeTally();

    public RowIntake(Header header, IntakeContext context, Findings findings) {
        this.header = header;
        this.context = context;
        this.findings = findings;
        this.codes = new CodeIntake(context);
        this.amounts = new AmountIntake(context);
        this.dims = new DimsIntake(header.dimensions());
        this.numbers = new NumberIntake(context.rules().numbers());
        this.dates =
                header.patterns().isEmpty() ? null : new DateIntake(header.patterns(), context.zone(), codes::period);
    }

    @Override
    public boolean skips(SourceRecord record) {
        return header.skips(record);
    }

    @Override
    public void read(SourceRecord record, Facts facts) {
        FactRow fact = fact(new Line(record));
        if (fact != null) {
            facts.take(fact);
        }
    }

    @Override
    public void finish(Facts facts) {
        // Each row was a fact of its own.
    }

    @Override
    public IntakeTally tally() {
        return tally;
    }

    @Override
    public Optional<String> named(IntakeColumn column) {
        boolean share = column == IntakeColumn.VALUE && !header.has(column);
        return Optional.of(header.name(share ? IntakeColumn.NUM : column));
    }

    private @Nullable FactRow fact(Line line) {
        boolean delete = isDelete(line);
        Amount amount = delete ? Amount.REFUSED : amount(line);
        if (amount.absent && !line.refused) {
            tally.countEmpty();
            findings.add(Refusal.of(Code.W_EMPTY)
                    .atRow(line.record.row())
                    .inColumn(header.name(IntakeColumn.VALUE), line.text(IntakeColumn.VALUE)));
            return null;
        }
        Measure measure = line.take(IntakeColumn.MEASURE, codes.measure(line.text(IntakeColumn.MEASURE)));
        String unit = line.take(IntakeColumn.UNIT, codes.unit(line.text(IntakeColumn.UNIT)));
        Period period = line.take(IntakeColumn.PERIOD, period(line));
        Scenario scenario = scenario(line);
        String source = source(line);
        Instant asOf = asOf(line);
        DimsIntake.Dims place = dims.read(line.record, line::refuse);
        String reason = reason(line, delete);
        if (measure != null && period != null && scenario != null) {
            codes.misfit(measure, period, scenario).ifPresent(r -> line.refuse(IntakeColumn.PERIOD, r));
        }
        BigDecimal value = delete || measure == null ? null : value(line, measure, unit, amount);
        if (line.refused) {
            tally.countRefused();
            return null;
        }
        return new FactRow(
                line.record.row(),
                unit,
                measure.code(),
                place.text(),
                place.keys(),
                period,
                scenario,
                source,
                value,
                asOf,
                reason.isEmpty() ? null : reason);
    }

    private Reading<Period> period(Line line) {
        String text = line.text(IntakeColumn.PERIOD);
        Optional<LocalDate> day = header.day(line.record, IntakeColumn.PERIOD);
        if (dates != null) {
            return dates.read(text, day);
        }
        // A date cell with a time of day is that day.
        Reading<Period> reading = codes.period(text);
        return reading instanceof Reading.Refused<Period> && day.isPresent()
                ? Reading.of(Period.day(day.get()))
                : reading;
    }

    private static String reason(Line line, boolean delete) {
        String reason = line.text(IntakeColumn.REASON);
        if (delete && reason.isEmpty()) {
            line.refuse(IntakeColumn.REASON, Refusal.of(Code.E_REASON_MISSING));
        }
        if (reason.length() > FactRow.REASON_LENGTH_MAX) {
            line.refuse(
                    IntakeColumn.REASON,
                    Refusal.of(Code.E_LIMIT, reason.length() + "", FactRow.REASON_LENGTH_MAX + ""));
        }
        return reason;
    }

    private boolean isDelete(Line line) {
        String op = line.text(IntakeColumn.OP).toUpperCase(Locale.ROOT);
        if (!op.isEmpty() && !op.equals("UPSERT") && !op.equals(DELETE)) {
            line.refuse(
                    IntakeColumn.OP,
                    Refusal.of(Code.E_FIELD_VALUE, header.name(IntakeColumn.OP), op, "UPSERT, DELETE"));
        }
        return op.equals(DELETE);
    }

    /**
     * What a row gives as its value.
     *
     * @param absent the row says that there is no value
     * @param value the number, or the numerator; null where it was refused or is absent
     * @param den the denominator; null where the row gives one number
     */
    private record Amount(
            boolean absent,
            @Nullable GivenNumber value,
            @Nullable GivenNumber den) {
        static final Amount ABSENT = new Amount(true, null, null);
        static final Amount REFUSED = new Amount(false, null, null);
    }

    private Amount amount(Line line) {
        Reading<GivenNumber> num = line.number(IntakeColumn.NUM);
        Reading<GivenNumber> den = line.number(IntakeColumn.DEN);
        Reading<GivenNumber> single = line.number(IntakeColumn.VALUE);
        if (isNothing(num) && isNothing(den)) {
            return single(line, single);
        }
        if (isNothing(num) || isNothing(den) || !isNothing(single)) {
            line.refuse(isNothing(num) ? IntakeColumn.NUM : IntakeColumn.DEN, Refusal.of(Code.E_RATIO_PAIR));
            return Amount.REFUSED;
        }
        GivenNumber numerator = line.take(IntakeColumn.NUM, num);
        GivenNumber denominator = line.take(IntakeColumn.DEN, den);
        return numerator == null || denominator == null ? Amount.REFUSED : new Amount(false, numerator, denominator);
    }

    private static boolean isNothing(Reading<GivenNumber> reading) {
        return reading instanceof Reading.Nothing<GivenNumber>;
    }

    /** One number. A file of deletions alone needs no column for it; every other row does. */
    private Amount single(Line line, Reading<GivenNumber> reading) {
        if (isNothing(reading)) {
            if (header.has(IntakeColumn.VALUE) || header.has(IntakeColumn.NUM)) {
                return Amount.ABSENT;
            }
            line.refuse(IntakeColumn.VALUE, Refusal.of(Code.E_COL_MISSING, IntakeColumn.VALUE.header()));
            return Amount.REFUSED;
        }
        GivenNumber value = line.take(IntakeColumn.VALUE, reading);
        return value == null ? Amount.REFUSED : new Amount(false, value, null);
    }

    private @Nullable BigDecimal value(Line line, Measure measure, @Nullable String unit, Amount amount) {
        if (amount.value == null) {
            return null;
        }
        GivenNumber number = amount.value;
        currency(line, measure, unit, amount.den == null ? IntakeColumn.VALUE : IntakeColumn.NUM, number);
        if (amount.den != null) {
            if (!amount.den.currencies().isEmpty()) {
                currency(line, measure, unit, IntakeColumn.DEN, amount.den);
            }
            return share(line, measure, amount);
        }
        String text = line.text(IntakeColumn.VALUE);
        return amounts.amount(measure, number, text, r -> line.refuse(IntakeColumn.VALUE, r));
    }

    private void currency(Line line, Measure measure, @Nullable String unit, IntakeColumn column, GivenNumber number) {
        boolean sign = !number.currencies().isEmpty();
        amounts.currency(measure, unit, line.text(IntakeColumn.CURRENCY), number)
                .ifPresent(r -> line.refuse(sign ? column : IntakeColumn.CURRENCY, r));
    }

    private @Nullable BigDecimal share(Line line, Measure measure, Amount amount) {
        BigDecimal num = amount.value.value();
        BigDecimal den = amount.den.value();
        if (amount.value.percent() || amount.den.percent()) {
            IntakeColumn column = amount.value.percent() ? IntakeColumn.NUM : IntakeColumn.DEN;
            line.refuse(column, Refusal.of(Code.E_NUM_FORMAT, line.text(column)));
            return null;
        }
        boolean share = measure.unitKind() == UnitKind.PERCENT;
        if (den.signum() <= 0 || (share && (num.signum() < 0 || num.compareTo(den) > 0))) {
            line.refuse(IntakeColumn.NUM, Refusal.of(Code.E_RATIO_RANGE, num.toPlainString(), den.toPlainString()));
            return null;
        }
        if (measure.unitKind() == UnitKind.RATIO && num.compareTo(den) > 0) {
            line.refuse(IntakeColumn.NUM, Refusal.of(Code.W_RATIO_RANGE, num.toPlainString(), den.toPlainString()));
        }
        return amounts.stored(measure, Decimals.divide(num, den), r -> {
            if (r.code() != Code.W_NUM_SCALE) {
                line.refuse(IntakeColumn.NUM, r);
            }
        });
    }

    private @Nullable Scenario scenario(Line line) {
        String text = line.text(IntakeColumn.SCENARIO);
        return text.isEmpty() ? Scenario.AC : line.take(IntakeColumn.SCENARIO, codes.scenario(text));
    }

    private @Nullable String source(Line line) {
        String text = line.text(IntakeColumn.SOURCE);
        return line.take(
                IntakeColumn.SOURCE,
                codes.source(text.isEmpty() ? context.rules().source() : text));
    }

    private @Nullable Instant asOf(Line line) {
        String text = line.text(IntakeColumn.AS_OF);
        return text.isEmpty() ? context.uploadedAt() : line.take(IntakeColumn.AS_OF, instants.get(text));
    }

    /** An instant with its offset, or a time in the company's zone; a bare date is its end, the midnight after it. */
    private Reading<Instant> readInstant(String text) {
        Reading<Instant> refused = Reading.refuse(
                Code.E_FIELD_VALUE, header.name(IntakeColumn.AS_OF), text, "2026-10-05, 2026-10-05T12:00:00+03:00");
        try {
            Instant instant = instant(text);
            int year = instant.atZone(context.zone()).getYear();
            return year < FactRow.YEAR_MIN || year > FactRow.YEAR_MAX ? refused : Reading.of(instant);
        } catch (DateTimeException e) {
            return refused;
        }
    }

    private Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(context.zone())
                    .toInstant();
        }
        TemporalAccessor given =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return given instanceof LocalDateTime local
                ? local.atZone(context.zone()).toInstant()
                : ((OffsetDateTime) given).toInstant();
    }

    /** A record that is being read; remembers whether anything in it was refused. */
    private final class Line {
        private final SourceRecord record;
        private boolean refused;

        Line(SourceRecord record) {
            this.record = record;
            if (record.hasFailures()) {
                header.columns().forEach(column -> header.failure(record, column)
                        .ifPresent(r -> refuse(r.inColumn(header.name(column), text(column)))));
            }
        }

        String text(IntakeColumn column) {
            return header.text(record, column);
        }

        Reading<GivenNumber> number(IntakeColumn column) {
            return header.number(record, column, numbers);
        }

        <T> @Nullable T take(IntakeColumn column, Reading<T> reading) {
            if (reading instanceof Reading.Value<T> value) {
                value.warnings().forEach(w -> refuse(column, w));
                return value.value();
            }
            Optional<Refusal> refusal = reading instanceof Reading.Refused<T> r
                    ? Optional.of(r.refusal())
                    : Optional.of(Refusal.of(Code.E_NUM_FORMAT, text(column)));
            refusal.ifPresent(r -> refuse(column, r));
            return null;
        }

        /** A finding about a cell; of one that holds an error nothing else is said. */
        void refuse(IntakeColumn column, Refusal refusal) {
            if (header.failure(record, column).isPresent()) {
                return;
            }
            refuse(refusal.inColumn(header.name(column), header.given(record, column)));
        }

        void refuse(Refusal refusal) {
            refused |= refusal.severity() == Severity.ERROR;
            findings.add(refusal.atRow(record.row()));
        }
    }
}
