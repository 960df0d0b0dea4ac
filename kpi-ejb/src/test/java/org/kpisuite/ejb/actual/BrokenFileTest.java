package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.ejb.storage.TestDatabase;

/** Files that break off: nothing of them is stored, and the record at which that happened is said and counted. */
class BrokenFileTest {
    private static final String JSON = """
            {"schema": "kpi-import/1", "rows": [
              {"unit": "SALES", "measure": "LEADS", "period": "2026-09-01", "value": 1},
              {"unit": "SALES", "measure": "LEADS", "period": "2026-09-02", "value": "2"},
              {"unit": "SALES", "measure": "LEADS", "period": "2026-09-03", "value": "3"}
            ]}
            """;

    @TempDir
    private Path folder;

    private static List<String> found(ImportResult result) {
        return result.issues().stream()
                .map(i -> i.row() + " " + i.code() + " " + i.arguments())
                .toList();
    }

    private static void isRejected(ImportFixture fixture, ImportResult result, int refused) throws Exception {
        assertThat(result.state()).isEqualTo(ImportState.REJECTED);
        assertThat(result.counts()).isEqualTo(ImportCounts.rejected(0, refused));
        assertThat(fixture.rows("select count(*) from actual")).containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource
    void quoteThatNeverEnds_isTheBrokenRecord_besideThoseRefusedBefore(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportMode.PARTIAL);
        ImportResult result = fixture.lines(
                "unit,measure,period,value", "SALES,LEADS,2026-09-01,1", "SALES,LEADS,2026-09-02,x", "SALES,\"LEA");
        assertThat(found(result))
                .containsExactly("3 E-NUM-FORMAT [x]", "4 E-ROW-WIDTH [2, 4]", "4 E-FILE-FORMAT [FILE-QUOTES]");
        isRejected(fixture, result, 2);
    }

    /** Twelve may have been a hundred and twenty-three. */
    @ParameterizedTest
    @ValueSource(strings = {"\"12", "\"12\n", "\"12\r\n", "\"12\n\n", "\"1\"\"2"})
    void valueCutOffWithinItsQuotes_isNotTaken(String last) throws Exception {
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder);
        String text = "unit,measure,period,value\nSALES,LEADS,2026-09-01,\"1\"\nSALES,LEADS,2026-09-02," + last;
        ImportResult result = fixture.bytes(text.getBytes(StandardCharsets.UTF_8));
        assertThat(found(result)).contains("3 E-FILE-FORMAT [FILE-QUOTES]");
        isRejected(fixture, result, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12\"", "\"12\"\n", "\"12\"\r\n", "12", "12\n", "\"12\"\n\n"})
    void valueThatIsWhole_isTaken_howeverTheFileEnds(String last) throws Exception {
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder);
        String text = "unit,measure,period,value\nSALES,LEADS,2026-09-01,\"1\"\nSALES,LEADS,2026-09-02," + last;
        ImportResult result = fixture.bytes(text.getBytes(StandardCharsets.UTF_8));
        assertThat(result.issues()).isEmpty();
        assertThat(result.counts().created()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void jsonThatIsCutShort_isRefusedAtItsLastRow_andJsonThatIsNone_atThatRow(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        ImportResult cut = fixture.bytes(Arrays.copyOf(bytes, JSON.indexOf("2026-09-03")));
        assertThat(found(cut)).containsExactly("3 E-FILE-FORMAT [FILE-JSON]");
        isRejected(fixture, cut, 1);
        ImportResult wrong = fixture.bytes(JSON.replace("\"2\"", "2,5").getBytes(StandardCharsets.UTF_8));
        assertThat(found(wrong)).containsExactly("2 E-FILE-FORMAT [FILE-JSON]");
        isRejected(fixture, wrong, 1);
    }

    @ParameterizedTest
    @EnumSource
    void textOfAnotherEncoding_isRefusedWhereItBegins(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        String text = "unit,measure,period,value,note\nSALES,LEADS,2026-09-01,1,a\nSALES,LEADS,2026-09-02,2,реклама\n";
        ImportResult result = fixture.bytes(text.getBytes("windows-1251"));
        assertThat(found(result)).containsExactly("3 E-ENCODING [UTF-8]");
        isRejected(fixture, result, 1);
    }
}
