package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.storage.TestDatabase;

/** Two sources of one thing (§8.6). Of leads the CRM counts before the shop, of sessions no source before another. */
class SourceConflictsTest {
    private static final String HEADER = "unit,measure,period,value,source";

    @TempDir
    private Path folder;

    private static List<String> found(ImportResult result) {
        return result.issues().stream()
                .map(i -> i.row() + " " + i.code() + " " + i.arguments())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void lowerSource_isKeptAsAnAlternative_andSaysByHowMuchItDiffers(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,LEADS,2026-09-01,200,CRM", "SALES,LEADS,2026-09-02,0,CRM");
        ImportResult result = fixture.lines(
                HEADER,
                "SALES,LEADS,2026-09-01,225,SHOP",
                "SALES,LEADS,2026-09-02,3,SHOP",
                "SALES,LEADS,2026-09-03,9,SHOP",
                "MARKETING,LEADS,2026-09-01,9,SHOP");
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(found(result))
                .containsExactly("2 W-SOURCE-ALTERNATIVE [CRM, 200, +12.5%]", "3 W-SOURCE-ALTERNATIVE [CRM, 0, 3]");
        assertThat(fixture.rows("select source, amount from actual where period_start = date '2026-09-01'"
                        + " and unit = 'SALES' order by source"))
                .containsExactly("CRM 200", "SHOP 225");
    }

    @ParameterizedTest
    @EnumSource
    void rowThatCounts_isTracedWithWhatOtherSourcesSayOtherwise_asKnownThen(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                HEADER,
                "SALES,LEADS,2026-09-01,200,CRM",
                "SALES,LEADS,2026-09-02,50,CRM",
                "MARKETING,LEADS,2026-09-01,7,CRM",
                "SALES,ORDERS,2026-09-01,5,CRM");
        Instant before = fixture.now().plusSeconds(1);
        fixture.lines(
                HEADER,
                "SALES,LEADS,2026-09-01,225,SHOP",
                "SALES,LEADS,2026-09-02,50,SHOP",
                "SALES,LEADS,2026-09,9,SHOP");
        assertThat(others(fixture, fixture.now().plusSeconds(1))).containsExactly("2026-09-01 CRM 200: SHOP 225");
        assertThat(others(fixture, before)).isEmpty();
    }

    private static List<String> others(ImportFixture fixture, Instant asOf) throws Exception {
        DayRange september = Period.parse("2026-09").days();
        try (Connection connection = fixture.connection()) {
            List<StoredFact> counted = new StoredFacts(connection, CompanyCalendar.STANDARD)
                            .list(new StoredFacts.Page(
                                    List.of("MARKETING", "SALES"),
                                    List.of("LEADS", "ORDERS"),
                                    september,
                                    null,
                                    asOf,
                                    null,
                                    100))
                            .stream()
                            .filter(f -> f.source().equals("CRM"))
                            .toList();
            assertThat(counted).hasSize(4);
            return new SourceRows(connection, CompanyCalendar.STANDARD)
                    .others(counted, asOf).entrySet().stream()
                            .map(e -> e.getKey().period() + " " + text(e.getKey()) + ": "
                                    + e.getValue().stream()
                                            .map(SourceConflictsTest::text)
                                            .collect(Collectors.joining(", ")))
                            .toList();
        }
    }

    private static String text(StoredFact fact) {
        return fact.source() + " " + Decimals.plain(fact.value());
    }

    @ParameterizedTest
    @EnumSource
    void sameValueOfTwoSources_isNoConflict(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,200,CRM");
        ImportResult result = fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,200.0,SHOP");
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(result.issues()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void equalPriorityWithAnotherValue_isRefused_alsoWithinOneFile(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,200,CRM");
        List<String> stored = fixture.stored();
        ImportResult rejected = fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,201,SHOP");
        assertThat(rejected.state()).isEqualTo(ImportState.REJECTED);
        assertThat(found(rejected)).containsExactly("2 E-SOURCE-CONFLICT [CRM: 200]");
        assertThat(fixture.stored()).isEqualTo(stored);
        ImportResult partial = fixture.with(ImportMode.PARTIAL)
                .lines(
                        HEADER,
                        "SALES,SESSIONS,2026-09-02,1,CRM",
                        "SALES,SESSIONS,2026-09-02,2,SHOP",
                        "SALES,SESSIONS,2026-09-03,3,SHOP");
        assertThat(found(partial)).containsExactly("2 E-SOURCE-CONFLICT [SHOP: 2]", "3 E-SOURCE-CONFLICT [CRM: 1]");
        assertThat(partial.counts().refused()).isEqualTo(2);
        assertThat(fixture.rows("select period_start from actual where source = 'SHOP'"))
                .containsExactly("2026-09-03");
    }

    @ParameterizedTest
    @EnumSource
    void conflict_isToldBesideOtherErrors_ofTheSameFile(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,200,CRM");
        ImportResult rejected =
                fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,201,SHOP", "SALES,SESSIONS,2026-09-02,many,SHOP");
        assertThat(found(rejected)).containsExactly("2 E-SOURCE-CONFLICT [CRM: 200]", "3 E-NUM-FORMAT [many]");
        assertThat(rejected.counts().refused()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void correctionOfBothSourcesInOneFile_isJudgedByTheirNewValues(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,200,CRM", "SALES,SESSIONS,2026-09-01,200,SHOP");
        ImportResult result =
                fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,210,CRM", "SALES,SESSIONS,2026-09-01,210,SHOP");
        assertThat(result.issues()).isEmpty();
        assertThat(result.counts().changed()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void valueByHand_neverSilentlyStandsBesideAFeed(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,200,CRM");
        ImportResult result = fixture.lines("unit,measure,period,value", "SALES,SESSIONS,2026-09-01,150");
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(found(result)).containsExactly("2 W-SOURCE-ALTERNATIVE [CRM, 200, -25.0%]");
        ImportFixture named = new ImportFixture(database, folder).knowing(new SampleCodes() {
            @Override
            public Optional<Measure> measure(String code) {
                return super.measure(code).map(m -> m.with(List.of("MANUAL")));
            }
        });
        named.lines(HEADER, "SALES,SESSIONS,2026-09-01,200,CRM");
        assertThat(found(named.lines("unit,measure,period,value", "SALES,SESSIONS,2026-09-01,150")))
                .containsExactly("2 W-MANUAL-OVERRIDE [CRM, 200, -25.0%]");
    }

    @ParameterizedTest
    @EnumSource
    void deletedAlternative_isNoLongerInTheWay(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,200,CRM");
        fixture.lines(HEADER + ",op,reason", "SALES,SESSIONS,2026-09-01,,CRM,DELETE,counted twice");
        ImportResult result = fixture.lines(HEADER, "SALES,SESSIONS,2026-09-01,201,SHOP");
        assertThat(result.issues()).isEmpty();
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
    }
}
