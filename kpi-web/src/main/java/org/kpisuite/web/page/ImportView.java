package org.kpisuite.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.ejb.actual.ImportResult;

/** An import as the page prints it: sentence, counts, and every refused row with what would be right. */
public final class ImportView {
    static final int ROWS = 50;

    private final ImportResult run;
    private final int page;
    private final Reader reader;

    ImportView(ImportResult run, int page, Reader reader) {
        this.run = run;
        this.page = Math.max(1, page);
        this.reader = reader;
    }

    /** One finding. */
    public record Issue(
            String row, String column, String given, String wrong, String suggestion, String code, boolean error) {}

    /** One number of what became of the rows. */
    public record Count(String name, String number, boolean bad) {}

    static String state(ImportResult run, Reader reader) {
        return reader.text(
                run.dryRun()
                        ? "import.state.DRY"
                        : "import.state." + run.state().name());
    }

    static String kind(ImportResult run) {
        return switch (run.state()) {
            case RECEIVED, PARSED, VALIDATED -> run.dryRun() ? "" : "acc";
            case APPLIED -> run.dryRun() ? "" : "solid";
            case PARTIAL -> "warn";
            case REJECTED -> "bad";
            case UNDONE, CANCELLED -> "";
        };
    }

    public long getId() {
        return run.id();
    }

    public String getFile() {
        return run.fileName();
    }

    public String getState() {
        return state(run, reader);
    }

    public String getKind() {
        return kind(run);
    }

    public boolean isDryRun() {
        return run.dryRun();
    }

    public String getHeadline() {
        ImportCounts counts = run.counts();
        long taken = counts.created() + counts.changed() + counts.unchanged() + counts.deleted();
        if (run.duplicateOf().isPresent()) {
            return reader.text(
                    "import.duplicate", String.valueOf(run.duplicateOf().get()));
        }
        return switch (run.state()) {
            case REJECTED -> reader.text("import.rejected", reader.count(counts.refused()));
            case UNDONE -> reader.text("import.undone");
            case CANCELLED -> reader.text("import.cancelled");
            case RECEIVED, PARSED, VALIDATED, APPLIED, PARTIAL ->
                reader.text(
                        run.dryRun() ? "import.dry" : "import.applied",
                        reader.count(taken),
                        reader.count(counts.refused()),
                        reader.count(counts.quarantined()));
        };
    }

    public String getAbout() {
        return reader.text(
                "import.about",
                run.fileName(),
                String.valueOf(run.id()),
                run.person(),
                reader.instant(run.startedAt()),
                run.profile().isEmpty() ? "—" : run.profile());
    }

    public List<Count> getCounts() {
        ImportCounts counts = run.counts();
        return List.of(
                count("created", counts.created(), false),
                count("changed", counts.changed(), false),
                count("unchanged", counts.unchanged(), false),
                count("deleted", counts.deleted(), false),
                count("empty", counts.empty(), false),
                count("quarantined", counts.quarantined(), false),
                count("refused", counts.refused(), counts.refused() > 0));
    }

    private Count count(String name, long number, boolean bad) {
        return new Count(reader.text("import.count." + name), reader.count(number), bad);
    }

    public boolean isClean() {
        return run.issues().isEmpty();
    }

    public String getIssuesText() {
        return reader.text(
                run.issuesTotal() > run.issues().size() ? "import.issues.cut" : "import.issues.all",
                reader.count(run.issuesTotal()),
                reader.count(run.issues().size()));
    }

    /** The findings of this page, by row. */
    public List<Issue> getIssues() {
        return run.issues().stream()
                .sorted(Comparator.comparing(r -> Objects.requireNonNullElse(r.row(), 0)))
                .skip((long) (page - 1) * ROWS)
                .limit(ROWS)
                .map(this::issue)
                .toList();
    }

    private Issue issue(Refusal refusal) {
        return new Issue(
                refusal.row() == null ? "" : reader.count(refusal.row()),
                Objects.requireNonNullElse(refusal.column(), ""),
                Objects.requireNonNullElse(refusal.value(), ""),
                refusal.message(reader.getLocale()),
                Objects.requireNonNullElse(refusal.suggestion(), ""),
                refusal.code().text(),
                refusal.severity() == Severity.ERROR);
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        return Math.max(1, (run.issues().size() + ROWS - 1) / ROWS);
    }

    /** {@code 1–50 of 1,248}. */
    public String getRange() {
        int first = (page - 1) * ROWS + 1;
        return reader.text(
                "pager",
                reader.count(first),
                reader.count(Math.min(run.issues().size(), first + ROWS - 1L)),
                reader.count(run.issues().size()));
    }
}
