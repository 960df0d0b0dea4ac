package org.kpisuite.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * The calendars of one company: how its fiscal and retail years are cut, and in which calendar its quarterly plans live.
 *
 * <p>Source: domain specification §3.1.
 *
 * @param fiscal from January where the company has no other fiscal year
 * @param retail null where it has none
 * @param planning CIVIL, FISCAL or RETAIL
 */
public record CompanyCalendar(
        FiscalCalendar fiscal, @Nullable RetailCalendar retail, CalendarKind planning) {
    /** Fiscal year from January, no retail year, plans by civil quarters. */
    public static final CompanyCalendar STANDARD =
            new CompanyCalendar(new FiscalCalendar(1, YearLabel.END_YEAR), null, CalendarKind.CIVIL);

    public CompanyCalendar {
        if (planning == CalendarKind.ISO) {
            throw new IllegalArgumentException("ISO has weeks only, plans need quarters");
        }
        if (planning == CalendarKind.RETAIL && retail == null) {
            throw new IllegalArgumentException("plans cannot live in a retail calendar that is not set");
        }
    }

    /** The calendar of that kind; empty for RETAIL where the company has none. */
    public Optional<Calendar> calendar(CalendarKind kind) {
        return switch (kind) {
            case CIVIL -> Optional.of(CivilCalendar.CIVIL);
            case ISO -> Optional.of(IsoCalendar.ISO);
            case FISCAL -> Optional.of(fiscal);
            case RETAIL -> Optional.ofNullable(retail);
        };
    }

    /**
     * The period of a code in a request; {@code 2026-Q4} is the civil quarter.
     *
     * @throws KpiException E-PERIOD-FORMAT if this is no code, E-PERIOD-INVALID if there is no such period, or no retail
     *     calendar for it to be of
     */
    public Period parse(String code) {
        return find(code).orElseThrow(() -> new KpiException(Code.E_PERIOD_INVALID, code));
    }

    private Optional<Period> find(String code) {
        PeriodCode words = PeriodCode.of(code);
        return calendar(words.kind()).flatMap(words::in);
    }

    /**
     * The period of a code in a file, where {@code 2026-Q4} is a quarter of the calendar that the import profile names.
     *
     * @param named by the profile; null where it names none
     * @throws KpiException as {@link #parse}; E-PERIOD-AMBIGUOUS for a bare quarter where the fiscal year does not begin
     *     in January and no calendar is named
     */
    public Period parseImported(String code, @Nullable CalendarKind named) {
        PeriodCode words = PeriodCode.of(code);
        Period period = parse(code);
        if (words.kind() != CalendarKind.CIVIL || period.granularity() != Granularity.QUARTER) {
            return period;
        }
        return quarter(period.year(), period.number(), named)
                .orElseThrow(() -> new KpiException(Code.E_PERIOD_INVALID, code));
    }

    private Optional<Period> quarter(int year, int number, @Nullable CalendarKind named) {
        if (named == null && !fiscal.isCivil()) {
            throw new KpiException(
                    Code.E_PERIOD_AMBIGUOUS,
                    quarter(year, number, CalendarKind.CIVIL)
                            .map(CompanyCalendar::spelt)
                            .orElseThrow(),
                    quarter(year, number, CalendarKind.FISCAL)
                            .map(CompanyCalendar::spelt)
                            .orElseThrow());
        }
        CalendarKind kind = named == null || named == CalendarKind.ISO ? CalendarKind.CIVIL : named;
        return calendar(kind).flatMap(c -> c.start(Granularity.QUARTER, year, number)
                .map(s -> new Period(c, Granularity.QUARTER, s)));
    }

    private static String spelt(Period period) {
        return period.code() + " (" + period.start() + " – " + period.endInclusive() + ")";
    }

    /** The quarter for which plans are made that contains the day. */
    public Period planQuarter(LocalDate day) {
        return Period.of(calendar(planning).orElseThrow(), Granularity.QUARTER, day);
    }

    /** The plan quarter that contains the day before an instant: what a report of that instant is about. */
    public Period reportedQuarter(Instant asOf, ZoneId zone) {
        return planQuarter(LocalDate.ofInstant(asOf, zone).minusDays(1));
    }

    /**
     * That period, if plans may be made for it.
     *
     * @throws KpiException E-FIELD-VALUE for anything but a quarter of the planning calendar
     */
    public Period requirePlanQuarter(Period period) {
        Period expected = planQuarter(period.start());
        if (!period.equals(expected)) {
            throw new KpiException(Code.E_FIELD_VALUE, "period", period.code(), expected.code());
        }
        return period;
    }
}
