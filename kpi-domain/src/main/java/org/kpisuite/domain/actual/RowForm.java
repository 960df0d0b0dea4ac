package org.kpisuite.domain.actual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a row of a file is: one fact, a line of a table of facts, or an event that is counted. */
public sealed interface RowForm permits LongForm, WideForm, EventForm {
    /** LONG, WIDE or EVENT. */
    String word();

    /** The rows that say nothing of their own, such as totals. */
    Skipped skipped();

    /** The columns without which a file of this form cannot be read. */
    Stream<ColumnName> required();

    /** Whether whoever sends a file must say which unit it is of. */
    boolean asksUnit();

    /** This form for a file of that unit. */
    RowForm ofUnit(Optional<String> unit);

    /** The intake of a file with that header; findings about it are errors, and then there is none to use. */
    Intake intake(SourceRecord header, IntakeContext context, Findings findings);

    /** The columns of dimensions that must be there: those that have something to say without it may be missing. */
    static Stream<ColumnName> named(Map<String, Given> dims) {
        return dims.values().stream().filter(d -> !d.hasOtherwise()).flatMap(Given::columns);
    }

    /**
     * Rows that are passed over without a word.
     *
     * @param texts a row with one of these in any cell is no row of its own: {@code Итого и средние}, {@code Total:*}
     * @param rows the filters that a row must pass
     */
    record Skipped(List<String> texts, List<RowFilter> rows) {
        public static final Skipped NONE = new Skipped(List.of(), List.of());

        public Skipped {
            texts = List.copyOf(texts);
            rows = List.copyOf(rows);
        }
    }
}
