package org.kpisuite.domain.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Reads the rules of a calendar as a stored period carries them.
 *
 * <p>A stored fiscal or retail period says by which rules it was cut, so that a plan keeps its days when the settings of
 * the company change.
 */
final class CalendarRules {
    private static final int FISCAL_LENGTH = 3;
    private static final int RETAIL_LENGTH = 9;

    private CalendarRules() {}

    /** The calendar of {@link Calendar#rules}, {@code 04E} or {@code SA01N454S}. */
    static Calendar read(String rules) {
        if (rules.length() == FISCAL_LENGTH) {
            return new FiscalCalendar(Integer.parseInt(rules.substring(0, 2)), label(rules));
        }
        if (rules.length() == RETAIL_LENGTH) {
            return new RetailCalendar(
                    starting(DayOfWeek.values(), DayOfWeek::name, rules.substring(0, 2)),
                    starting(RetailCalendar.Rule.values(), RetailCalendar.Rule::name, rules.substring(4, 5)),
                    Integer.parseInt(rules.substring(2, 4)),
                    starting(
                            RetailCalendar.Pattern.values(), RetailCalendar.Pattern::name, "P" + rules.substring(5, 8)),
                    label(rules));
        }
        throw new IllegalArgumentException(rules);
    }

    private static YearLabel label(String rules) {
        return starting(YearLabel.values(), YearLabel::name, rules.substring(rules.length() - 1));
    }

    private static <T> T starting(T[] values, Function<T, String> name, String letters) {
        return Arrays.stream(values)
                .filter(v -> name.apply(v).startsWith(letters))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(letters));
    }
}
