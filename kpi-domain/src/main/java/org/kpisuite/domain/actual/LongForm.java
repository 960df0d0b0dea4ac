package org.kpisuite.domain.actual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kpisuite.domain.actual.Given.Asked;

/**
 * Each row is one fact.
 *
 * @param columns column of the contract to where its text comes from; a column that is not named is found by its header
 * @param dims dimension to where its value comes from; those not named are found as {@code dim.channel}
 * @param patterns how the period is written; none for the notations of the contract
 */
public record LongForm(
        Map<IntakeColumn, Given> columns, Map<String, Given> dims, List<String> patterns, Skipped skipped)
        implements RowForm {

    /** The columns of the contract, nothing renamed. */
    public static final LongForm CONTRACT = new LongForm(Map.of(), Map.of(), List.of(), Skipped.NONE);

    public LongForm {
        columns = Map.copyOf(columns);
        dims = Map.copyOf(dims);
        patterns = List.copyOf(patterns);
    }

    @Override
    public Stream<ColumnName> required() {
        Stream<ColumnName> found = Stream.of(
                        IntakeColumn.UNIT, IntakeColumn.MEASURE, IntakeColumn.PERIOD, IntakeColumn.VALUE)
                .filter(c -> !columns.containsKey(c))
                .filter(c -> c != IntakeColumn.VALUE || !columns.containsKey(IntakeColumn.NUM))
                .map(c -> ColumnName.of(c.header(), c.russian()));
        Stream<ColumnName> named =
                Stream.concat(columns.values().stream().flatMap(Given::columns), RowForm.named(dims));
        return Stream.concat(found, named);
    }

    @Override
    public String word() {
        return "LONG";
    }

    @Override
    public boolean asksUnit() {
        return columns.get(IntakeColumn.UNIT) instanceof Asked;
    }

    @Override
    public LongForm ofUnit(Optional<String> unit) {
        Map<IntakeColumn, Given> told = new TreeMap<>(columns);
        told.computeIfPresent(IntakeColumn.UNIT, (column, given) -> given.told(unit));
        return new LongForm(told, dims, patterns, skipped);
    }

    @Override
    public Intake intake(SourceRecord header, IntakeContext context, Findings findings) {
        return new RowIntake(Header.read(header, this, context, findings), context, findings);
    }
}
