package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.ejb.storage.TestDatabase;

/** Who sees whose imports (§4.2), the same on both databases. The organisation has the units SALES, MARKETING and FINANCE. */
class ImportReaderTest {
    private static final String HEADER = "unit,measure,period,value";
    private static final ImportReader OF_SALES = new ImportReader("boris", Set.of("SALES"));
    private static final ImportReader OF_MARKETING = new ImportReader("vera", Set.of("MARKETING"));
    private static final ImportReader OF_ALL = new ImportReader("clara", Set.of("SALES", "MARKETING", "FINANCE"));
    private static final ImportReader WHOSE = new ImportReader("anna", Set.of());

    @TempDir
    private Path folder;

    private static ImportFixture organisation(TestDatabase database, Path folder) throws SQLException {
        ImportFixture fixture = new ImportFixture(database, folder);
        try (Connection connection = fixture.connection()) {
            for (String unit : List.of("SALES", "MARKETING", "FINANCE")) {
                Sql.update(
                        connection,
                        "insert into org_unit (code, name_en, name_ru, version) values (?, ?, ?, 0)",
                        unit,
                        unit,
                        unit);
            }
        }
        return fixture;
    }

    /** Ids that are listed, which are also those that are found. */
    private static List<Long> seen(ImportFixture fixture, ImportReader reader) throws SQLException {
        try (Connection connection = fixture.connection()) {
            ImportRuns runs = new ImportRuns(connection);
            List<Long> listed = runs.list(reader, Long.MAX_VALUE, 100).stream()
                    .map(ImportResult::id)
                    .toList();
            for (long id : runs.list(WHOSE, Long.MAX_VALUE, 100).stream()
                    .map(ImportResult::id)
                    .toList()) {
                assertThat(runs.find(id, reader).isPresent()).as("import " + id).isEqualTo(listed.contains(id));
            }
            ImportSearch all = new ImportSearch(null, null, null, "anna", ImportSearch.Order.LATEST);
            ImportSearch.Found found = all.in(connection, reader, 0, 100);
            assertThat(found.imports()).extracting(ImportResult::id).isEqualTo(listed);
            assertThat(found.total()).isEqualTo(listed.size());
            assertThat(ImportSearch.people(connection, reader))
                    .isEqualTo(listed.isEmpty() ? List.of() : List.of("anna"));
            return listed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void importOfAColleague_isSeenByWhoMayForAllItsUnits(TestDatabase database) throws Exception {
        ImportFixture fixture = organisation(database, folder);
        long sales = fixture.lines(HEADER, "SALES,LEADS,2026-09-01,1").id();
        long marketing = fixture.lines(HEADER, "MARKETING,LEADS,2026-09-01,1").id();
        long both = fixture.lines(HEADER, "SALES,LEADS,2026-09-02,1", "MARKETING,LEADS,2026-09-02,1")
                .id();
        assertThat(seen(fixture, OF_SALES)).containsExactly(sales);
        assertThat(seen(fixture, OF_MARKETING)).containsExactly(marketing);
        assertThat(seen(fixture, OF_ALL)).containsExactly(both, marketing, sales);
        assertThat(seen(fixture, WHOSE)).containsExactly(both, marketing, sales);
    }

    /** Only a thousand findings are kept; whose file it is must not hang on which. */
    @ParameterizedTest
    @EnumSource
    void importWithAUnitOfOthersAfterAThousandErrors_isAboutThatUnitToo(TestDatabase database) throws Exception {
        ImportFixture fixture = organisation(database, folder);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(Collections.nCopies(Findings.KEPT_MAX + 1, "SALES,LEADS,2026-09-01,x"));
        lines.add("FINANCE,LEADS,2026-09-01,1");
        ImportResult refused = fixture.lines(lines.toArray(String[]::new));
        assertThat(refused.issues()).noneMatch(i -> i.code() == Code.E_UNIT_FORBIDDEN);
        assertThat(seen(fixture, OF_SALES)).isEmpty();
        assertThat(seen(fixture, OF_ALL)).containsExactly(refused.id());
    }

    @ParameterizedTest
    @EnumSource
    void refusedTriedAndRepeatedFiles_areAboutTheirUnitsToo(TestDatabase database) throws Exception {
        ImportFixture fixture = organisation(database, folder);
        String[] file = {HEADER, "SALES,LEADS,2026-09-01,1"};
        long tried = fixture.dry(true).lines(file).id();
        long first = fixture.dry(false).lines(file).id();
        long repeated = fixture.lines(file).id();
        long refused = fixture.lines(HEADER, "SALES,LEADS,2026-09-02,1", "SALES,LEADS,2026-09-03,x")
                .id();
        assertThat(seen(fixture, OF_SALES)).containsExactly(refused, repeated, first, tried);
        assertThat(seen(fixture, OF_MARKETING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfAUnitOfOthers_hideTheFileFromThoseWhoMayNotReadThem(TestDatabase database) throws Exception {
        ImportFixture fixture = organisation(database, folder).with(ImportMode.PARTIAL);
        long mixed = fixture.lines(HEADER, "SALES,LEADS,2026-09-01,1", "FINANCE,LEADS,2026-09-01,77")
                .id();
        assertThat(seen(fixture, OF_SALES)).isEmpty();
        assertThat(seen(fixture, OF_ALL)).containsExactly(mixed);
    }

    @ParameterizedTest
    @EnumSource
    void fileOfWhichNoUnitIsKnown_isForThoseWhoMayForAll(TestDatabase database) throws Exception {
        ImportFixture fixture = organisation(database, folder);
        long nonsense = fixture.lines("what,is,this", "1,2,3").id();
        assertThat(seen(fixture, OF_SALES)).isEmpty();
        assertThat(seen(fixture, OF_ALL)).containsExactly(nonsense);
        assertThat(seen(fixture, WHOSE)).containsExactly(nonsense);
    }
}
