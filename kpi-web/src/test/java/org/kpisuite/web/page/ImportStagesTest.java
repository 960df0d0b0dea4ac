package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportTrail;

/** A file of 1,000 bytes whose reading takes thirty seconds. */
class ImportStagesTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T02:58:00Z");
    private static final Instant PARSED = BEGIN.plusSeconds(30);
    private static final Instant VALIDATED = BEGIN.plusSeconds(45);

    private static ImportStages stages(
            ImportState state, long bytesRead, @Nullable Instant parsed, @Nullable Instant validated, long second) {
        ImportTrail trail = new ImportTrail(
                "0".repeat(64),
                1_000,
                ImportPolicy.RESTATE,
                ImportMode.ATOMIC,
                0,
                null,
                true,
                bytesRead,
                200_000,
                null,
                null,
                null,
                0,
                null,
                new ImportTrail.Stages(parsed, validated));
        ImportResult run = new ImportResult(
                9, state, "crm.csv", "", false, "o.lebedeva", BEGIN, ImportCounts.NONE, null, List.of(), 0, trail);
        return new ImportStages(run, BEGIN.plusSeconds(second), new Reader(Messages.EN, ZoneId.of("Europe/Moscow")));
    }

    @Test
    void fileThatWasRead_isNotDone() {
        assertThat(stages(ImportState.RECEIVED, 0, null, null, 1).getPercent()).isZero();
        assertThat(stages(ImportState.RECEIVED, 500, null, null, 15).getPercent())
                .isEqualTo(15);
        assertThat(stages(ImportState.RECEIVED, 1_000, null, null, 30).getPercent())
                .isEqualTo(30);
        assertThat(stages(ImportState.PARSED, 1_000, PARSED, null, 31).getPercent())
                .isEqualTo(30);
        assertThat(stages(ImportState.PARSED, 1_000, PARSED, null, 40).getPercent())
                .isEqualTo(39);
        assertThat(stages(ImportState.VALIDATED, 1_000, PARSED, VALIDATED, 72).getPercent())
                .isEqualTo(71);
        assertThat(stages(ImportState.VALIDATED, 1_000, PARSED, VALIDATED, 999).getPercent())
                .as("longer than thought")
                .isEqualTo(97);
        assertThat(stages(ImportState.APPLIED, 1_000, PARSED, VALIDATED, 100).getPercent())
                .isEqualTo(100);
    }

    @Test
    void headline_saysWhatIsDoneAndHowLongItTakesStill() {
        assertThat(stages(ImportState.VALIDATED, 1_000, PARSED, VALIDATED, 72).getHeadline())
                .isEqualTo("Loading 200,000 rows, about 29 seconds left");
        assertThat(stages(ImportState.RECEIVED, 0, null, null, 1).getHeadline())
                .isEqualTo("The file waits for its turn");
    }

    @Test
    void eachStage_hasItsTime() {
        assertThat(stages(ImportState.VALIDATED, 1_000, PARSED, VALIDATED, 72).getStages())
                .extracting(ImportStages.Stage::time)
                .containsExactly("—", "30.0 s", "15.0 s", "27.0 s");
        assertThat(stages(ImportState.PARSED, 1_000, PARSED, null, 40).getStages())
                .extracting(ImportStages.Stage::time)
                .containsExactly("—", "30.0 s", "10.0 s", "—");
    }
}
