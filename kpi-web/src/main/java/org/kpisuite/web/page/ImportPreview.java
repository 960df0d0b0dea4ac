package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.ejb.actual.FactChange;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportRows;
import org.kpisuite.ejb.actual.RowPreview;

/** A dry run as its page prints it: what was read of each row, and what would happen. */
public final class ImportPreview {
    private static final int START_ROWS = 20;
    private static final int PAGE_ROWS = 50;

    private final ImportResult run;
    private final Shown shown;
    private final List<FactChange> changes;
    private final Catalogue catalogue;
    private final Reader reader;
    private final Map<Integer, List<Refusal>> byRow;
    private final RowPreview.@Nullable Page rows;

    ImportPreview(
            ImportResult run,
            Shown shown,
            ImportRows file,
            List<FactChange> changes,
            Catalogue catalogue,
            Reader reader) {
        this.run = run;
        this.shown = shown;
        this.changes = changes;
        this.catalogue = catalogue;
        this.reader = reader;
        RowPreview.Page first = page(file, 0, shown.view == View.START ? START_ROWS : 1);
        int header = first == null ? 0 : first.headerRow();
        this.byRow = run.issues().stream()
                .filter(i -> i.row() != null && i.row() > header)
                .collect(Collectors.groupingBy(i -> Objects.requireNonNull(i.row())));
        this.rows = switch (shown.view) {
            case START, CHANGES -> first;
            case QUESTIONS -> asked(file);
            case ALL -> page(file, (long) (shown.page - 1) * PAGE_ROWS, PAGE_ROWS);
        };
    }

    /** Which rows are shown. */
    enum View {
        START,
        QUESTIONS,
        ALL,
        CHANGES
    }

    /** Which rows are shown, and which page of them. */
    record Shown(View view, int page) {
        static Shown of(@Nullable String view, int page) {
            return new Shown(
                    Arrays.stream(View.values())
                            .filter(v -> view != null && v.name().equals(view.toUpperCase(Locale.ROOT)))
                            .findFirst()
                            .orElse(View.START),
                    Math.max(1, page));
        }
    }

    /** Null where the file cannot be read at all; its findings say why. */
    private RowPreview.@Nullable Page page(ImportRows file, long skip, int limit) {
        try {
            return file.page(run.id(), skip, limit);
        } catch (KpiException e) {
            return null;
        }
    }

    private RowPreview.@Nullable Page asked(ImportRows file) {
        List<Integer> wanted = new TreeSet<>(byRow.keySet())
                .stream()
                        .skip((long) (shown.page - 1) * PAGE_ROWS)
                        .limit(PAGE_ROWS)
                        .toList();
        try {
            return wanted.isEmpty() ? page(file, 0, 0) : file.rows(run.id(), wanted);
        } catch (KpiException e) {
            return null;
        }
    }

    public String getView() {
        return shown.view.name().toLowerCase(Locale.ROOT);
    }

    public String getFile() {
        return run.fileName();
    }

    private long records() {
        return rows == null ? 0 : rows.records();
    }

    public String getHeadline() {
        if (rows == null || run.state() == ImportState.REJECTED) {
            return reader.text("preview.unreadable");
        }
        long refused = run.counts().refused();
        return refused == 0
                ? reader.text("preview.fine", reader.count(records()))
                : reader.text("preview.read", reader.count(records()), reader.count(refused));
    }

    public String getAbout() {
        return Stream.of(
                        run.fileName(),
                        new ImportText(reader).size(run.trail().bytes()),
                        Objects.requireNonNullElse(run.trail().sheet(), ""),
                        reader.text("preview.nothing-written"))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What is said about the file as a whole, or is wrong with its header. */
    public List<PreviewTable.Finding> getAboutFile() {
        return run.issues().stream()
                .filter(i -> i.row() == null || !byRow.containsKey(i.row()))
                .filter(i -> i.row() == null || i.severity() == Severity.ERROR)
                .map(i -> PreviewTable.finding(i, reader))
                .toList();
    }

    public PreviewTable getTable() {
        return new PreviewTable(Objects.requireNonNull(rows), byRow, catalogue, reader);
    }

    public boolean isReadable() {
        return rows != null;
    }

    public int getQuestions() {
        return byRow.size();
    }

    public String getQuestionsText() {
        return reader.text("preview.questions", reader.count(byRow.size()));
    }

    public String getAllText() {
        return reader.text("preview.all", reader.count(records()));
    }

    public String getChangesText() {
        return reader.text(
                "preview.changes",
                reader.count(run.counts().changed() + run.counts().deleted()));
    }

    /** Whether loading deletes what a full snapshot lacks, which somebody must have wanted. */
    public boolean isLacking() {
        return run.trail().missing() > 0;
    }

    public String getLackingText() {
        return reader.text("preview.lacking", reader.count(run.trail().missing()));
    }

    public boolean isChanging() {
        return run.counts().changed() + run.counts().deleted() > 0;
    }

    /** A value that would be replaced. */
    public record Change(String row, String unit, String measure, String period, String old, String value) {}

    public List<Change> getChanges() {
        return changes.stream()
                .filter(c -> c.kind() == FactChange.Kind.CHANGED || c.kind() == FactChange.Kind.DELETED)
                .map(this::change)
                .toList();
    }

    private Change change(FactChange change) {
        PreviewTable.Values values = new PreviewTable.Values(catalogue, reader);
        String measure = change.dims().isEmpty()
                ? change.measure()
                : change.measure() + " · " + change.dims().replace(";", " · ");
        return new Change(
                change.row() == 0 ? "—" : reader.count(change.row()),
                change.unit(),
                measure,
                change.period().code(),
                values.of(change.measure(), change.old()),
                values.of(change.measure(), change.value()));
    }

    /** One line of what would happen. */
    public record Outcome(String name, String number, boolean bad, boolean total) {}

    public List<Outcome> getOutcomes() {
        ImportCounts counts = run.counts();
        return Stream.of(
                        outcome("created", counts.created()),
                        outcome("changed", counts.changed()),
                        outcome("unchanged", counts.unchanged()),
                        counts.deleted() == 0 ? null : outcome("deleted", counts.deleted()),
                        outcome("empty", counts.empty()),
                        outcome("quarantined", counts.quarantined()),
                        outcome("refused", counts.refused()),
                        new Outcome(reader.text("preview.total"), reader.count(ImportText.all(counts)), false, true))
                .filter(Objects::nonNull)
                .toList();
    }

    private Outcome outcome(String name, long number) {
        return new Outcome(
                reader.text("preview.count." + name),
                reader.count(number),
                name.equals("refused") && number > 0,
                false);
    }

    public boolean isClean() {
        return run.counts().refused() == 0 && run.state() != ImportState.REJECTED;
    }

    /** Whether there is anything that could be loaded. */
    public boolean isLoadable() {
        boolean lacksEvents = run.issues().stream().anyMatch(i -> i.code() == Code.W_EVENTS_PART);
        return run.state() != ImportState.REJECTED
                && !lacksEvents
                && ImportText.good(run.counts()) + run.counts().quarantined() > 0;
    }

    public String getGood() {
        return reader.numbers()
                .plain(BigDecimal.valueOf(
                        ImportText.good(run.counts()) + run.counts().quarantined()));
    }

    private int count() {
        return shown.view == View.QUESTIONS ? byRow.size() : Math.toIntExact(Math.min(records(), Integer.MAX_VALUE));
    }

    public boolean isPaged() {
        return (shown.view == View.ALL || shown.view == View.QUESTIONS) && count() > PAGE_ROWS;
    }

    public int getBefore() {
        return shown.page - 1;
    }

    public int getAfter() {
        return (long) shown.page * PAGE_ROWS < count() ? shown.page + 1 : 0;
    }

    public String getRange() {
        long first = (long) (shown.page - 1) * PAGE_ROWS + 1;
        return reader.text(
                "pager",
                reader.count(first),
                reader.count(Math.min(count(), first + PAGE_ROWS - 1)),
                reader.count(count()));
    }
}
