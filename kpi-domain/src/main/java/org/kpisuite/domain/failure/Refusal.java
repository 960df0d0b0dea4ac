package org.kpisuite.domain.failure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One finding about an input: what is wrong, in which record and column, with which given text, and what would be right.
 *
 * @param row 1-based record of the file, the header being a record; null where the finding is not about a row
 * @param column name of the column or field as given; null where it is about the whole row or input
 * @param value the given text, as typed, cut to {@link #VALUE_LENGTH_MAX}; null where there is none
 * @param suggestion what would be accepted; null where nothing can be proposed
 * @param arguments what the message of the code names, in its order
 */
public record Refusal(
        Code code,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String value,
        @Nullable String suggestion,
        List<String> arguments) {

    public static final int VALUE_LENGTH_MAX = 200;

    /** Longer arguments are cut: a thousand findings about cells of a megabyte are still small. */
    public static final int ARGUMENT_LENGTH_MAX = 1_000;

    public Refusal {
        arguments = arguments.stream().map(a -> cut(a, ARGUMENT_LENGTH_MAX)).toList();
        value = value == null ? null : cut(value, VALUE_LENGTH_MAX);
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length - 1) + "…" : text;
    }

    public static Refusal of(Code code, String... arguments) {
        return new Refusal(code, null, null, null, null, List.of(arguments));
    }

    /** A finding about a field of a request body: its path, the given text, and what the message names. */
    public static Refusal ofField(Code code, @Nullable String field, @Nullable String value, String... arguments) {
        return new Refusal(code, null, field, value, null, List.of(arguments));
    }

    /** About that record; 0 where it is about none of them. */
    public Refusal atRow(int row) {
        return new Refusal(code, row == 0 ? null : row, column, value, suggestion, arguments);
    }

    public Refusal inColumn(@Nullable String column, @Nullable String value) {
        return new Refusal(code, row, column, value, suggestion, arguments);
    }

    public Refusal suggesting(@Nullable String suggestion) {
        return new Refusal(code, row, column, value, suggestion, arguments);
    }

    public Severity severity() {
        return code.severity();
    }

    /**
     * The sentence for a reader of that language; of E-LINT and E-WARN-UNANSWERED with that of
     * the finding, which comes in both; of E-FORMULA with that of the reason, which is its second; of E-FILE-FORMAT with
     * that of the reason, where it is known.
     */
    public String message(Locale locale) {
        if (code == Code.E_LINT || code == Code.E_WARN_UNANSWERED) {
            String sentence = arguments.get(Messages.supported(locale).equals(Messages.RU) ? 2 : 1);
            return Messages.text(locale, code.text(), arguments.get(0), sentence);
        }
        if (code == Code.E_FORMULA) {
            List<String> reason = arguments.subList(2, arguments.size());
            String why = Messages.text(locale, arguments.get(1), reason.toArray());
            return Messages.text(locale, code.text(), arguments.get(0), why);
        }
        if (code == Code.E_FILE_FORMAT && Messages.has(locale, arguments.get(0))) {
            return Messages.text(locale, code.text(), Messages.text(locale, arguments.get(0)));
        }
        return Messages.text(locale, code.text(), arguments.toArray());
    }
}
