package org.kpisuite.domain.actual;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;

/**
 * Reads the periods and dates of one column: by the patterns of a profile, or in the notations of the contract.
 *
 * <p>An instant with an offset is a day of the company's zone. Whatever the pattern, {@code 2026-10-05} is understood:
 * so dates come out of a workbook.
 */
public final class DateIntake {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"));
    private static final Pattern TIMED =
            Pattern.compile("(.*\\d)[T ,\\u00a0\\u202f]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp][Mm])?");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("(\\d{1,2})[ \\u00a0](\\p{L}.*)");

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;
    private final Function<String, Reading<Period>> notation;
    private final Resolved<Period> periods = new Resolved<>(this::resolve);

    /** @param notation reads the notations of the contract, for columns without a pattern */
    public DateIntake(List<String> patterns, ZoneId zone, Function<String, Reading<Period>> notation) {
        this.formats = patterns.stream().flatMap(DateIntake::formats).toList();
        this.zone = zone;
        this.notation = notation;
    }

    /** A pattern, in each language that its words can be of. */
    public static Stream<DateTimeFormatter> formats(String pattern) {
        boolean words = pattern.contains("MMM") || pattern.contains("LLL") || pattern.contains("E");
        return (words ? LANGUAGES : LANGUAGES.subList(0, 1)).stream().map(language -> new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT));
    }

    /** The period of that text, or E-PERIOD-FORMAT, E-PERIOD-AMBIGUOUS, E-PERIOD-INVALID. */
    public Reading<Period> read(String text) {
        return periods.get(text);
    }

    /** The period of a cell: that of its text, else, where the cell is a date, its day. */
    Reading<Period> read(String text, Optional<LocalDate> day) {
        Reading<Period> reading = periods.get(text);
        return reading instanceof Reading.Refused<Period> && day.isPresent()
                ? Reading.of(Period.day(day.get()))
                : reading;
    }

    private Reading<Period> resolve(String text) {
        if (formats.isEmpty()) {
            return byNotation(text);
        }
        for (DateTimeFormatter format : formats) {
            try {
                return Reading.of(
                        period(format.parseBest(text, OffsetDateTime::from, LocalDate::from, YearMonth::from)));
            } catch (DateTimeException e) {
                // The next pattern may fit.
            }
        }
        try {
            return Reading.of(Period.day(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Reading.refuse(isWritten(text) ? Code.E_PERIOD_INVALID : Code.E_PERIOD_FORMAT, text);
        }
    }

    /** Whether a text is written as a pattern says; then it is only no day that there is. */
    private boolean isWritten(String text) {
        return Stream.concat(formats.stream(), Stream.of(DateTimeFormatter.ISO_LOCAL_DATE))
                .anyMatch(format -> {
                    ParsePosition end = new ParsePosition(0);
                    return format.parseUnresolved(text, end) != null && end.getIndex() == text.length();
                });
    }

    private Period period(TemporalAccessor parsed) {
        if (parsed instanceof OffsetDateTime instant) {
            return Period.day(instant.atZoneSameInstant(zone).toLocalDate());
        }
        return parsed instanceof YearMonth month
                ? Period.of(Granularity.MONTH, month.atDay(1))
                : Period.day((LocalDate) parsed);
    }

    private Reading<Period> byNotation(String text) {
        Matcher timed = TIMED.matcher(text);
        String date = timed.matches() ? timed.group(1) : text;
        Reading<Period> reading = notation.apply(date);
        Matcher day = DAY_OF_MONTH.matcher(date);
        boolean named = reading instanceof Reading.Refused<Period> && day.matches();
        return named
                ? dayOfMonth(text, Integer.parseInt(day.group(1)), notation.apply(day.group(2)), reading)
                : reading;
    }

    /** {@code 14 сентября 2026 г.}: a day before a month. */
    private static Reading<Period> dayOfMonth(String text, int day, Reading<Period> month, Reading<Period> otherwise) {
        if (!(month instanceof Reading.Value<Period> value) || value.value().granularity() != Granularity.MONTH) {
            return otherwise;
        }
        if (day < 1 || day > value.value().start().lengthOfMonth()) {
            return Reading.refuse(Code.E_PERIOD_INVALID, text);
        }
        return Reading.of(Period.day(value.value().start().withDayOfMonth(day)));
    }
}
