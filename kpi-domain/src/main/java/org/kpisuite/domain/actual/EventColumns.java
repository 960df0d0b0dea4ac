package org.kpisuite.domain.actual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Nearest;
import org.kpisuite.domain.failure.Refusal;

/** Where the columns that an event form names stand in a file. Other columns are nobody's concern. */
final class EventColumns {
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Integer> dims = new TreeMap<>();

    EventColumns(SourceRecord header, EventForm form, Findings findings) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            String name = IntakeColumn.normalised(header.text(i));
            names.add(name);
            if (indexes.putIfAbsent(name, i) != null && isNamed(form, name)) {
                findings.add(at(Code.E_COL_DUPLICATE, header, header.text(i)));
            }
        }
        named(form)
                .filter(column -> !indexes.containsKey(IntakeColumn.normalised(column)))
                .forEach(column -> findings.add(at(Code.E_COL_MISSING, header, column)
                        .suggesting(Nearest.to(IntakeColumn.normalised(column), names)
                                .orElse(null))));
        form.dims().forEach((dimension, column) -> dims.put(dimension, indexes.get(IntakeColumn.normalised(column))));
    }

    private static boolean isNamed(EventForm form, String name) {
        return named(form).anyMatch(column -> IntakeColumn.normalised(column).equals(name));
    }

    private static Refusal at(Code code, SourceRecord header, String column) {
        return Refusal.of(code, column).atRow(header.row()).inColumn(column, null);
    }

    private static Stream<String> named(EventForm form) {
        Stream<String> ofMeasures = form.measures().stream()
                .flatMap(m -> Stream.concat(
                        Stream.ofNullable(m.column()), m.filters().stream().map(EventForm.EventFilter::column)));
        return Stream.of(
                        Stream.of(form.dateColumn()),
                        Stream.ofNullable(form.unitColumn()),
                        form.dims().values().stream(),
                        ofMeasures)
                .flatMap(s -> s)
                .distinct();
    }

    String text(SourceRecord record, String column) {
        return NumberMarks.strip(record.text(index(column)));
    }

    /** Where a column that the form names stands. */
    int index(String column) {
        return Objects.requireNonNull(indexes.get(IntakeColumn.normalised(column)));
    }

    /** Index of each dimension's column, sorted by dimension. */
    Map<String, Integer> dims() {
        return dims;
    }
}
