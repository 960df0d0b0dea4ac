package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.ejb.actual.HeaderWords.Role;

/** What the columns of a sample are for, and what was noted about it on the way. */
final class SampleMeaning {
    private final SampleTable table;
    private final Map<String, List<String>> units;
    private final HeaderWords words;
    private final List<SampleColumn> columns;
    private final Map<Role, SampleColumn> roles = new EnumMap<>(Role.class);
    private final List<GuessNote> reasons = new ArrayList<>();
    private final List<GuessNote> questions = new ArrayList<>();

    SampleMeaning(SampleTable table, ProfileGuess.Installation installation) {
        this.table = table;
        this.units = installation.units();
        this.words = new HeaderWords(installation.measures());
        this.columns = IntStream.range(0, table.header().size())
                .mapToObj(i -> new SampleColumn(i, table.header().get(i), table.column(i)))
                .toList();
        assignRoles();
    }

    SampleTable table() {
        return table;
    }

    HeaderWords words() {
        return words;
    }

    Optional<SampleColumn> column(Role role) {
        return Optional.ofNullable(roles.get(role));
    }

    Map<Role, SampleColumn> roles() {
        return roles;
    }

    List<GuessNote> reasons() {
        return reasons;
    }

    List<GuessNote> questions() {
        return questions;
    }

    void because(String field, String key, String... arguments) {
        reasons.add(GuessNote.of(field, key, arguments));
    }

    void ask(String field, String key, String... arguments) {
        questions.add(GuessNote.of(field, key, arguments));
    }

    /** The columns whose header is a period. */
    List<SampleColumn> periods() {
        return columns.stream()
                .filter(c -> SampleColumn.period(c.header()).isPresent())
                .toList();
    }

    private void assignRoles() {
        for (SampleColumn column : columns) {
            HeaderWords.role(column.header()).filter(r -> fits(r, column)).ifPresent(r -> roles.putIfAbsent(r, column));
        }
        if (!roles.containsKey(Role.PERIOD)) {
            columns.stream().filter(c -> c.dates().isPresent()).findFirst().ifPresent(c -> roles.put(Role.PERIOD, c));
        }
        if (!roles.containsKey(Role.UNIT)) {
            columns.stream().filter(this::holdsUnits).findFirst().ifPresent(c -> roles.put(Role.UNIT, c));
        }
        roles.forEach((role, column) -> because("", "column." + role, column.header()));
    }

    private boolean fits(Role role, SampleColumn column) {
        return switch (role) {
            case PERIOD -> column.dates().isPresent();
            case VALUE -> column.isNumeric();
            case MEASURE ->
                !column.isNumeric() && words.measure(column.header()).isEmpty();
            default -> words.measure(column.header()).isEmpty() || !column.isNumeric();
        };
    }

    private boolean holdsUnits(SampleColumn column) {
        return !column.texts().isEmpty() && column.distinct().stream().allMatch(t -> unit(t).isPresent());
    }

    /** The unit of that code or name. */
    Optional<String> unit(String text) {
        String word = HeaderWords.normal(text);
        return units.entrySet().stream()
                .filter(e -> HeaderWords.normal(e.getKey()).equals(word)
                        || e.getValue().stream().map(HeaderWords::normal).anyMatch(word::equals))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The columns of numbers whose header is the name of a measure. */
    Map<SampleColumn, Measure> measures() {
        Map<SampleColumn, Measure> found = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (SampleColumn column : columns) {
            words.measure(column.header())
                    .filter(m -> column.isNumeric() && taken.add(m.code()))
                    .ifPresent(m -> found.put(column, m));
        }
        return found;
    }
}
