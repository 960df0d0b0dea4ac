package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a file count.
 *
 * @param exclude the rows that pass the test do not count, instead of only these
 */
public record RowFilter(ColumnName column, Test test, boolean exclude) {

    /** What is asked of the text of a column. Case, surrounding spaces and ё do not matter. */
    public sealed interface Test {}

    /** It is one of these. */
    public record OneOf(Set<String> texts) implements Test {
        public OneOf {
            texts = normalised(texts);
        }
    }

    /** It contains one of these. */
    public record Contains(Set<String> texts) implements Test {
        public Contains {
            texts = normalised(texts);
        }
    }

    /** It begins with one of these: accounts of a ledger. */
    public record StartsWith(Set<String> texts) implements Test {
        public StartsWith {
            texts = normalised(texts);
        }
    }

    /** It is a number of that range, both ends included; null where it is open. */
    public record Between(
            @Nullable BigDecimal min, @Nullable BigDecimal max) implements Test {
        boolean holds(BigDecimal value) {
            return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
        }
    }

    /** There is a text. */
    public record Present() implements Test {}

    /** What passes, for a person: {@code 0…10}, {@code won, lost}. */
    String possible() {
        String texts = "";
        if (test instanceof OneOf one) {
            texts = listed(one.texts);
        } else if (test instanceof Contains contains) {
            texts = "*" + listed(contains.texts) + "*";
        } else if (test instanceof StartsWith starts) {
            texts = listed(starts.texts) + "*";
        } else if (test instanceof Between range) {
            texts = (range.min == null ? "" : range.min.toPlainString()) + "…"
                    + (range.max == null ? "" : range.max.toPlainString());
        }
        return exclude ? "≠ " + texts : texts.isEmpty() ? "…" : texts;
    }

    private static String listed(Set<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Set<String> normalised(Set<String> texts) {
        return texts.stream().map(IntakeColumn::normalised).collect(Collectors.toUnmodifiableSet());
    }

    public static RowFilter is(String column, String... texts) {
        return new RowFilter(ColumnName.of(column), new OneOf(Set.of(texts)), false);
    }
}
