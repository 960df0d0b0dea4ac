package org.kpisuite.domain.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A way of cutting days into periods. Every day lies in exactly one period of each granularity that a calendar has.
 *
 * <p>Days are cut by {@link CivilCalendar} alone, weeks by {@link IsoCalendar} and by a retail calendar; months, quarters and years by
 * all but ISO. A calendar is a value: two with the same rules are equal. Source: domain specification §3.1.
 */
public sealed interface Calendar permits CivilCalendar, IsoCalendar, FiscalCalendar, RetailCalendar {
    CalendarKind kind();

    /** Whether it cuts days into periods of this length. */
    boolean has(Granularity granularity);

    /** First day of the period in which the day lies. */
    LocalDate firstDay(Granularity granularity, LocalDate day);

    /** Where the period begins that many steps after the one that begins there. */
    LocalDate plus(Granularity granularity, LocalDate start, int steps);

    /** The year that the period which begins there is counted in, as it stands in its code. */
    int year(Granularity granularity, LocalDate start);

    /** The number of the period which begins there in its year, from 1. */
    int number(Granularity granularity, LocalDate start);

    /** Where the period of that year and number begins; empty if there is none. */
    Optional<LocalDate> start(Granularity granularity, int year, int number);

    /** The code of the period that begins there. */
    String code(Granularity granularity, LocalDate start);

    /** Its rules in a few letters, empty where it has none: what {@link CalendarRules#read} reads. */
    String rules();

    /** This calendar, or the one that cuts periods of a length which this one does not: CIVIL, for weeks ISO. */
    default Calendar of(Granularity granularity) {
        if (has(granularity)) {
            return this;
        }
        return granularity == Granularity.WEEK ? IsoCalendar.ISO : CivilCalendar.CIVIL;
    }
}
