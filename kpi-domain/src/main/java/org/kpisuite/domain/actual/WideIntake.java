package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/** Reads tables in which a line holds several facts: a column for each period, or for each measure. */
public final class WideIntake implements Intake {
    private final Findings findings;
    private final IntakeContext context;
    private final CodeIntake codes;
    private final AmountIntake amounts;
    private final NumberIntake numbers;
    private final DateIntake periods;
    private final RowText unit;
    private final RowText currency;
    private final RowText scenario;
    private final DimsIntake dims;
    private final boolean byPeriod;
    private final List<ValueColumn> values;
    private final Predicate<SourceRecord> skipped;
    private final IntakeTally tally = new IntakeTally();

    WideIntake(FormColumns columns, WideForm form, IntakeContext context, Findings findings) {
        this.findings = findings;
        this.context = context;
        this.codes = new CodeIntake(context);
        this.amounts = new AmountIntake(context);
        this.numbers = new NumberIntake(context.rules().numbers());
        this.periods = new DateIntake(patterns(form), context.zone(), codes::period);
        this.unit = columns.text(form.unit());
        this.currency = form.currency() == null ? RowText.constant("") : columns.text(form.currency());
        this.scenario = columns.text(form.scenario());
        this.dims = new DimsIntake(columns.dims(form.dims()));
        this.skipped = columns.skipped(form.skipped());
        this.byPeriod = form.columns() instanceof WideForm.ByPeriod;
        this.values = form.columns() instanceof WideForm.ByPeriod headers
                ? byPeriod(columns, headers)
                : byMeasure(columns, (WideForm.ByMeasure) form.columns());
        columns.tellUnread(columns.width());
    }

    /** A column of values, and where the measure and the period of its facts come from. */
    private record ValueColumn(RowText value, RowText measure, RowText period) {}

    private static List<String> patterns(WideForm form) {
        return form.columns() instanceof WideForm.ByPeriod byPeriod
                ? byPeriod.patterns()
                : ((WideForm.ByMeasure) form.columns()).period().patterns();
    }

    /** All columns whose header is a period; refuses those that want to be one. */
    private List<ValueColumn> byPeriod(FormColumns columns, WideForm.ByPeriod form) {
        RowText measure = columns.text(form.measure());
        List<ValueColumn> found = new ArrayList<>();
        for (int i = 0; i < columns.width(); i++) {
            String header = NumberMarks.strip(columns.header(i));
            Reading<Period> reading = periods.read(header);
            if (reading instanceof Reading.Value<Period>) {
                RowText period = new RowText(i, columns.header(i), row -> header);
                found.add(new ValueColumn(columns.at(i), measure, period));
            } else if (reading instanceof Reading.Refused<Period> refused
                    && !columns.reads(i)
                    && PeriodIntake.isMeant(header)) {
                findings.add(refused.refusal()
                        .atRow(columns.row())
                        .inColumn(columns.at(i).column(), header));
            }
        }
        if (found.isEmpty()) {
            findings.add(Refusal.of(Code.E_COL_MISSING, IntakeColumn.PERIOD.header())
                    .atRow(columns.row())
                    .inColumn(IntakeColumn.PERIOD.header(), null));
        }
        return found;
    }

    private static List<ValueColumn> byMeasure(FormColumns columns, WideForm.ByMeasure form) {
        RowText period = columns.text(form.period().text());
        return form.measures().stream()
                .filter(m -> !m.optional() || columns.has(m.column()))
                .map(m -> new ValueColumn(columns.text(m.column()), RowText.constant(m.measure()), period))
                .toList();
    }

    @Override
    public boolean skips(SourceRecord record) {
        return skipped.test(record);
    }

    @Override
    public void read(SourceRecord record, Facts facts) {
        RecordReading line = new RecordReading(record, findings);
        String place = line.take(unit, codes.unit(unit.in(record)));
        Scenario as = line.take(scenario, codes.scenario(scenario.in(record)));
        String source = line.take(
                RowText.constant(context.rules().source()),
                codes.source(context.rules().source()));
        DimsIntake.Dims cut = dims.read(record, line::refuse);
        Line common = new Line(line, place, as, source, cut);
        List<FactRow> made = new ArrayList<>();
        for (ValueColumn column : values) {
            FactRow fact = fact(common, column);
            if (fact != null) {
                made.add(fact);
            }
        }
        if (line.isRefused()) {
            tally.countRefused();
        } else {
            made.forEach(facts::take);
        }
    }

    /** What all facts of a line have in common; null where it was refused. */
    private record Line(
            RecordReading record,
            @Nullable String unit,
            @Nullable Scenario scenario,
            @Nullable String source,
            DimsIntake.Dims dims) {}

    private @Nullable FactRow fact(Line line, ValueColumn column) {
        RecordReading record = line.record;
        String text = column.value.in(record.record());
        Reading<GivenNumber> reading = column.value.number(record.record(), numbers::read);
        if (reading instanceof Reading.Nothing<GivenNumber>) {
            tally.countEmpty();
            record.refuse(column.value, Refusal.of(Code.W_EMPTY));
            return null;
        }
        GivenNumber given = record.take(column.value, reading);
        Measure measure = record.take(column.measure, codes.measure(column.measure.in(record.record())));
        Period period = record.take(column.period, period(record.record(), column));
        if (given == null || measure == null || period == null || line.scenario == null) {
            return null;
        }
        codes.misfit(measure, period, line.scenario).ifPresent(r -> record.refuse(column.period, r));
        amounts.currency(measure, line.unit, currency.in(record.record()), given)
                .ifPresent(r -> record.refuse(column.value, r));
        BigDecimal value = amounts.amount(measure, given, text, r -> record.refuse(column.value, r));
        if (record.isRefused() || value == null) {
            return null;
        }
        return new FactRow(
                record.row(),
                line.unit,
                measure.code(),
                line.dims.text(),
                line.dims.keys(),
                period,
                line.scenario,
                line.source,
                value,
                context.uploadedAt(),
                null);
    }

    /** The period of a row is that of its cell; of a column that of its header. */
    private Reading<Period> period(SourceRecord record, ValueColumn column) {
        return periods.read(column.period.in(record), byPeriod ? Optional.empty() : column.period.day(record));
    }

    @Override
    public void finish(Facts facts) {
        // Each cell was a fact of its own.
    }

    @Override
    public IntakeTally tally() {
        return tally;
    }

    /** Each value has a column of its own; of a line with one value it is known which. */
    @Override
    public Optional<String> named(IntakeColumn column) {
        RowText text =
                switch (column) {
                    case UNIT -> unit;
                    case VALUE -> values.size() == 1 ? values.get(0).value : null;
                    case PERIOD -> values.size() == 1 || !byPeriod ? values.get(0).period : null;
                    default -> null;
                };
        return Optional.ofNullable(text).map(RowText::column);
    }
}
