package org.kpisuite.ejb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.WorkingDays;

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
}
