package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    void fileWhoseSenderSaidTheUnit_isReadAgainForThatUnit(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).ofUnit("SALES");
        ImportResult run = fixture.lines("unit,measure,period,value", "SALES,LEADS,2026-09,many");
        List<ImportOrder> asked = new ArrayList<>();
        ReturnedFiles files = new ReturnedFiles();
        files.database = fixture.database();
        files.inForce = new ImportSettingInForce() {
            @Override
            public ImportSetting of(ImportOrder order) {
                asked.add(order);
                return fixture.setting(order);
            }
        };
        files.setting(run.id());
        assertThat(asked).singleElement().returns("SALES", ImportOrder::unit);
    }
}
