package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.RetailCalendar;
import org.kpisuite.domain.calendar.YearLabel;

/** The table of domain specification §8.2, notation by notation. */
class PeriodIntakeTest {
    private static final RetailCalendar LIKE_ISO = RetailCalendar.parse("SUNDAY NEAREST 12 4-4-5");
    private static final PeriodIntake PERIODS = new PeriodIntake(
            new CompanyCalendar(new FiscalCalendar(1, YearLabel.END_YEAR), LIKE_ISO, CalendarKind.CIVIL), null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-05              | DAY 2026-10-05
            05.10.2026              | DAY 2026-10-05
            10/05/2026              | E-PERIOD-AMBIGUOUS
            25/12/2026              | E-PERIOD-FORMAT
            05/05/2026              | E-PERIOD-AMBIGUOUS
            5.10.2026               | E-PERIOD-FORMAT
            2026-W41                | WEEK 2026-W41
            2026W41                 | WEEK 2026-W41
            2026-w41                | WEEK 2026-W41
            41 неделя 2026          | WEEK 2026-W41
            нед. 41 2026            | WEEK 2026-W41
            2026-W53                | WEEK 2026-W53
            2025-W53                | E-PERIOD-INVALID
            2026-10                 | MONTH 2026-10
            10.2026                 | MONTH 2026-10
            октябрь 2026            | MONTH 2026-10
            окт 2026                | MONTH 2026-10
            окт. 2026 г.            | MONTH 2026-10
            октября 2026            | MONTH 2026-10
            ОКТЯБРЬ 2026 года       | MONTH 2026-10
            October 2026            | MONTH 2026-10
            oct 2026                | MONTH 2026-10
            мая 2026                | MONTH 2026-05
            май 2026                | MONTH 2026-05
            May 2026                | MONTH 2026-05
            Март 2026               | MONTH 2026-03
            марта 2026 г.           | MONTH 2026-03
            август 2026             | MONTH 2026-08
            сент. 2026              | MONTH 2026-09
            Sept 2026               | MONTH 2026-09
            июня 2026               | MONTH 2026-06
            июл. 2026               | MONTH 2026-07
            2026-Q4                 | QUARTER 2026-Q4
            Q4 2026                 | QUARTER 2026-Q4
            4 кв. 2026              | QUARTER 2026-Q4
            4 кв. 2026 г.           | QUARTER 2026-Q4
            IV квартал 2026         | QUARTER 2026-Q4
            4-й квартал 2026        | QUARTER 2026-Q4
            III кв. 2026            | QUARTER 2026-Q3
            2026                    | YEAR 2026
            2026 год                | YEAR 2026
            2026 г.                 | YEAR 2026
            FY2026-Q1               | QUARTER FY2026-Q1
            FY2026-P01              | MONTH FY2026-P01
            fy2026                  | YEAR FY2026
            FY2026-Q5               | E-PERIOD-INVALID
            FY26-Q1                 | E-PERIOD-FORMAT
            R2026-P12               | MONTH R2026-P12
            R2026-W53               | WEEK R2026-W53
            R2027-W53               | E-PERIOD-INVALID
            R2026-Q4                | QUARTER R2026-Q4
            R2026                   | YEAR R2026
            октябрь                 | E-PERIOD-FORMAT
            окт. 26                 | E-PERIOD-FORMAT
            05.10.26                | E-PERIOD-FORMAT
            26-10                   | E-PERIOD-FORMAT
            2026-02-30              | E-PERIOD-INVALID
            30.02.2026              | E-PERIOD-INVALID
            2026-13                 | E-PERIOD-INVALID
            2026-Q5                 | E-PERIOD-INVALID
            5 кв. 2026              | E-PERIOD-INVALID
            0026                    | E-PERIOD-INVALID
            ''                      | E-PERIOD-FORMAT
            soon                    | E-PERIOD-FORMAT
            """)
    void text_isThatPeriod_orRefusedByThatCode(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void spacesThatDoNotBreak_areSpaces() {
        assertThat(read("\u00a0окт.\u00a02026\u202fг. ")).isEqualTo("MONTH 2026-10");
    }

    @Test
    void slashedDate_isRefused_withBothReadings() {
        Reading<Period> reading = PERIODS.read("10/05/2026");
        assertThat(((Reading.Refused<Period>) reading).refusal().arguments())
                .containsExactly("2026-10-05", "2026-05-10");
    }

    @ParameterizedTest
    @CsvSource({"DAY", "WEEK", "MONTH", "QUARTER", "YEAR"})
    void codeOfAnyPeriod_readsBackAsItself(Granularity granularity) {
        Period period = Period.parse("1999");
        Period walking = Period.of(granularity, period.start());
        for (int i = 0; i < 20; i++) {
            assertThat(PERIODS.read(walking.code())).isEqualTo(Reading.of(walking));
            walking = walking.plus(i);
        }
    }

    @ParameterizedTest(name = "{0} by {1} is {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-Q4,         -,      E-PERIOD-AMBIGUOUS",
                "IV квартал 2026, -,      E-PERIOD-AMBIGUOUS",
                "2026-Q5,         -,      E-PERIOD-INVALID",
                "IV квартал 2026, CIVIL,  QUARTER 2026-Q4",
                "IV квартал 2026, FISCAL, QUARTER FY2026-Q4",
                "4 кв. 2026,      RETAIL, QUARTER R2026-Q4",
                "2026-10,         -,      MONTH 2026-10",
                "FY2026-Q4,       -,      QUARTER FY2026-Q4",
                "2026,            FISCAL, YEAR 2026"
            })
    void quarterWithoutACalendar_isOfTheOneThatTheProfileNames(String text, CalendarKind named, String expected) {
        CompanyCalendar april =
                new CompanyCalendar(new FiscalCalendar(4, YearLabel.END_YEAR), LIKE_ISO, CalendarKind.CIVIL);
        assertThat(words(new PeriodIntake(april, named).read(text))).isEqualTo(expected);
    }

    private static String read(String text) {
        return words(PERIODS.read(text));
    }

    private static String words(Reading<Period> reading) {
        return reading instanceof Reading.Value<Period> value
                ? value.value().granularity() + " " + value.value().code()
                : ((Reading.Refused<Period>) reading).refusal().code().text();
    }
}
