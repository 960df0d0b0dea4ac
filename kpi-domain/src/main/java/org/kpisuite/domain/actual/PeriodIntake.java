package org.kpisuite.domain.actual;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;

/**
 * Reads periods as they stand in files, in Russian and in English.
 *
 * <p>{@code 2026-10-05}, {@code 05.10.2026}, {@code 2026W41}, {@code нед. 41 2026}, {@code окт. 2026 г.}, {@code IV
 * квартал 2026}, {@code 2026 год}. Civil and ISO periods only: codes of a fiscal or retail calendar are refused. Source:
 * domain specification §8.2.
 */
public final class PeriodIntake {
    private static final int TEXT_LENGTH_MAX = 40;
    private static final String YEAR_WORD = "(?: ?(?:г\\.?|года?))?";
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Map<String, Integer> ROMAN = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);
    private static final List<String> MONTHS_EN = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    /** Stems: what follows is an ending of the nominative, the genitive, or the point of an abbreviation. */
    private static final List<String> MONTHS_RU = List.of(
            "январ(?:ь|я)|янв\\.?",
            "феврал(?:ь|я)|фев\\.?|февр\\.?",
            "марта?|мар\\.?",
            "апрел(?:ь|я)|апр\\.?",
            "ма(?:й|я)",
            "июн(?:ь|я)|июн\\.?",
            "июл(?:ь|я)|июл\\.?",
            "августа?|авг\\.?",
            "сентябр(?:ь|я)|сен\\.?|сент\\.?",
            "октябр(?:ь|я)|окт\\.?",
            "ноябр(?:ь|я)|ноя\\.?|нояб\\.?",
            "декабр(?:ь|я)|дек\\.?");

    private record Notation(Pattern pattern, Function<MatchResult, Optional<Period>> meaning) {}

    private static final List<Notation> NOTATIONS = List.of(
            notation("(\\d{4})-(\\d{2})-(\\d{2})", m -> day(number(m, 1), number(m, 2), number(m, 3))),
            notation("(\\d{2})\\.(\\d{2})\\.(\\d{4})" + YEAR_WORD, m -> day(number(m, 3), number(m, 2), number(m, 1))),
            notation("(\\d{4})-?w(\\d{2})", m -> week(number(m, 1), number(m, 2))),
            notation(
                    "(\\d{1,2})(?:-?я)? ?нед(?:еля|\\.)? ?(\\d{4})" + YEAR_WORD, m -> week(number(m, 2), number(m, 1))),
            notation("нед(?:еля|\\.)? ?(\\d{1,2}) (\\d{4})" + YEAR_WORD, m -> week(number(m, 2), number(m, 1))),
            notation("(\\d{4})-(\\d{2})", m -> month(number(m, 1), number(m, 2))),
            notation("(\\d{2})\\.(\\d{4})" + YEAR_WORD, m -> month(number(m, 2), number(m, 1))),
            notation("(\\d{4})-q(\\d)", m -> quarter(number(m, 1), number(m, 2))),
            notation("q(\\d) (\\d{4})", m -> quarter(number(m, 2), number(m, 1))),
            notation("(\\d)(?:-?й)? ?кв(?:артал|\\.)? ?(\\d{4})" + YEAR_WORD, m -> quarter(number(m, 2), number(m, 1))),
            notation(
                    "(i|ii|iii|iv) ?кв(?:артал|\\.)? ?(\\d{4})" + YEAR_WORD,
                    m -> quarter(number(m, 2), ROMAN.get(m.group(1)))),
            notation("(\\d{4})(?: ?(?:г\\.?|год))?", m -> year(number(m, 1))));

    private static final List<Pattern> MONTH_NAMES = monthNames();

    private PeriodIntake() {}

    /** The period of that text, or E-PERIOD-FORMAT, E-PERIOD-AMBIGUOUS, E-PERIOD-INVALID. */
    public static Reading<Period> read(String given) {
        String text = normalised(given);
        if (text.length() > TEXT_LENGTH_MAX) {
            return Reading.refuse(Code.E_PERIOD_FORMAT, given);
        }
        for (Notation notation : NOTATIONS) {
            Matcher m = notation.pattern.matcher(text);
            if (m.matches()) {
                return existing(given, notation.meaning.apply(m));
            }
        }
        return named(given, text);
    }

    private static Reading<Period> named(String given, String text) {
        for (int month = 1; month <= MONTH_NAMES.size(); month++) {
            Matcher m = MONTH_NAMES.get(month - 1).matcher(text);
            if (m.matches()) {
                return existing(given, month(number(m, 1), month));
            }
        }
        Matcher m = SLASHED.matcher(text);
        return m.matches() ? slashed(given, m) : Reading.refuse(Code.E_PERIOD_FORMAT, given);
    }

    /** Day or month first: with slashes nobody can know, unless only one of the two is a date. */
    private static Reading<Period> slashed(String given, Matcher m) {
        Optional<Period> monthFirst = day(number(m, 3), number(m, 1), number(m, 2));
        Optional<Period> dayFirst = day(number(m, 3), number(m, 2), number(m, 1));
        if (monthFirst.isPresent() && dayFirst.isPresent()) {
            return Reading.refuse(
                    Code.E_PERIOD_AMBIGUOUS,
                    monthFirst.get().code(),
                    dayFirst.get().code());
        }
        return Reading.refuse(Code.E_PERIOD_FORMAT, given);
    }

    private static Reading<Period> existing(String given, Optional<Period> period) {
        return period.map(Reading::of).orElseGet(() -> Reading.refuse(Code.E_PERIOD_INVALID, given));
    }

    private static String normalised(String given) {
        return given.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }

    private static List<Pattern> monthNames() {
        return IntStream.range(0, 12)
                .mapToObj(i -> Pattern.compile("(?:" + MONTHS_RU.get(i) + "|" + english(i) + ") (\\d{4})" + YEAR_WORD))
                .toList();
    }

    private static String english(int month) {
        String name = MONTHS_EN.get(month);
        return name + "|" + name.substring(0, 3) + "\\.?" + (month == 8 ? "|sept\\.?" : "");
    }

    private static Notation notation(String regex, Function<MatchResult, Optional<Period>> meaning) {
        return new Notation(Pattern.compile(regex), meaning);
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static boolean isYear(int year) {
        return year >= Period.YEAR_MIN && year <= Period.YEAR_MAX;
    }

    private static Optional<Period> day(int year, int month, int day) {
        return month(year, month)
                .filter(m -> day >= 1 && day <= m.start().lengthOfMonth())
                .map(m -> Period.day(m.start().withDayOfMonth(day)));
    }

    private static Optional<Period> week(int year, int week) {
        return isYear(year) ? Period.week(year, week) : Optional.empty();
    }

    private static Optional<Period> month(int year, int month) {
        return isYear(year) ? Period.month(year, month) : Optional.empty();
    }

    private static Optional<Period> quarter(int year, int quarter) {
        return isYear(year) ? Period.quarter(year, quarter) : Optional.empty();
    }

    private static Optional<Period> year(int year) {
        return isYear(year) ? Optional.of(Period.of(Granularity.YEAR, LocalDate.of(year, 1, 1))) : Optional.empty();
    }
}
