package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large files may be (§8.1). */
class ImportLimitsTest {
    @TempDir
    Path folder;

    @Test
    void withoutSettings_theyAreThoseOfTheSpecification() {
        assertThat(ImportLimits.of(name -> null))
                .isEqualTo(new ImportLimits(1L << 30, 10_000_000, 1 << 20, 10_000, 4L << 30, 200));
    }

    @Test
    void whatIsSet_counts() {
        Map<String, String> settings = Map.of("KPI_IMPORT_ROWS", "5", "KPI_IMPORT_BYTES", " 2147483648 ");
        ImportLimits limits = ImportLimits.of(settings::get);
        assertThat(limits.rows()).isEqualTo(5);
        assertThat(limits.bytes()).isEqualTo(2L << 30);
        assertThat(limits.columns()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1e6", "99999999999", "1 000"})
    void whatIsNoLimit_isRefusedByItsName(String given) {
        assertThatThrownBy(() -> ImportLimits.of(Map.of("KPI_IMPORT_ROWS", given)::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KPI_IMPORT_ROWS")
                .hasMessageContaining(given);
    }

    @Test
    void textsAreMeasuredInBytes() {
        assertThat(ImportLimits.bytes("aя€" + "😀"))
                .isEqualTo("aя€😀".getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }

    /** A mebibyte of Cyrillic letters is half as many of them. */
    @Test
    void rowOfAMebibyte_isReadToTheLastByte_andNotBeyond() throws IOException {
        int most = ImportLimits.of(name -> null).rowBytes();
        String letters = "я".repeat(most / 4 - 1);
        assertThat(read(letters + "," + letters + "xx").refused()).isEmpty();
        assertThat(read(letters + "," + letters + "яxxx").refused()).startsWith("E-LIMIT");
        assertThat(read(letters + "xx," + letters + "xxx").refused()).startsWith("E-LIMIT");
    }

    private ReadTable read(String row) throws IOException {
        return ReadTable.of(Files.writeString(folder.resolve("wide"), "a,b\n" + row + "\n"));
    }
}
