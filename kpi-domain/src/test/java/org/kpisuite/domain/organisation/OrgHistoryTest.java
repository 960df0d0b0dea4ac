package org.kpisuite.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.LocalizedText;

class OrgHistoryTest {
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** SEO moves from MARKETING to SALES on 1 July; LEADGEN is split 60 : 40 between them from 1 April. */
    private final OrgHistory history = history(
            "COMPANY",
            "MARKETING < COMPANY",
            "SALES < COMPANY",
            "SEO < MARKETING",
            "SEO < SALES @ 2026-07-01",
            "LEADGEN < MARKETING",
            "LEADGEN < MARKETING 0.6, SALES 0.4 @ 2026-04-01");

    /** Each line {@code UNIT [< PARENT share, PARENT share …] [@ day] [# minute at which it was recorded]}. */
    private static OrgHistory history(String... lines) {
        Set<String> codes = new LinkedHashSet<>();
        List<Standing> standings = new ArrayList<>();
        for (String line : lines) {
            Standing standing = standing(line);
            codes.add(standing.unit());
            standings.add(standing);
        }
        return new OrgHistory(codes.stream().map(OrgHistoryTest::unit).toList(), standings, "RUB", TODAY, ZONE);
    }

    private static OrgUnit unit(String code) {
        return new OrgUnit(code, new LocalizedText(code, code), null, null);
    }

    private static Standing standing(String line) {
        String[] recorded = line.split(" # ", -1);
        String[] dated = recorded[0].split(" @ ", -1);
        String[] sides = dated[0].split(" < ", -1);
        List<ParentShare> shares = new ArrayList<>();
        for (String share : sides.length == 1 ? new String[0] : sides[1].split(", ", -1)) {
            String[] words = share.split(" ", -1);
            shares.add(new ParentShare(words[0], new BigDecimal(words.length == 1 ? "1" : words[1])));
        }
        return new Standing(
                sides[0].strip(),
                shares,
                dated.length == 1 ? Standing.BEGINNING : LocalDate.parse(dated[1]),
                recorded.length == 1 ? Instant.EPOCH : Instant.parse(recorded[1]));
    }

    private static DayRange days(String first, String last) {
        return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static void assertRefused(Runnable action, Code code, String argument) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(KpiException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.refusals().get(0).arguments()).contains(argument);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY,   COMPANY, 2026-01-01, 1",
        "COMPANY,   LEADGEN, 2026-01-01, 1",
        "COMPANY,   LEADGEN, 2026-04-01, 1",
        "MARKETING, LEADGEN, 2026-03-31, 1",
        "MARKETING, LEADGEN, 2026-04-01, 0.6",
        "SALES,     LEADGEN, 2026-03-31, 0",
        "SALES,     LEADGEN, 2026-04-01, 0.4",
        "MARKETING, SEO,     2026-06-30, 1",
        "MARKETING, SEO,     2026-07-01, 0",
        "SALES,     SEO,     2026-07-01, 1",
        "SALES,     SEO,     2030-01-01, 1",
        "SEO,       SALES,   2026-07-01, 0",
        "SALES,     NOWHERE, 2026-07-01, 0",
    })
    void share_isThatOfTheDay(String root, String unit, LocalDate day, BigDecimal share) {
        assertThat(history.share(root, unit, day)).isEqualByComparingTo(share);
    }

    @Test
    void splitBelowASplit_multipliesAlongEachWay_andSumsOverWays() {
        OrgHistory split = history("TOP", "A < TOP", "B < TOP", "C < A 0.6, B 0.4", "D < C 0.5, A 0.5");
        assertThat(split.share("A", "D", TODAY)).isEqualByComparingTo("0.8");
        assertThat(split.share("B", "D", TODAY)).isEqualByComparingTo("0.2");
        assertThat(split.share("TOP", "D", TODAY)).isEqualByComparingTo("1");
    }

    @Test
    void tree_isThatOfTheDay_andTodaysForLatest() {
        assertThat(history.on(LocalDate.of(2026, 6, 30)).get("SEO").parent()).contains("MARKETING");
        assertThat(history.on(LocalDate.of(2026, 7, 1)).get("SEO").parent()).contains("SALES");
        assertThat(history.latest().get("SEO").parent()).contains("SALES");
        assertThat(history.latest().subtree("COMPANY")).hasSize(5);
    }

    @Test
    void splitUnit_standsUnderItsFirstParent_forRights() {
        assertThat(history.latest().get("LEADGEN").parent()).contains("MARKETING");
    }

    @Test
    void moveThatIsStillToCome_isNotInTheLatestTree() {
        OrgHistory planned = history("A", "B", "C < A", "C < B @ 2027-01-01");
        assertThat(planned.latest().get("C").parent()).contains("A");
        assertThat(planned.on(LocalDate.of(2027, 1, 1)).get("C").parent()).contains("B");
    }

    @Test
    void everBelow_isEveryUnitOfAnyOfTheDays_itselfIncluded() {
        assertThat(history.everBelow("MARKETING", days("2026-01-01", "2026-12-31")))
                .containsExactlyInAnyOrder("MARKETING", "SEO", "LEADGEN");
        assertThat(history.everBelow("MARKETING", days("2026-07-01", "2026-12-31")))
                .containsExactlyInAnyOrder("MARKETING", "LEADGEN");
        assertThat(history.everBelow("SALES", days("2026-01-01", "2026-03-31"))).containsExactly("SALES");
        assertThat(history.everBelow("SALES", days("2026-04-01", "2026-04-01")))
                .containsExactlyInAnyOrder("SALES", "LEADGEN");
    }

    @Test
    void everBelow_answersTheSameObjectAgain() {
        DayRange year = days("2026-01-01", "2026-12-31");
        assertThat(history.everBelow("MARKETING", year)).isSameAs(history.everBelow("MARKETING", year));
        assertThat(history.shares("SALES", TODAY)).isSameAs(history.shares("SALES", TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY,   2026-01-01, 2026-12-31, false",
        "MARKETING, 2026-01-01, 2026-03-31, false",
        "MARKETING, 2026-03-31, 2026-04-01, true",
        "MARKETING, 2026-04-01, 2026-06-30, false",
        "SALES,     2026-06-30, 2026-07-01, true",
        "SEO,       2026-01-01, 2026-12-31, false",
    })
    void changedWithin_saysWhetherAnythingBelowMoved(String root, String first, String last, boolean changed) {
        assertThat(history.changedWithin(root, days(first, last))).isEqualTo(changed);
    }

    @Test
    void changesWithin_areTheDaysAtWhichARangeIsCut() {
        assertThat(history.changesWithin(days("2026-04-01", "2026-12-31"))).containsExactly(LocalDate.of(2026, 7, 1));
        assertThat(history.changesWithin(days("2026-01-01", "2026-12-31"))).hasSize(2);
    }

    @Test
    void standingRecordedLater_countsFromItsDay_andIsNotKnownBefore() {
        OrgHistory corrected = history(
                "A # 2026-01-01T00:00:00Z",
                "B # 2026-01-01T00:00:00Z",
                "C < A # 2026-01-01T00:00:00Z",
                "C < B @ 2026-02-01 # 2026-05-10T12:00:00Z",
                "C < A @ 2026-02-01 # 2026-06-10T12:00:00Z");
        LocalDate march = LocalDate.of(2026, 3, 1);
        assertThat(corrected.on(march).get("C").parent()).contains("A");
        OrgHistory inMay = corrected.knownAt(Instant.parse("2026-05-11T00:00:00Z"));
        assertThat(inMay.on(march).get("C").parent()).contains("B");
        assertThat(inMay.latest().get("C").parent()).contains("B");
        assertThat(inMay.today()).isEqualTo("2026-05-10");
        OrgHistory before = corrected.knownAt(Instant.parse("2026-05-10T12:00:00Z"));
        assertThat(before.on(march).get("C").parent()).contains("A");
        assertThat(corrected
                        .knownAt(Instant.parse("2025-12-31T00:00:00Z"))
                        .latest()
                        .units())
                .isEmpty();
    }

    @Test
    void earlierStandingRecordedLater_holdsUntilTheNextOneBegins() {
        OrgHistory inserted = history("A", "B", "C", "D < A", "D < B @ 2026-07-01", "D < C @ 2026-03-01");
        assertThat(inserted.place("D", LocalDate.of(2026, 2, 28)).flatMap(Standing::parent))
                .contains("A");
        assertThat(inserted.place("D", LocalDate.of(2026, 3, 1)).flatMap(Standing::parent))
                .contains("C");
        assertThat(inserted.place("D", LocalDate.of(2026, 7, 1)).flatMap(Standing::parent))
                .contains("B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"C < A 0.6, B 0.5 | 1.1", "C < A 0.6, B 0.3999999999 | 0.9999999999", "C < A 0.5 | 0.5"})
    void sharesThatDoNotSumToOne_areRefused_withTheirSum(String line, String sum) {
        assertRefused(() -> standing(line), Code.E_ORG_OVERLAP, sum);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"C < A 0, B 1 | 0", "C < A -1, B 2 | -1", "C < A 1.5, B -0.5 | 1.5"})
    void shareOutsideItsRange_isRefused(String line, String share) {
        assertRefused(() -> standing(line), Code.E_FIELD_VALUE, share);
    }

    @Test
    void parentNamedTwice_isRefused() {
        assertRefused(() -> standing("C < A 0.5, A 0.5"), Code.E_FIELD_VALUE, "C");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPANY < SEO | SEO",
                "MARKETING < SEO @ 2026-01-01 | SEO",
                "MARKETING < COMPANY 0.5, LEADGEN 0.5 @ 2026-05-01 | LEADGEN",
                "SALES < SEO @ 2026-07-01 | SEO",
                "SALES < SEO @ 2026-02-01 | SEO",
                "SEO < SEO @ 2026-08-01 | SEO"
            })
    void unitBelowItselfOnAnyDay_isRefused(String line, String parent) {
        Standing standing = standing(line + " # 2026-11-01T00:00:00Z");
        assertRefused(() -> history.with(unit(standing.unit()), standing), Code.E_FIELD_VALUE, parent);
    }

    @Test
    void unitMovedToWhereItStoodBefore_isAccepted() {
        Standing back = standing("SALES < MARKETING @ 2026-09-01 # 2026-11-01T00:00:00Z");
        OrgHistory next = history.with(unit("SALES"), back);
        assertThat(next.share("MARKETING", "SEO", TODAY)).isEqualByComparingTo("1");
        assertThat(next.share("MARKETING", "SEO", LocalDate.of(2026, 8, 31))).isZero();
        assertThat(history.share("MARKETING", "SEO", TODAY)).isZero();
    }

    @Test
    void unknownParent_isRefused_andOneThatBeginsLater() {
        assertRefused(() -> history.with(unit("NEW"), standing("NEW < NOWHERE")), Code.E_NOT_FOUND, "NOWHERE");
        OrgHistory young = history("A", "B < A @ 2026-07-01");
        assertRefused(
                () -> young.with(unit("NEW"), standing("NEW < B @ 2026-06-30")), Code.E_FIELD_VALUE, "2026-06-30");
        assertThat(young.with(unit("NEW"), standing("NEW < B @ 2026-07-01")).firstDay("NEW"))
                .contains(LocalDate.of(2026, 7, 1));
    }

    @Test
    void treeDeeperThanItsLimit_isRefused() {
        OrgHistory deep = history("U1");
        for (int i = 2; i <= OrgTree.DEPTH_MAX; i++) {
            deep = deep.with(unit("U" + i), standing("U" + i + " < U" + (i - 1)));
        }
        OrgHistory full = deep;
        assertRefused(() -> full.with(unit("LOW"), standing("LOW < U" + OrgTree.DEPTH_MAX)), Code.E_LIMIT, "parent");
    }

    @Test
    void unitBeforeItsFirstDay_isNotInTheTree() {
        OrgHistory young = history("A", "B < A @ 2026-07-01");
        assertThat(young.on(LocalDate.of(2026, 6, 30)).find("B")).isEmpty();
        assertThat(young.everBelow("A", days("2026-01-01", "2026-06-30"))).containsExactly("A");
    }

    private static OrgHistory withClosed(String code, String lastDay) {
        OrgUnit closed = unit(code);
        closed.close(LocalDate.parse(lastDay));
        return new OrgHistory(
                List.of(
                        unit("TOP"),
                        unit("OTHER"),
                        code.equals("A") ? closed : unit("A"),
                        code.equals("B") ? closed : unit("B")),
                List.of(
                        standing("TOP"),
                        standing("OTHER < TOP"),
                        standing("A < TOP"),
                        standing("B < A"),
                        standing("B < OTHER @ 2026-10-01")),
                "RUB",
                TODAY,
                ZONE);
    }

    @Test
    void unitBelowWhichOthersStillStand_isNotClosed() {
        OrgHistory open = withClosed("NONE", "2026-01-01");
        assertRefused(
                () -> open.checkClosing("A", Optional.of(LocalDate.of(2026, 9, 29))), Code.E_FIELD_VALUE, "without B");
        open.checkClosing("A", Optional.of(LocalDate.of(2026, 9, 30)));
        open.checkClosing("A", Optional.empty());
        withClosed("B", "2026-06-30").checkClosing("A", Optional.of(LocalDate.of(2026, 6, 30)));
        assertRefused(
                () -> withClosed("B", "2026-06-30").checkClosing("A", Optional.of(LocalDate.of(2026, 6, 29))),
                Code.E_FIELD_VALUE,
                "without B");
    }

    @Test
    void closedUnit_keepsItsPlace_andTakesNoNewOnes() {
        OrgHistory history = withClosed("A", "2026-10-31");
        assertThat(history.share("TOP", "A", TODAY)).isEqualByComparingTo("1");
        assertRefused(() -> history.with(unit("NEW"), standing("NEW < A @ 2026-11-01")), Code.E_FIELD_VALUE, "A");
        assertThat(history.with(unit("NEW"), standing("NEW < A @ 2026-10-31")).firstDay("NEW"))
                .contains(LocalDate.of(2026, 10, 31));
    }

    /** Units U0, U1, … each below up to three earlier ones, moved a few times; so there are no circles. */
    private static OrgHistory random(Random random) {
        int size = 3 + random.nextInt(12);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            standings.add(random(random, i, Standing.BEGINNING));
            for (int moves = random.nextInt(3); moves > 0; moves--) {
                standings.add(random(random, i, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365))));
            }
        }
        List<OrgUnit> units =
                IntStream.range(0, size).mapToObj(i -> unit("U" + i)).toList();
        return new OrgHistory(units, standings, "RUB", TODAY, ZONE);
    }

    private static Standing random(Random random, int unit, LocalDate from) {
        List<ParentShare> shares = new ArrayList<>();
        if (unit >= 3 && random.nextInt(3) > 0) {
            int first = 1 + random.nextInt(98);
            int second = 1 + random.nextInt(99 - first);
            int at = random.nextInt(unit - 2);
            shares.add(new ParentShare("U" + at, BigDecimal.valueOf(first, 2)));
            shares.add(new ParentShare("U" + (at + 1), BigDecimal.valueOf(second, 2)));
            shares.add(new ParentShare("U" + (at + 2), BigDecimal.valueOf(100 - first - second, 2)));
            return new Standing("U" + unit, shares, from, Instant.EPOCH);
        }
        Optional<String> parent = unit == 0 ? Optional.empty() : Optional.of("U" + random.nextInt(unit));
        return Standing.below(random.nextInt(4) == 0 ? Optional.empty() : parent, "U" + unit, from, Instant.EPOCH);
    }

    @Property(tries = 200)
    void sharesOfAUnit_overAllRoots_sumToOne(@ForAll long seed, @ForAll int day) {
        OrgHistory some = random(new Random(seed));
        LocalDate at = LocalDate.of(2026, 1, 1).plusDays(Math.floorMod(day, 365));
        List<String> roots = some.on(at).units().stream()
                .filter(u -> u.parent().isEmpty())
                .map(OrgUnit::code)
                .toList();
        for (OrgUnit unit : some.on(at).units()) {
            BigDecimal sum =
                    roots.stream().map(r -> some.share(r, unit.code(), at)).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(unit.code()).isEqualByComparingTo(BigDecimal.ONE);
        }
    }

    @Property(tries = 100)
    void everBelow_isTheUnionOfTheDays_andChangedSaysWhetherTheyDiffer(@ForAll long seed) {
        OrgHistory some = random(new Random(seed));
        DayRange quarter = days("2026-04-01", "2026-06-30");
        for (String root : List.of("U0", "U1", "U2")) {
            Set<String> union = new LinkedHashSet<>();
            boolean changed = false;
            for (LocalDate day = quarter.start(); quarter.contains(day); day = day.plusDays(1)) {
                union.addAll(some.shares(root, day).keySet());
                changed |= !some.shares(root, day).equals(some.shares(root, quarter.start()));
            }
            assertThat(some.everBelow(root, quarter)).isEqualTo(union);
            assertThat(some.changedWithin(root, quarter)).isEqualTo(changed);
        }
    }

    @Test
    void unitOfAnEarlierInstant_isCalledAndPaidAsItWasThen() {
        OrgUnit unit = new OrgUnit("SEO", new LocalizedText("Search", "Поиск"), null, "RUB");
        Instant renamed = Instant.parse("2026-07-10T09:00:00Z");
        UnitFace first = new UnitFace(unit, Instant.EPOCH, "anna");
        unit.change(new LocalizedText("Organic", "Органика"), null, "USD");
        UnitFace second = new UnitFace(unit, renamed, "anna");
        OrgHistory named = new OrgHistory(
                List.of(unit.remembering(List.of(second, first))), List.of(standing("SEO")), "RUB", TODAY, ZONE);
        assertThat(named.latest().get("SEO").name().en()).isEqualTo("Organic");
        OrgTree before = named.knownAt(renamed).latest();
        assertThat(before.get("SEO").name()).isEqualTo(new LocalizedText("Search", "Поиск"));
        assertThat(before.currency("SEO")).isEqualTo("RUB").isNotEqualTo("USD");
        assertThat(named.knownAt(renamed.plusNanos(1)).latest().currency("SEO")).isEqualTo("USD");
    }

    @Test
    void unitThatBeginsLater_isToldAsComing() {
        OrgHistory planned = history("COMPANY", "BRANCH < COMPANY @ 2027-01-01", "SHOP < BRANCH @ 2027-02-01");
        assertThat(planned.coming()).containsExactly("BRANCH", "SHOP");
        assertThat(planned.latest().find("BRANCH")).isEmpty();
        assertThat(planned.nearestToToday("SHOP").parent()).contains("BRANCH");
    }

    @Test
    void rootWithoutACurrency_hasThatOfTheSettingsOfThen() {
        assertThat(history.latest().currency("SEO")).isEqualTo("RUB");
        assertThat(history.by("EUR", ZONE).latest().currency("SEO")).isEqualTo("EUR");
        assertThat(history.by("RUB", ZONE)).isSameAs(history);
    }
}
