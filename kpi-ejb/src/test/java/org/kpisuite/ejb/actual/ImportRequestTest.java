package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** What a request and a JSON file ask for together (§8.1, §8.4). */
class ImportRequestTest {
    @TempDir
    private Path folder;

    private static ImportRequest request(@Nullable Boolean dryRun, @Nullable String key) {
        return new ImportRequest("", null, null, dryRun, "a\0b.json", InputStream.nullInputStream(), key, false);
    }

    private JsonOrder asking(String dryRun) throws IOException {
        Path file = folder.resolve("order.json");
        Files.writeString(file, "{\"schema\":\"kpi-import/1\",\"dryRun\":" + dryRun + ",\"rows\":[]}");
        return JsonOrder.of(file);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "'\"true\"', true", "false, false", "null, false"})
    void dryRun_isTakenAtItsWord(String given, boolean expected) throws IOException {
        ImportOrder order = request(null, null).order(asking(given), "anna", Instant.EPOCH);
        assertThat(order.dryRun()).isEqualTo(expected);
        assertThat(order.fileName()).isEqualTo("a b.json");
    }

    /** The order of keys in JSON means nothing. */
    @Test
    void orderAfterTheRows_isRead_likeOneBeforeThem() throws IOException {
        Path file = folder.resolve("after.json");
        Files.writeString(
                file,
                "{\"rows\":[{\"unit\":\"A\",\"dims\":{\"policy\":\"x\"},\"mode\":\"atomic\"}],\"policy\":\"REJECT\","
                        + "\"mode\":\"partial\",\"dryRun\":true,\"schema\":\"kpi-import/1\"}");
        ImportOrder order = request(null, null).order(JsonOrder.of(file), "anna", Instant.EPOCH);
        assertThat(order.policy()).isEqualTo(ImportPolicy.REJECT);
        assertThat(order.mode()).isEqualTo(ImportMode.PARTIAL);
        assertThat(order.dryRun()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1", "'\"yes\"'", "0"})
    void dryRunInOtherWords_isRefused_notLoaded(String given) throws IOException {
        JsonOrder asked = asking(given);
        assertThatThrownBy(() -> request(null, null).order(asked, "anna", Instant.EPOCH))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_FIELD_VALUE));
    }

    @Test
    void keyLongerThanIsKept_isRefused() {
        assertThatThrownBy(() -> request(null, "k".repeat(201)).order(JsonOrder.NONE, "anna", Instant.EPOCH))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_LIMIT));
    }
}
