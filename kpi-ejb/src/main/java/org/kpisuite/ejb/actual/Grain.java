package org.kpisuite.ejb.actual;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * What kind of period a stored row is of, one letter each.
 *
 * <p>A fiscal or retail period of the same days as a civil one or an ISO week is stored as that: fiscal months always.
 */
enum Grain {
    D(CalendarKind.CIVIL, Granularity.DAY),
    W(CalendarKind.ISO, Granularity.WEEK),
    M(CalendarKind.CIVIL, Granularity.MONTH),
    Q(CalendarKind.CIVIL, Granularity.QUARTER),
    Y(CalendarKind.CIVIL, Granularity.YEAR),
    F(CalendarKind.FISCAL, Granularity.QUARTER),
    G(CalendarKind.FISCAL, Granularity.YEAR),
    V(CalendarKind.RETAIL, Granularity.WEEK),
    P(CalendarKind.RETAIL, Granularity.MONTH),
    U(CalendarKind.RETAIL, Granularity.QUARTER),
    R(CalendarKind.RETAIL, Granularity.YEAR);

    /** Asked for with every row, of which most are of days. */
    private static final Grain[] ALL = values();

    private final CalendarKind kind;
    private final Granularity granularity;

    Grain(CalendarKind kind, Granularity granularity) {
        this.kind = kind;
        this.granularity = granularity;
    }

    /** The letter by which a period is stored. */
    static String code(Period period) {
        Period stored = period.asStored();
        for (Grain grain : ALL) {
            if (grain.granularity == stored.granularity()
                    && grain.kind == stored.calendar().kind()) {
                return grain.name();
            }
        }
        throw new IllegalArgumentException(period.key());
    }

    /** Those by which rows of a company can be stored. */
    static List<Grain> of(CompanyCalendar calendar) {
        return Arrays.stream(ALL)
                .filter(g -> g.kind != CalendarKind.RETAIL || calendar.retail() != null)
                .filter(g -> g.kind != CalendarKind.FISCAL || !calendar.fiscal().isCivil())
                .toList();
    }

    Granularity granularity() {
        return granularity;
    }

    /** The period of this kind in which the day lies. */
    Period around(LocalDate day, CompanyCalendar calendar) {
        return Period.of(calendar.calendar(kind).orElseThrow(this::unset), granularity, day);
    }

    /** The period of a stored row. Fails where the company's calendar no longer has a period that starts there. */
    Period period(LocalDate start, CompanyCalendar calendar) {
        Period period = around(start, calendar);
        if (!period.start().equals(start)) {
            throw new IllegalStateException("A value is stored for a " + kind + " " + granularity + " from " + start
                    + ", but by the settings of today none begins there: see KPI_FISCAL_START and KPI_RETAIL");
        }
        return period;
    }

    private IllegalStateException unset() {
        return new IllegalStateException("Values are stored by a " + kind + " calendar, but none is set");
    }
}
