package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.scorecard.SourceCheck.Outcome;

class SourceCheckTest {
    private static final DayRange OCTOBER = days(1, 31);

    private static DayRange days(int first, int last) {
        return new DayRange(LocalDate.of(2026, 10, first), LocalDate.of(2026, 10, last));
    }

    private static SourceCheck.Row row(int day, int value) {
        return new SourceCheck.Row(days(day, day), BigDecimal.valueOf(value));
    }

    private static SourceCheck.Taken taken(Granularity granularity, DayRange days, SourceCheck.Row... rows) {
        BigDecimal sum = Stream.of(rows).map(SourceCheck.Row::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        FactSlice slice = new FactSlice(
                "MKT", "LEADS", "", "CRM", granularity, days, sum, sum, sum, days.endInclusive(), days.days());
        return new SourceCheck.Taken(slice, List.of(rows));
    }

    private static SourceCheck check(TimeAggregation rule, String value, SourceCheck.Taken... taken) {
        return SourceCheck.of(rule, value == null ? null : new BigDecimal(value), List.of(taken), false);
    }

    @Test
    void flow_isTheSumOfItsRows_whateverTheirDecimals() {
        SourceCheck check = check(TimeAggregation.SUM, "45.00", taken(Granularity.DAY, OCTOBER, row(5, 40), row(6, 5)));
        assertThat(check.outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(check.total()).isEqualByComparingTo("45");
    }

    @Test
    void flow_thatItsRowsDoNotMake_isDifferent() {
        assertThat(check(TimeAggregation.SUM, "44", taken(Granularity.DAY, OCTOBER, row(5, 40), row(6, 5)))
                        .outcome())
                .isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void state_isTheLastRowOfEachSeries_andAnOpeningTheFirst() {
        SourceCheck.Taken one = taken(Granularity.DAY, OCTOBER, row(5, 40), row(31, 70));
        SourceCheck.Taken other = taken(Granularity.DAY, OCTOBER, row(30, 9), row(2, 4));
        assertThat(check(TimeAggregation.LAST, "79", one, other).outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(check(TimeAggregation.FIRST, "44", one, other).outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(check(TimeAggregation.SUM, "79", one, other).outcome()).isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void mean_isNoSum_andNothingIsClaimedOfIt() {
        assertThat(check(TimeAggregation.AVG_T, "22.5", taken(Granularity.DAY, OCTOBER, row(5, 40), row(6, 5)))
                        .outcome())
                .isEqualTo(Outcome.MEAN);
    }

    @Test
    void otherCurrencies_andCutWeeks_explainADifference() {
        SourceCheck.Taken cut = taken(Granularity.WEEK, days(29, 31), row(29, 70));
        assertThat(check(TimeAggregation.SUM, "30", cut).outcome()).isEqualTo(Outcome.SPLIT);
        assertThat(SourceCheck.of(TimeAggregation.SUM, BigDecimal.TEN, List.of(cut), true)
                        .outcome())
                .isEqualTo(Outcome.CONVERTED);
    }

    @Test
    void withoutAValue_thereIsNothingToCompare() {
        assertThat(check(TimeAggregation.SUM, null, taken(Granularity.DAY, OCTOBER, row(5, 40)))
                        .outcome())
                .isEqualTo(Outcome.NO_VALUE);
    }
}
