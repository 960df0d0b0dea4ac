package org.kpisuite.web.page;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.ejb.actual.ImportResult;

/** An import as the page prints it: sentence, counts, and every refused row with what would be right. */
public final class ImportView {
    static final int ROWS = 50;

    private final ImportResult run;
    private final int page;
    private final Sort sort;
    private final boolean refusedOnly;
    private final Reader reader;

    ImportView(ImportResult run, int page, Reader reader) {
        this(run, page, Sort.ROW, false, reader);
    }

    ImportView(ImportResult run, int page, Sort sort, boolean refusedOnly, Reader reader) {
        this.run = run;
        this.page = Math.max(1, page);
        this.sort = sort;
        this.refusedOnly = refusedOnly;
        this.reader = reader;
    }

    /** By what the findings stand in order; each then by row. */
    enum Sort {
        ROW,
        COLUMN,
        CODE;

        static Sort of(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(s -> name != null && s.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(ROW);
        }
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
        long taken = ImportText.good(counts);
        if (run.duplicateOf().isPresent()) {
            return reader.text(
                    "import.duplicate", String.valueOf(run.duplicateOf().get()));
        }
        return switch (run.state()) {
            case REJECTED -> reader.text("import.rejected", reader.count(counts.refused()));
            case UNDONE -> reader.text("import.undone");
            case CANCELLED -> reader.text("import.cancelled");
            case APPLIED, PARTIAL, RECEIVED, PARSED, VALIDATED ->
                reader.text(
                        run.dryRun() ? "import.dry" : "import.applied",
                        reader.count(taken),
                        reader.count(ImportText.all(counts)),
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
                run.trail()
                        .finishedAt()
                        .map(end -> new ImportText(reader).seconds(Duration.between(run.startedAt(), end)))
                        .orElse("—"));
    }

    public String getSort() {
        return sort.name();
    }

    /** The import that had loaded the same file before; 0 where there was none. */
    public long getDuplicateOf() {
        return run.duplicateOf().orElse(0L);
    }

    public String getHash() {
        return run.trail().sha256();
    }

    public String getShortHash() {
        return ImportText.hash(run);
    }

    public String getProfile() {
        return run.profile();
    }

    /** Whether the file left anything stored that could be taken back. */
    public boolean isUndoable() {
        return (run.state() == ImportState.APPLIED || run.state() == ImportState.PARTIAL)
                && run.duplicateOf().isEmpty();
    }

    /** Who took it back, when and why; empty where nobody did. */
    public String getUndone() {
        return run.trail()
                .undone()
                .map(u -> reader.text("import.undone.by", u.person(), reader.instant(u.at()), u.reason()))
                .orElse("");
    }

    public boolean isQuarantining() {
        return run.counts().quarantined() > 0;
    }

    public String getQuarantineTitle() {
        return reader.text("import.quarantine", reader.count(run.counts().quarantined()));
    }

    /** Whether rows were refused, so that there is a file to give back. */
    public boolean isRefusing() {
        return run.issues().stream().anyMatch(i -> i.severity() == Severity.ERROR && i.row() != null);
    }

    /** The first rows that were refused, with the one before each. */
    List<Integer> refusedRows(int limit) {
        return run.issues().stream()
                .filter(i -> i.row() != null && i.severity() == Severity.ERROR)
                .map(Refusal::row)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    public List<Count> getCounts() {
        ImportCounts counts = run.counts();
        return Stream.of(
                        count("created", counts.created(), false),
                        count("changed", counts.changed(), false),
                        count("unchanged", counts.unchanged(), false),
                        counts.deleted() == 0 ? null : count("deleted", counts.deleted(), false),
                        count("empty", counts.empty(), false),
                        count("quarantined", counts.quarantined(), false),
                        count("refused", counts.refused(), counts.refused() > 0))
                .filter(Objects::nonNull)
                .toList();
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

    private List<Refusal> shown() {
        return refusedOnly && isRefusing()
                ? run.issues().stream()
                        .filter(i -> i.severity() == Severity.ERROR)
                        .toList()
                : run.issues();
    }

    /** Whether warnings are left out: where anything was refused, unless all was asked for. */
    public boolean isRefusedOnly() {
        return refusedOnly && isRefusing();
    }

    /** Whether there are both refusals and warnings to choose from. */
    public boolean isMixed() {
        return isRefusing() && run.issues().stream().anyMatch(i -> i.severity() != Severity.ERROR);
    }

    public String getRefusedText() {
        return reader.text(
                "import.show.refused",
                reader.count(run.issues().stream()
                        .filter(i -> i.severity() == Severity.ERROR)
                        .count()));
    }

    public String getAllText() {
        return reader.text("preview.all", reader.count(run.issues().size()));
    }

    /** The findings of this page, by row. */
    public List<Issue> getIssues() {
        return shown().stream()
                .sorted(order())
                .skip((long) (page - 1) * ROWS)
                .limit(ROWS)
                .map(this::issue)
                .toList();
    }

    private Comparator<Refusal> order() {
        Comparator<Refusal> byRow = Comparator.comparing(r -> Objects.requireNonNullElse(r.row(), 0));
        return switch (sort) {
            case ROW -> byRow;
            case COLUMN ->
                Comparator.comparing((Refusal r) -> Objects.requireNonNullElse(r.column(), ""))
                        .thenComparing(byRow);
            case CODE -> Comparator.comparing(Refusal::code).thenComparing(byRow);
        };
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
        return Math.max(1, (shown().size() + ROWS - 1) / ROWS);
    }

    /** {@code 1–50 of 1,248}. */
    public String getRange() {
        int first = (page - 1) * ROWS + 1;
        return reader.text(
                "pager",
                reader.count(first),
                reader.count(Math.min(shown().size(), first + ROWS - 1L)),
                reader.count(shown().size()));
    }
}
