package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportTrail;

class ImportViewTest {
    private static final Reader READER = new Reader(Messages.EN, ZoneId.of("Europe/Moscow"));

    @Test
    void refusedRows_standInOrder_withRowColumnGivenTextAndSuggestion() {
        Refusal late = Refusal.of(Code.E_UNIT_UNKNOWN, "SALS")
                .inColumn("unit", "SALS")
                .suggesting("SALES")
                .atRow(1412);
        Refusal early =
                Refusal.of(Code.E_NUM_FORMAT, "x").inColumn("value", "x").atRow(7);

        List<ImportView.Issue> issues = view(1, List.of(late, early)).getIssues();

        assertThat(issues).extracting(ImportView.Issue::row).containsExactly("7", "1,412");
        assertThat(issues.get(1))
                .isEqualTo(new ImportView.Issue(
                        "1,412", "unit", "SALS", "There is no unit SALS.", "SALES", "E-UNIT-UNKNOWN", true));
    }

    @Test
    void manyFindings_arePaged() {
        List<Refusal> many = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> Refusal.of(Code.E_NUM_FORMAT, "x").atRow(i))
                .toList();

        ImportView last = view(3, many);

        assertThat(last.getPages()).isEqualTo(3);
        assertThat(last.getIssues()).hasSize(20);
        assertThat(last.getRange()).isEqualTo("101–120 of 120");
    }

    @Test
    void repeatedFile_saysWhichImportHadIt() {
        ImportView view = new ImportView(run(ImportState.APPLIED, 4L, List.of()), 1, READER);

        assertThat(view.getHeadline()).isEqualTo("This file was loaded before as import 4: nothing changed");
    }

    private static ImportView view(int page, List<Refusal> issues) {
        return new ImportView(run(ImportState.REJECTED, null, issues), page, READER);
    }

    private static ImportResult run(ImportState state, @Nullable Long duplicate, List<Refusal> issues) {
        return new ImportResult(
                9,
                state,
                "crm.csv",
                "",
                false,
                "o.lebedeva",
                Instant.parse("2026-11-21T02:58:00Z"),
                ImportCounts.rejected(0, issues.size()),
                duplicate,
                issues,
                issues.size(),
                new ImportTrail(
                        "0".repeat(64),
                        10,
                        ImportPolicy.RESTATE,
                        ImportMode.ATOMIC,
                        0,
                        null,
                        false,
                        10,
                        2,
                        Instant.parse("2026-11-21T02:58:01Z"),
                        null,
                        null,
                        0,
                        null,
                        ImportTrail.Stages.NONE));
    }
}
