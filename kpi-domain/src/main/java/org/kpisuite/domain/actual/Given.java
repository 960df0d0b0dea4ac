package org.kpisuite.domain.actual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a text of a fact comes from: it is the same for the whole file, stands in a column, or follows from columns. */
public sealed interface Given {
    /** The columns that are read for it. */
    Stream<ColumnName> columns();

    /** The same text for all rows. */
    record Constant(String text) implements Given {
        @Override
        public Stream<ColumnName> columns() {
            return Stream.empty();
        }
    }

    /**
     * The text of a column, translated.
     *
     * @param values given text to the text meant: {@code Отдел маркетинга} to {@code MKT}; case and spaces do not matter
     * @param otherwise what a text that is not among them stands for; null where it stands for itself
     */
    record Column(
            ColumnName column,
            Map<String, String> values,
            @Nullable String otherwise) implements Given {
        public Column {
            values = Map.copyOf(values);
        }

        public static Column of(String... names) {
            return new Column(ColumnName.of(names), Map.of(), null);
        }

        @Override
        public Stream<ColumnName> columns() {
            return Stream.of(column);
        }
    }

    /**
     * The text of the first case that a row passes: channel {@code paid} where utm_medium is cpc.
     *
     * @param otherwise where it passes none; empty for no value
     */
    record Cases(List<Case> cases, String otherwise) implements Given {
        public Cases {
            cases = List.copyOf(cases);
        }

        @Override
        public Stream<ColumnName> columns() {
            return cases.stream().flatMap(c -> c.filters.stream()).map(RowFilter::column);
        }
    }

    /** A row that passes all these filters means that text. */
    record Case(List<RowFilter> filters, String text) {
        public Case {
            filters = List.copyOf(filters);
        }
    }

    /** Open: whoever sends the file says it. Only units are asked for. */
    record Asked() implements Given {
        @Override
        public Stream<ColumnName> columns() {
            return Stream.empty();
        }
    }

    /** Whether a file may lack its columns, because there is something to say without them. */
    default boolean hasOtherwise() {
        return this instanceof Cases || (this instanceof Column column && column.otherwise != null);
    }

    /** This, or that constant where it is asked for and was told. */
    default Given told(Optional<String> answer) {
        return this instanceof Asked && answer.isPresent() ? new Constant(answer.get()) : this;
    }
}
