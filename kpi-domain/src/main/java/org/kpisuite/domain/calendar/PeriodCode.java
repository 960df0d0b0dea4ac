package org.kpisuite.domain.calendar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** What a code says before it is known by which rules a fiscal or retail year is cut. */
record PeriodCode(
        CalendarKind kind,
        Granularity granularity,
        int year,
        int number,
        @Nullable Integer day) {
    private static final Pattern CIVIL = Pattern.compile("(\\d{4})(?:-(?:W(\\d{2})|Q(\\d)|(\\d{2})(?:-(\\d{2}))?))?");
    private static final Pattern FISCAL = Pattern.compile("FY(\\d{4})(?:-(?:Q(\\d)|P(\\d{2})))?");
    private static final Pattern RETAIL = Pattern.compile("R(\\d{4})(?:-(?:W(\\d{2})|Q(\\d)|P(\\d{2})))?");

    /** Refuses E-PERIOD-FORMAT if this is no code. */
    static PeriodCode of(String code) {
        Matcher m = CIVIL.matcher(code);
        if (m.matches()) {
            return civil(m);
        }
        m = FISCAL.matcher(code);
        if (m.matches()) {
            return business(CalendarKind.FISCAL, m.group(1), new String[] {null, m.group(2), m.group(3)});
        }
        m = RETAIL.matcher(code);
        if (m.matches()) {
            return business(CalendarKind.RETAIL, m.group(1), new String[] {m.group(2), m.group(3), m.group(4)});
        }
        throw new KpiException(Code.E_PERIOD_FORMAT, code);
    }

    private static PeriodCode civil(Matcher m) {
        PeriodCode code = business(CalendarKind.CIVIL, m.group(1), new String[] {m.group(2), m.group(3), m.group(4)});
        if (code.granularity == Granularity.WEEK) {
            return new PeriodCode(CalendarKind.ISO, Granularity.WEEK, code.year, code.number, null);
        }
        return m.group(5) == null
                ? code
                : new PeriodCode(
                        CalendarKind.CIVIL, Granularity.DAY, code.year, code.number, Integer.parseInt(m.group(5)));
    }

    private static PeriodCode business(CalendarKind kind, String year, @Nullable String[] weekQuarterMonth) {
        Granularity[] lengths = {Granularity.WEEK, Granularity.QUARTER, Granularity.MONTH};
        for (int i = 0; i < lengths.length; i++) {
            if (weekQuarterMonth[i] != null) {
                return new PeriodCode(
                        kind, lengths[i], Integer.parseInt(year), Integer.parseInt(weekQuarterMonth[i]), null);
            }
        }
        return new PeriodCode(kind, Granularity.YEAR, Integer.parseInt(year), 1, null);
    }

    /** The period of these words in a calendar of their kind; empty if it has none such. */
    Optional<Period> in(Calendar calendar) {
        if (year < Period.YEAR_MIN || year > Period.YEAR_MAX) {
            return Optional.empty();
        }
        if (day == null) {
            return calendar.start(granularity, year, number).map(s -> new Period(calendar, granularity, s));
        }
        return calendar.start(Granularity.MONTH, year, number)
                .filter(m -> day >= 1 && day <= m.lengthOfMonth())
                .map(m -> Period.day(m.withDayOfMonth(day)));
    }
}
