package org.kpisuite.domain.actual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Given.Asked;

/**
 * Each row is a line of a table: several facts, a column each.
 *
 * @param scenario of all facts of a line
 * @param currency of all money of a line; null where the profile says it
 */
public record WideForm(
        Given unit,
        Map<String, Given> dims,
        Given scenario,
        @Nullable Given currency,
        Columns columns,
        Skipped skipped) implements RowForm {
    public WideForm {
        dims = Map.copyOf(dims);
    }

    /** What the columns of values differ by. */
    public sealed interface Columns {}

    /**
     * By period: the header of each is its period, {@code янв 2026} or {@code 2026-01}.
     *
     * @param patterns how the headers are written; none for the notations of the contract
     */
    public record ByPeriod(Given measure, List<String> patterns) implements Columns {
        public ByPeriod {
            patterns = List.copyOf(patterns);
        }
    }

    /** By measure: each column is a measure, and the row says of which period. */
    public record ByMeasure(PeriodGiven period, List<MeasureColumn> measures) implements Columns {
        public ByMeasure {
            measures = List.copyOf(measures);
        }
    }

    /**
     * A column of values of one measure.
     *
     * @param optional a file without this column is read all the same
     */
    public record MeasureColumn(ColumnName column, String measure, boolean optional) {}

    /** An actual where nothing says otherwise. */
    public static Given scenarioOr(@Nullable Given given) {
        return given == null ? new Given.Constant(Scenario.AC.name()) : given;
    }

    @Override
    public Stream<ColumnName> required() {
        Stream<ColumnName> own = columns instanceof ByMeasure byMeasure
                ? Stream.concat(
                        byMeasure.period().text().columns(),
                        byMeasure.measures().stream().filter(m -> !m.optional()).map(MeasureColumn::column))
                : ((ByPeriod) columns).measure().columns();
        return Stream.of(
                        unit.columns(),
                        scenario.columns(),
                        Stream.ofNullable(currency).flatMap(Given::columns),
                        RowForm.named(dims),
                        own)
                .flatMap(s -> s);
    }

    @Override
    public String word() {
        return "WIDE";
    }

    @Override
    public boolean asksUnit() {
        return unit instanceof Asked;
    }

    @Override
    public WideForm ofUnit(Optional<String> told) {
        return new WideForm(unit.told(told), dims, scenario, currency, columns, skipped);
    }

    @Override
    public Intake intake(SourceRecord header, IntakeContext context, Findings findings) {
        return new WideIntake(new FormColumns(header, context, findings), this, context, findings);
    }
}
