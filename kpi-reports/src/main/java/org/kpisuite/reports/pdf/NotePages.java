package org.kpisuite.reports.pdf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.HeadingRemarks;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Legend;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.NoteHead;
import org.kpisuite.reports.page.NoteRow;
import org.kpisuite.reports.wording.HeadingText;
import org.kpisuite.reports.wording.NoteText;
import org.kpisuite.reports.wording.RestatedText;

/**
 * The pages of notes: comments and actions, all remarks on every item under its full name, restatements, other scores, the
 * plan, abbreviations. Nothing is cut here.
 */
final class NotePages {
    static final float SUBJECT_WIDTH = 186;
    static final float TEXT_WIDTH = 574;
    static final float SIZE = 6.5f;
    private static final int LINES_MAX = 400;
    private static final List<String> ABBREVIATIONS =
            List.of("AC", "PL", "PY", "FC", "delta", "achievement", "marks", "meaning");

    private final Edition edition;
    private final Texts texts;
    private final Titles titles;
    private final List<ScorecardItem> diagnostics;

    /** @param diagnostics those that the table has no room for */
    NotePages(Edition edition, Titles titles, List<ScorecardItem> diagnostics) {
        this.edition = edition;
        this.diagnostics = diagnostics;
        this.texts = edition.texts();
        this.titles = titles;
    }

    /** What is said about something. */
    private record Note(String subject, String text) {}

    /** None where page 1 says it all. */
    List<Draft> drafts() {
        List<Line> said = new ArrayList<>();
        section("notes.diagnostics", diagnostics(), said);
        section("notes.comments", comments(), said);
        section("notes.actions", actions(), said);
        section("notes.restated", restatements(), said);
        section("notes.since", since(), said);
        section("notes.scores", scores(), said);
        if (said.isEmpty()
                && edition.scorecard().items().stream().allMatch(i -> remarks(i).isEmpty())) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        section("notes.diagnostics", diagnostics(), lines);
        section("notes.comments", comments(), lines);
        section("notes.actions", actions(), lines);
        section("notes.items", items(), lines);
        section("notes.restated", restatements(), lines);
        section("notes.since", since(), lines);
        section("notes.scores", scores(), lines);
        section("notes.plan", plan(), lines);
        section("notes.abbreviations", abbreviations(), lines);
        return paged(lines);
    }

    private void section(String key, List<Note> notes, List<Line> lines) {
        if (notes.isEmpty()) {
            return;
        }
        lines.add(new NoteHead(texts.text(key)));
        for (Note note : notes) {
            List<String> subject = lines(note.subject, SUBJECT_WIDTH);
            List<String> text = lines(note.text, TEXT_WIDTH);
            int last = subject.size() - 1;
            for (int i = 0; i < last + text.size(); i++) {
                lines.add(new NoteRow(
                        i <= last ? subject.get(i) : "", i >= last ? text.get(i - last) : "", i == 0, i == last));
            }
        }
    }

    private List<String> lines(String text, float width) {
        return Stream.of(text.split("\\R", -1))
                .flatMap(p -> edition.lettering().lines(p, width, SIZE, false, LINES_MAX).stream())
                .toList();
    }

    /** A heading stays with the line after it. */
    private List<Draft> paged(List<Line> lines) {
        Draft blank = new Draft(
                titles.message(), texts.text("kind.notes"), titles.table(), new Legend(List.of()), "", List.of());
        List<Draft> drafts = new ArrayList<>();
        Draft page = blank.with(List.of());
        drafts.add(page);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean head = line instanceof NoteHead && i < lines.size() - 1;
            if (!page.takes(line.height() + (head ? lines.get(i + 1).height() : 0), edition.body())) {
                page = blank.with(List.of());
                drafts.add(page);
            }
            page.lines().add(line);
        }
        return drafts;
    }

    private List<Note> diagnostics() {
        return diagnostics.stream()
                .map(i -> new Note(new ItemName(edition).spoken(i), values(edition.text(i))))
                .toList();
    }

    private String values(ItemText text) {
        return texts.text(
                "notes.diagnostic",
                text.actual(),
                text.planToDate(),
                text.deltaPlan(),
                text.deltaPlanRelative(),
                text.priorYear(),
                text.deltaPriorYear());
    }

    private List<Note> comments() {
        return edition.scorecard().background().remarks().stream()
                .filter(r -> r.task().isEmpty())
                .map(r -> new Note(
                        r.author() + ", "
                                + texts.dayOfYear(r.at().atZone(
                                                edition.scorecard().heading().zone())
                                        .toLocalDate()),
                        about(r.item()) + r.text()))
                .toList();
    }

    private List<Note> actions() {
        return edition.scorecard().background().remarks().stream()
                .flatMap(r -> r
                        .task()
                        .map(t -> new Note(
                                r.item().map(this::name).orElseGet(() -> texts.text("notes.action.all")),
                                texts.text("notes.action", r.text(), t.owner(), texts.dayOfYear(t.due()), state(t))))
                        .stream())
                .toList();
    }

    private String state(Remark.Task task) {
        LocalDate asOf = edition.scorecard()
                .heading()
                .asOf()
                .atZone(edition.scorecard().heading().zone())
                .toLocalDate();
        return task.doneAt()
                .map(at -> texts.text(
                        "notes.action.done",
                        texts.dayOfYear(
                                at.atZone(edition.scorecard().heading().zone()).toLocalDate())))
                .orElseGet(() -> texts.text(task.due().isBefore(asOf) ? "notes.action.late" : "notes.action.open"));
    }

    private String about(Optional<String> item) {
        return item.map(i -> name(i) + ": ").orElse("");
    }

    private String name(String key) {
        return edition.scorecard().items().stream()
                .filter(i -> i.key().equals(key))
                .map(i -> edition.text(i).name())
                .findFirst()
                .orElse(key);
    }

    /** Every item, leading before lagging, under its full name. */
    private List<Note> items() {
        return edition.scorecard().items().stream()
                .sorted((a, b) -> a.nature().compareTo(b.nature()))
                .map(i -> new Note(new ItemName(edition).spoken(i), about(i)))
                .toList();
    }

    private String about(ScorecardItem item) {
        List<String> parts = new ArrayList<>();
        parts.add(edition.scorecard().traceCode(item).toString());
        parts.add(item.key());
        if (edition.isPlanned() && edition.isKpi(item)) {
            parts.add(texts.text(
                    "notes.item",
                    edition.text(item).weight(),
                    edition.text(item).achievement(),
                    edition.text(item).pointsLost()));
        }
        String remarks = remarks(item);
        if (!remarks.isEmpty()) {
            parts.add(remarks);
        }
        return String.join(" · ", parts);
    }

    private String remarks(ScorecardItem item) {
        return new NoteText(edition.scorecard(), edition.locale()).of(item);
    }

    private List<Note> restatements() {
        return edition.scorecard().restatements().stream()
                .map(r -> new Note(r.measureName().in(edition.locale()), new NotesLine(edition).restatement(r)))
                .toList();
    }

    /** What the report issued before would say otherwise by now. */
    private List<Note> since() {
        List<Note> notes = new ArrayList<>();
        edition.scorecard()
                .background()
                .restated()
                .filter(r -> !r.cells().isEmpty())
                .ifPresent(r -> {
                    HeadingText heading = new HeadingText(edition.scorecard(), edition.locale());
                    notes.add(new Note(texts.text("notes.since.report"), heading.instant(r.since())));
                    r.cells().stream()
                            .map(c -> new RestatedText(c, edition.locale()))
                            .forEach(c -> notes.add(new Note(c.name(), c.change())));
                });
        return notes;
    }

    private List<Note> scores() {
        HeadingText heading = new HeadingText(edition.scorecard(), edition.locale());
        return edition.scorecard().others().stream()
                .map(o -> new Note(o.name(edition.locale(), heading.instant(o.asOf())), score(o)))
                .toList();
    }

    private String score(OtherScore other) {
        String points = other.score()
                .points()
                .map(texts.numbers()::points)
                .orElseGet(() -> Messages.text(edition.locale(), "score.not-rated"));
        return Stream.concat(Stream.of(points), other.points().stream().map(p -> p.text(edition.locale())))
                .collect(Collectors.joining("; "));
    }

    private List<Note> plan() {
        List<Note> notes = new ArrayList<>();
        HeadingText heading = new HeadingText(edition.scorecard(), edition.locale());
        notes.add(new Note(edition.scorecard().heading().period().code(), heading.plan()));
        HeadingRemarks.of(edition.scorecard().heading(), edition.locale()).forEach(r -> notes.add(new Note("", r)));
        return notes;
    }

    private List<Note> abbreviations() {
        return ABBREVIATIONS.stream()
                .map(a -> new Note(texts.text("abbreviation." + a), texts.text("abbreviation." + a + ".text")))
                .toList();
    }
}
