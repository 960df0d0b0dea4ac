package org.kpisuite.domain.actual;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of a file by its header: one name, or several of which the first that the file has counts, so that one profile
 * reads the Russian and the English export.
 *
 * <p>Case, spaces and ё do not matter. A {@code *} stands for any text: {@code *рекоменд*} is the question of a survey.
 */
public record ColumnName(List<String> names) {
    public ColumnName {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a column without a name");
        }
    }

    public static ColumnName of(String... names) {
        return new ColumnName(List.of(names));
    }

    /** Whether one of these headers, as they stand in a file, is this column. */
    public boolean isIn(List<String> headers) {
        return in(headers.stream().map(IntakeColumn::normalised).toList()) >= 0;
    }

    /** Index of the column among normalised headers; −1 if there is none. */
    int in(List<String> headers) {
        return names.stream()
                .map(name -> find(IntakeColumn.normalised(name), headers))
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** Whether a column of that header is this one. */
    public boolean isNamed(String header) {
        return in(List.of(IntakeColumn.normalised(header))) >= 0;
    }

    /** Whether more than one column has the name that counts. */
    boolean isTwiceIn(List<String> headers) {
        int index = in(headers);
        return index >= 0 && headers.lastIndexOf(headers.get(index)) != index;
    }

    private static int find(String name, List<String> headers) {
        if (!name.contains("*")) {
            return headers.indexOf(name);
        }
        Pattern pattern = pattern(name);
        for (int i = 0; i < headers.size(); i++) {
            if (pattern.matcher(headers.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** A name or text in which a star stands for anything. */
    static Pattern pattern(String text) {
        return Pattern.compile(Stream.of(text.split("\\*", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining(".*")));
    }

    /** The first name: the one to tell a person. */
    public String first() {
        return names.get(0);
    }

    @Override
    public String toString() {
        return first();
    }
}
