package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.ejb.storage.TestDatabase;

/** How the file of an import is read again, to be given back. */
class ReturnedFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void fileWhoseSenderSaidTheUnit_isReadAgainForThatUnit_byTheProfileOfThen(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).ofUnit("SALES");
        ImportResult run = fixture.lines("unit,measure,period,value", "SALES,LEADS,2026-09,many");
        List<ImportOrder> asked = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        ReturnedFiles files = new ReturnedFiles();
        files.database = fixture.database();
        files.inForce = new ImportSettingInForce() {
            @Override
            public ImportSetting of(ImportOrder order, long version) {
                asked.add(order);
                versions.add(version);
                return fixture.setting(order);
            }
        };
        try (Connection connection = fixture.connection()) {
            Sql.update(connection, "update import_run set profile_version = 3 where id = ?", run.id());
            files.setting(new ImportRuns(connection).find(run.id()).orElseThrow());
        }
        assertThat(versions).containsExactly(3L);
        assertThat(asked).singleElement().returns("SALES", ImportOrder::unit);
    }
}
