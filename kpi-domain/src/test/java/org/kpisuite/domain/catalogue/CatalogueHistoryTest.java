package org.kpisuite.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.catalogue.SampleDefinitions.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.catalogue.Definition.Kind;
import org.kpisuite.domain.quantity.UnitKind;

class CatalogueHistoryTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private final CatalogueHistory shipped = CatalogueHistory.shipped();

    private static Indicator cac(int version, String day, String formula) {
        return indicator("CAC", UnitKind.MONEY, formula).with(SampleDefinitions.from(version, day));
    }

    private static CatalogueHistory.Entry at(Instant instant, Definition definition) {
        return new CatalogueHistory.Entry(definition, instant, "anna");
    }

    private static String formula(Catalogue catalogue, String code) {
        return catalogue.indicator(code).map(i -> i.formula().toString()).orElse("none");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01, MKT_COST / NEW_CUSTOMERS",
        "2026-06-30, MKT_COST / NEW_CUSTOMERS",
        "2026-07-01, AD_SPEND / NEW_CUSTOMERS",
        "2026-12-31, AD_SPEND / NEW_CUSTOMERS",
        "2027-01-01, INVEST_TOTAL / NEW_CUSTOMERS",
        "1800-01-01, MKT_COST / NEW_CUSTOMERS"
    })
    void day_hasTheVersionThatBeganLast(String day, String formula) {
        CatalogueHistory history = shipped.with(List.of(
                at(MARCH, cac(2, "2027-01-01", "INVEST_TOTAL / NEW_CUSTOMERS")),
                at(JUNE, cac(3, "2026-07-01", "AD_SPEND / NEW_CUSTOMERS"))));
        assertThat(formula(history.on(day(day)), "CAC")).isEqualTo(formula);
        assertThat(formula(history.latest(), "CAC")).isEqualTo("INVEST_TOTAL / NEW_CUSTOMERS");
        assertThat(history.newest(Kind.INDICATOR, "CAC")
                        .orElseThrow()
                        .definition()
                        .version())
                .isEqualTo(3);
    }

    @Test
    void laterRecording_fromTheSameDay_takesThePlaceOfTheEarlier_butNotOfWhatWasKnown() {
        CatalogueHistory history = shipped.with(List.of(
                at(MARCH, cac(2, "2026-07-01", "AD_SPEND / NEW_CUSTOMERS")),
                at(JUNE, cac(3, "2026-07-01", "INVEST_TOTAL / NEW_CUSTOMERS"))));
        LocalDate autumn = day("2026-10-01");
        assertThat(formula(history.on(autumn), "CAC")).isEqualTo("INVEST_TOTAL / NEW_CUSTOMERS");
        assertThat(formula(history.knownAt(JUNE).on(autumn), "CAC")).isEqualTo("AD_SPEND / NEW_CUSTOMERS");
        assertThat(formula(history.knownAt(MARCH).on(autumn), "CAC")).isEqualTo("MKT_COST / NEW_CUSTOMERS");
        assertThat(history.definitionsOf(Kind.INDICATOR, "CAC"))
                .extracting(e -> e.definition().version())
                .containsExactly(1, 2, 3);
    }

    @Test
    void daysBetweenChanges_haveTheSameCatalogue_evenForManyThreads() {
        CatalogueHistory history = shipped.with(List.of(at(MARCH, cac(2, "2026-07-01", "AD_SPEND / NEW_CUSTOMERS"))));
        Catalogue before = history.on(day("2026-06-30"));
        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(i -> history.on(day("2026-01-01").plusDays(i))))
                .allMatch(c -> c == before);
        assertThat(history.on(day("2026-07-01"))).isNotSameAs(before).isSameAs(history.latest());
        assertThat(history.knownAt(JUNE)).isSameAs(history);
        assertThat(history.knownAt(MARCH)).isSameAs(history.knownAt(MARCH.minusSeconds(1)));
    }

    @Test
    void closedEntry_isGoneFromItsClosingDayOn_withAllThatRestsOnIt_andIsThereBefore() {
        List<Definition> closing = shipped.closing(Kind.MEASURE, "MKT_COST", day("2026-10-01"));
        CatalogueHistory history =
                shipped.with(closing.stream().map(d -> at(MARCH, d)).toList());
        Catalogue before = history.on(day("2026-09-30"));
        Catalogue after = history.on(day("2026-10-01"));
        assertThat(before.measure("MKT_COST")).isPresent();
        assertThat(before.indicator("LTV_CAC")).isPresent();
        assertThat(after.measure("MKT_COST")).isEmpty();
        for (String code : List.of("MKT_COST", "CAC", "CAC_FULL", "ROMI", "LTV_CAC")) {
            assertThat(after.indicator(code)).as(code).isEmpty();
        }
        assertThat(after.indicator("LTV")).isPresent();
        assertThat(after.resolves(Formula.parse("LTV / CAC_FULL"))).isFalse();
        assertThat(before.resolves(Formula.parse("LTV / CAC_FULL"))).isTrue();
        assertThat(history.newest(Kind.MEASURE, "MKT_COST")
                        .orElseThrow()
                        .definition()
                        .closedOn())
                .contains(day("2026-10-01"));
    }

    @Test
    void closing_takesAwayWhatWasToBeginLater_andOpeningAgainLeavesTheGap() {
        CatalogueHistory history = shipped.with(List.of(at(MARCH, cac(2, "2027-01-01", "AD_SPEND / NEW_CUSTOMERS"))));
        List<Definition> closing = history.closing(Kind.INDICATOR, "CAC", day("2026-10-01"));
        assertThat(closing).extracting(Definition::version).containsExactly(3, 4);
        CatalogueHistory closed =
                history.with(closing.stream().map(d -> at(JUNE, d)).toList());
        assertThat(closed.on(day("2026-09-30")).indicator("CAC")).isPresent();
        assertThat(closed.on(day("2026-12-01")).indicator("CAC")).isEmpty();
        assertThat(closed.on(day("2027-06-01")).indicator("CAC")).isEmpty();
        assertThat(closed.closing(Kind.INDICATOR, "CAC", day("2026-11-01"))).isEmpty();

        CatalogueHistory open =
                closed.with(List.of(at(JUNE.plusSeconds(1), cac(5, "2027-07-01", "INVEST_TOTAL / NEW_CUSTOMERS"))));
        assertThat(open.on(day("2027-06-30")).indicator("CAC")).isEmpty();
        assertThat(formula(open.on(day("2027-07-01")), "CAC")).isEqualTo("INVEST_TOTAL / NEW_CUSTOMERS");
    }

    @Test
    void closedWithALaterVersion_isClosed_thoughTheNewestVersionBeginsLater() {
        CatalogueHistory planned = shipped.with(List.of(at(MARCH, cac(2, "2027-01-01", "AD_SPEND / NEW_CUSTOMERS"))));
        List<CatalogueHistory.Entry> closing = planned.closing(Kind.INDICATOR, "CAC", day("2026-11-22")).stream()
                .map(d -> at(JUNE, d))
                .toList();
        CatalogueHistory closed = planned.with(closing);
        assertThat(planned.isClosed(Kind.INDICATOR, "CAC", day("2026-11-22"))).isFalse();
        assertThat(closed.isClosed(Kind.INDICATOR, "CAC", day("2026-11-21"))).isFalse();
        assertThat(closed.isClosed(Kind.INDICATOR, "CAC", day("2026-11-22"))).isTrue();
    }

    @Test
    void closingOfWhatIsNotThere_isNothing() {
        assertThat(shipped.closing(Kind.MEASURE, "NO_SUCH", day("2026-10-01"))).isEmpty();
        assertThat(shipped.newest(Kind.PAIR, "NO_SUCH")).isEqualTo(Optional.empty());
        assertThat(shipped.definitionsOf(Kind.PAIR, "NO_SUCH")).isEmpty();
    }

    @Test
    void closedWeight_leavesNoMean() {
        Measure share = SampleDefinitions.measure("SHARE", MeasureKind.RATE, UnitKind.PERCENT)
                .with(Aggregation.weightedBy("CLICKS"));
        CatalogueHistory history = shipped.with(List.of(at(MARCH, share)));
        Definition closed =
                history.closing(Kind.MEASURE, "CLICKS", day("2026-10-01")).get(0);
        Catalogue after = history.with(List.of(at(JUNE, closed))).latest();
        assertThat(after.measure("SHARE").orElseThrow().timeAggregation()).isEqualTo(TimeAggregation.NONE);
    }

    @Test
    void newVersion_isCheckedAgainstEveryDayOnWhichItWouldHold() {
        Definition closed =
                shipped.closing(Kind.MEASURE, "AD_SPEND", day("2027-01-01")).get(0);
        CatalogueHistory history = shipped.with(List.of(at(MARCH, closed)));
        Indicator open = cac(2, "2026-07-01", "AD_SPEND / NEW_CUSTOMERS");
        assertThat(history.refusals(open)).extracting(r -> r.arguments().get(1)).containsExactly("formula.unknown");
        Validity until = new Validity(2, day("2026-07-01"), day("2027-01-01"));
        assertThat(history.refusals(open.with(until))).isEmpty();
    }

    @Test
    void orderOfReading_doesNotMatter() {
        List<CatalogueHistory.Entry> entries = Arrays.asList(
                at(JUNE, cac(3, "2026-07-01", "INVEST_TOTAL / NEW_CUSTOMERS")),
                at(MARCH, cac(2, "2026-07-01", "AD_SPEND / NEW_CUSTOMERS")));
        assertThat(formula(shipped.with(entries).latest(), "CAC")).isEqualTo("INVEST_TOTAL / NEW_CUSTOMERS");
        assertThat(formula(shipped.with(entries).knownAt(JUNE).latest(), "CAC")).isEqualTo("AD_SPEND / NEW_CUSTOMERS");
    }
}
