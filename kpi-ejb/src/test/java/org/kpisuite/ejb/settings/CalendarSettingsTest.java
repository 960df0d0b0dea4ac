package org.kpisuite.ejb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.scorecard.ScoreRules;
import org.kpisuite.domain.scorecard.StatusLimits;

/** The calendars of a company, as its environment sets them. */
class CalendarSettingsTest {
    private static Function<String, Optional<String>> environment(String... pairs) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return name -> Optional.ofNullable(settings.get(name));
    }

    @Test
    void emptyEnvironment_isTheStandard() {
        assertThat(CalendarSettings.calendar(environment())).isEqualTo(CompanyCalendar.STANDARD);
        assertThat(CalendarSettings.workingDays(environment())).isSameAs(WorkingDays.russia());
    }

    @Test
    void environment_decides() {
        CompanyCalendar calendar = CalendarSettings.calendar(environment(
                "KPI_FISCAL_START", "4",
                "KPI_FISCAL_LABEL", "start_year",
                "KPI_RETAIL", "Saturday nearest 1 4-5-4 START_YEAR",
                "KPI_PLAN_CALENDAR", "FISCAL"));
        assertThat(calendar.planQuarter(LocalDate.of(2026, 2, 15))).hasToString("FY2025-Q4");
        assertThat(calendar.parse("R2023").endInclusive()).isEqualTo(LocalDate.of(2024, 2, 3));
        assertThat(CalendarSettings.workingDays(environment("KPI_HOLIDAYS", "none")))
                .isSameAs(WorkingDays.MONDAY_TO_FRIDAY);
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            KPI_FISCAL_START  | 13             | KPI_FISCAL_START must be a month from 1 to 12, but is 13
            KPI_FISCAL_START  | April          | KPI_FISCAL_START must be a month from 1 to 12, but is April
            KPI_FISCAL_LABEL  | END            | KPI_FISCAL_LABEL must be one of [END_YEAR, START_YEAR], but is END
            KPI_RETAIL        | NRF            | KPI_RETAIL: a retail calendar is a weekday, LAST or NEAREST
            KPI_PLAN_CALENDAR | ISO            | KPI_PLAN_CALENDAR must be one of [CIVIL, FISCAL, RETAIL], but is ISO
            KPI_PLAN_CALENDAR | RETAIL         | KPI_PLAN_CALENDAR is RETAIL, but KPI_RETAIL is not set
            """)
    void settingThatCannotBe_isRefused_byItsName(String name, String value, String message) {
        assertThatThrownBy(() -> CalendarSettings.calendar(environment(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void holidaysOfAnotherCountry_areRefused() {
        assertThatThrownBy(() -> CalendarSettings.workingDays(environment("KPI_HOLIDAYS", "DE")))
                .hasMessage("KPI_HOLIDAYS must be one of [RU, NONE], but is DE");
    }

    @Test
    void scoreAndComparison_areThoseOfTheSpecification_unlessSet() {
        assertThat(ScoreSettings.score(environment())).isEqualTo(ScoreRules.DEFAULT);
        assertThat(ScoreSettings.comparisons(environment())).isEqualTo(Comparisons.STANDARD);
        ScoreRules strict = ScoreSettings.score(environment("KPI_COVERAGE_MIN", "75.5", "KPI_NO_COMPENSATION", "True"));
        assertThat(strict.coverageMin()).isEqualByComparingTo("75.5");
        assertThat(strict.noCompensation()).isTrue();
        assertThat(strict.limits()).isEqualTo(StatusLimits.USUAL);
        ScoreRules lenient = ScoreSettings.score(environment("KPI_GREEN_FROM", "95", "KPI_AMBER_FROM", "80.5"));
        assertThat(lenient.limits()).isEqualTo(new StatusLimits(new BigDecimal("95"), new BigDecimal("80.5")));
        assertThat(ScoreSettings.comparisons(environment("KPI_COMPARISON", "restated")))
                .isEqualTo(Comparisons.RESTATED);
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            KPI_COVERAGE_MIN    | 101   | KPI_COVERAGE_MIN must be 0 to 100, but is 101
            KPI_COVERAGE_MIN    | most  | KPI_COVERAGE_MIN must be 0 to 100, but is most
            KPI_GREEN_FROM      | 121   | KPI_GREEN_FROM must be 0 to 120, but is 121
            KPI_GREEN_FROM      | 70    | KPI_AMBER_FROM must be below KPI_GREEN_FROM, but is 70
            KPI_AMBER_FROM      | low   | KPI_AMBER_FROM must be 0 to 120, but is low
            KPI_NO_COMPENSATION | maybe | KPI_NO_COMPENSATION must be true or false, but is maybe
            """)
    void scoreSettingThatCannotBe_isRefused_byItsName(String name, String value, String message) {
        assertThatThrownBy(() -> ScoreSettings.score(environment(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> ScoreSettings.comparisons(environment("KPI_COMPARISON", "last year")))
                .hasMessage("KPI_COMPARISON must be STANDARD, RESTATED or SAME_DATE, but is last year");
    }
}
