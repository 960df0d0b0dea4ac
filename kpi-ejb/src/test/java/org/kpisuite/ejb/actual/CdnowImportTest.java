package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.storage.TestDatabase;

/** 6,919 real purchases, turned into monthly facts by the shipped profile, against a count by other code. */
class CdnowImportTest {
    private static final String PATH = "shared/data/cdnow/cdnowElog.csv";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void findFile() {
        Path here = Path.of("").toAbsolutePath();
        file = Stream.iterate(here, p -> p != null, Path::getParent)
                .map(p -> p.resolve(PATH))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(file != null, "the folder shared/data is not here");
    }

    private ImportFixture imported(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder)
                .knowing(new SampleCodes(Set.of("CDNOW"), "USD"))
                .by(ProfileDocument.read(
                        "cdnow", ShippedProfiles.document("cdnow").orElseThrow()));
        ImportResult result = fixture.bytes(Files.readAllBytes(file));
        assertThat(result.issues())
                .as("the number within the sample is not read")
                .extracting(Refusal::code, Refusal::column)
                .containsExactly(tuple(Code.W_COL_UNKNOWN, "sampleid"));
        assertThat(result.counts().created()).isEqualTo(18 * 4 + 6);
        return fixture;
    }

    @ParameterizedTest
    @EnumSource
    void totals_areThoseOfTheFile(TestDatabase database) throws Exception {
        ImportFixture fixture = imported(database);
        assertThat(fixture.rows("select sum(amount) from actual where measure = 'REVENUE'"))
                .containsExactly("244091.94");
        assertThat(fixture.rows("select sum(amount) from actual where measure = 'UNITS_SOLD'"))
                .containsExactly("16479");
        assertThat(fixture.rows("select measure, amount from actual where grain = 'M' and period_start ="
                        + " date '1998-06-01' order by measure"))
                .startsWith("BUYERS 138", "ORDERS 172", "REVENUE 5590.87");
        assertThat(fixture.rows("select amount from actual where grain = 'Q' and period_start = date '1998-04-01'"))
                .containsExactly("300");
        assertThat(fixture.rows("select sum(amount) from actual where measure = 'BUYERS' and grain = 'M'"
                        + " and period_start >= date '1998-04-01'"))
                .containsExactly("397");
    }

    @ParameterizedTest
    @EnumSource
    void everyMonth_isWhatAnotherCountSays(TestDatabase database) throws Exception {
        ImportFixture fixture = imported(database);
        assertThat(fixture.rows("select measure, grain, period_start, amount from actual order by 1, 2, 3"))
                .isEqualTo(counted());
    }

    /** The file has no quotes and no empty fields, so that splitting at commas reads it. */
    private List<String> counted() throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Set<String>> buyers = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",", -1);
            String month = f[2].substring(0, 4) + "-" + f[2].substring(4, 6) + "-01";
            int quarter = (Integer.parseInt(f[2].substring(4, 6)) - 1) / 3 * 3 + 1;
            sums.merge("REVENUE M " + month, new BigDecimal(f[4]), BigDecimal::add);
            sums.merge("UNITS_SOLD M " + month, new BigDecimal(f[3]), BigDecimal::add);
            sums.merge("ORDERS M " + month, BigDecimal.ONE, BigDecimal::add);
            buyers.computeIfAbsent("BUYERS M " + month, k -> new HashSet<>()).add(f[0]);
            buyers.computeIfAbsent(
                            "BUYERS Q " + f[2].substring(0, 4) + "-%02d-01".formatted(quarter), k -> new HashSet<>())
                    .add(f[0]);
        }
        buyers.forEach((key, who) -> sums.put(key, BigDecimal.valueOf(who.size())));
        return sums.entrySet().stream()
                .map(e -> e.getKey() + " " + Decimals.plain(e.getValue()))
                .toList();
    }
}
