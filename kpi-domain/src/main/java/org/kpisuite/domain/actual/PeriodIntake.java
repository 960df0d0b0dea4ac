package org.kpisuite.domain.actual;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Reads periods as they stand in files, in Russian and in English.
 *
 * <p>{@code 2026-10-05}, {@code 05.10.2026}, {@code 2026W41}, {@code нед. 41 2026}, {@code окт. 2026 г.}, {@code IV
 * квартал 2026}, {@code 2026 год}, {@code FY2026-Q1}, {@code R2026-W53}. A quarter without a calendar is one of the
 * calendar that the profile names. Source: domain specification §8.2.
 */
public final class PeriodIntake {
    private static final int TEXT_LENGTH_MAX = 40;
    private static final String YEAR_WORD = "(?: ?(?:г\\.?|года?))?";
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Map<String, String> ROMAN = Map.of("i", "1", "ii", "2", "iii", "3", "iv", "4");
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

    /** A way to write a period, and the code that it stands for. */
    private record Notation(Pattern pattern, Function<MatchResult, String> code) {}

    private static final List<Notation> NOTATIONS = List.of(
            notation("(\\d{4}-\\d{2}-\\d{2})", m -> m.group(1)),
            notation("(\\d{2})\\.(\\d{2})\\.(\\d{4})" + YEAR_WORD, m -> day(m.group(3), m.group(2), m.group(1))),
            notation("(\\d{4})-?w(\\d{2})", m -> week(m.group(1), m.group(2))),
            notation("(\\d{1,2})(?:-?я)? ?нед(?:еля|\\.)? ?(\\d{4})" + YEAR_WORD, m -> week(m.group(2), m.group(1))),
            notation("нед(?:еля|\\.)? ?(\\d{1,2}) (\\d{4})" + YEAR_WORD, m -> week(m.group(2), m.group(1))),
            notation("(\\d{4}-\\d{2})", m -> m.group(1)),
            notation("(\\d{2})\\.(\\d{4})" + YEAR_WORD, m -> m.group(2) + "-" + m.group(1)),
            notation("(\\d{4})-q(\\d)", m -> quarter(m.group(1), m.group(2))),
            notation("q(\\d) (\\d{4})", m -> quarter(m.group(2), m.group(1))),
            notation("(\\d)(?:-?й)? ?кв(?:артал|\\.)? ?(\\d{4})" + YEAR_WORD, m -> quarter(m.group(2), m.group(1))),
            notation(
                    "(i|ii|iii|iv) ?кв(?:артал|\\.)? ?(\\d{4})" + YEAR_WORD,
                    m -> quarter(m.group(2), ROMAN.get(m.group(1)))),
            notation("(\\d{4})(?: ?(?:г\\.?|год))?", m -> m.group(1)),
            notation(
                    "(fy\\d{4}(?:-(?:q\\d|p\\d{2}))?|r\\d{4}(?:-(?:q\\d|[pw]\\d{2}))?)",
                    m -> m.group(1).toUpperCase(Locale.ROOT)));

    private static final List<Pattern> MONTH_NAMES = monthNames();
    private static final Pattern MONTH = month();
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final Pattern OTHER_WORD = Pattern.compile("i{1,3}|iv|q|w|fy|кв|квартал|нед|неделя|г|года?|й|я");
    private static final Pattern DIGITS = Pattern.compile("[ .,/–—'’-]*(\\d[\\d .,/–—'’-]*)?");

    private final CompanyCalendar calendar;
    private final @Nullable CalendarKind named;

    /**
     * A reader for files of one profile.
     *
     * @param named the calendar that the profile names; null where it names none
     */
    public PeriodIntake(CompanyCalendar calendar, @Nullable CalendarKind named) {
        this.calendar = calendar;
        this.named = named;
    }

    /** The period of that text, or E-PERIOD-FORMAT, E-PERIOD-AMBIGUOUS, E-PERIOD-INVALID. */
    public Reading<Period> read(String given) {
        String text = normalised(given);
        if (text.length() > TEXT_LENGTH_MAX) {
            return Reading.refuse(Code.E_PERIOD_FORMAT, given);
        }
        for (Notation notation : NOTATIONS) {
            Matcher m = notation.pattern.matcher(text);
            if (m.matches()) {
                return period(given, notation.code.apply(m));
            }
        }
        return named(given, text);
    }

    /** Whether a text wants to be a period, readable or not: a month, or a number with nothing but the words of periods. */
    static boolean isMeant(String given) {
        String text = normalised(given);
        if (text.isEmpty() || text.length() > TEXT_LENGTH_MAX) {
            return false;
        }
        List<String> words =
                LETTERS.matcher(text).results().map(MatchResult::group).toList();
        boolean month = words.stream().anyMatch(w -> MONTH.matcher(w).matches());
        boolean known = words.stream()
                .allMatch(
                        w -> MONTH.matcher(w).matches() || OTHER_WORD.matcher(w).matches());
        Matcher rest = DIGITS.matcher(LETTERS.matcher(text).replaceAll(""));
        return known && rest.matches() && (month || rest.group(1) != null);
    }

    private Reading<Period> period(String given, String code) {
        try {
            return Reading.of(calendar.parseImported(code, named));
        } catch (KpiException e) {
            return e.code() == Code.E_PERIOD_AMBIGUOUS
                    ? new Reading.Refused<>(e.refusals().get(0))
                    : Reading.refuse(e.code(), given);
        }
    }

    private Reading<Period> named(String given, String text) {
        for (int month = 1; month <= MONTH_NAMES.size(); month++) {
            Matcher m = MONTH_NAMES.get(month - 1).matcher(text);
            if (m.matches()) {
                return period(given, m.group(1) + "-" + twoDigits(Integer.toString(month)));
            }
        }
        Matcher m = SLASHED.matcher(text);
        return m.matches() ? slashed(given, m) : Reading.refuse(Code.E_PERIOD_FORMAT, given);
    }

    /** Day or month first: with slashes nobody can know, unless only one of the two is a date. */
    private Reading<Period> slashed(String given, Matcher m) {
        String monthFirst = day(m.group(3), m.group(1), m.group(2));
        String dayFirst = day(m.group(3), m.group(2), m.group(1));
        boolean both = Stream.of(monthFirst, dayFirst).allMatch(d -> period(given, d) instanceof Reading.Value);
        return both
                ? Reading.refuse(Code.E_PERIOD_AMBIGUOUS, monthFirst, dayFirst)
                : Reading.refuse(Code.E_PERIOD_FORMAT, given);
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

    private static Pattern month() {
        return Pattern.compile(IntStream.range(0, 12)
                .mapToObj(i -> MONTHS_RU.get(i) + "|" + english(i))
                .collect(Collectors.joining("|")));
    }

    private static String english(int month) {
        String name = MONTHS_EN.get(month);
        return name + "|" + name.substring(0, 3) + "\\.?" + (month == 8 ? "|sept\\.?" : "");
    }

    private static Notation notation(String regex, Function<MatchResult, String> code) {
        return new Notation(Pattern.compile(regex), code);
    }

    private static String day(String year, String month, String day) {
        return year + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    private static String week(String year, String week) {
        return year + "-W" + twoDigits(week);
    }

    private static String quarter(String year, String quarter) {
        return year + "-Q" + quarter;
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
