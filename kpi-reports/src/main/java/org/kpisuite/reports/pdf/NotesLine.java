package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.GateText;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.domain.scorecard.Scorecard.Restatement;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.Notes;
import org.kpisuite.reports.wording.ReasonWord;

/** Makes the notes under the table: on values, restatements, on the plan. */
final class NotesLine {
    static final float WIDTH = 243;
    private static final int COLUMNS = 3;
    private static final int LINES_MAX = 3;
    private static final float SIZE = 6.5f;

    private final Edition edition;
    private final Texts texts;

    NotesLine(Edition edition) {
        this.edition = edition;
        this.texts = edition.texts();
    }

    /** A heading with what stands under it. */
    private record Column(String title, List<String> notes) {
        Column and(Column other) {
            List<String> all = new ArrayList<>(notes);
            all.addAll(other.notes);
            return new Column(title + " \u00b7 " + other.title, all);
        }
    }

    /** Empty where there is nothing to note. */
    Optional<Line> make() {
        List<Column> columns = new ArrayList<>();
        remark().ifPresent(columns::add);
        gate().ifPresent(columns::add);
        add(columns, "notes.values", values());
        add(columns, "notes.restated", restatements());
        add(columns, "notes.plan", plan());
        while (columns.size() > COLUMNS) {
            Column last = columns.remove(columns.size() - 1);
            columns.set(columns.size() - 1, columns.get(columns.size() - 1).and(last));
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notes(
                        columns.stream()
                                .map(c -> edition.lettering().line(c.title(), WIDTH, SIZE, true))
                                .toList(),
                        columns.stream()
                                .map(c -> String.join("\n", fitted(c.notes())))
                                .toList()));
    }

    private void add(List<Column> columns, String key, List<String> notes) {
        if (!notes.isEmpty()) {
            columns.add(new Column(texts.text(key), notes));
        }
    }

    /** What was said last; an action is none that explains. */
    private Optional<Column> remark() {
        return edition.scorecard().background().remarks().stream()
                .filter(said -> said.task().isEmpty())
                .reduce((earlier, later) -> later)
                .map(this::remark);
    }

    private Column remark(Remark.Said said) {
        String day = texts.day(
                LocalDate.ofInstant(said.at(), edition.scorecard().heading().zone()));
        String text = said.text().replaceAll("\\s+", " ");
        String about = said.item().map(key -> name(key) + ": ").orElse("");
        return new Column(texts.text("notes.remark", said.author(), day), List.of(about + text));
    }

    private String name(String key) {
        return edition.scorecard().items().stream()
                .filter(i -> i.key().equals(key))
                .map(i -> edition.text(i).name())
                .findFirst()
                .orElse(key);
    }

    /** The gate of the heaviest item whose gate was not passed. */
    private Optional<ScorecardItem> gated() {
        return edition.scorecard().items().stream()
                .filter(i -> i.notes().contains(Note.GATE_PENDING) || i.notes().contains(Note.GATE_FAILED))
                .filter(i -> i.beside().gate().isPresent())
                .max(Comparator.comparing(ScorecardItem::weight));
    }

    private Optional<Column> gate() {
        return gated().map(i -> new Column(
                texts.text("notes.gate", edition.text(i).name()),
                List.of(new GateText(i.beside().gate().orElseThrow(), edition.locale()).sentence())));
    }

    /** A note takes a line or more; what does not fit into three lines is counted. */
    private List<String> fitted(List<String> notes) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            boolean last = i == notes.size() - 1;
            int room = LINES_MAX - lines.size() - (last ? 0 : 1);
            if (room < 1) {
                lines.add(texts.text("and.more", notes.size() - i));
                return lines;
            }
            lines.addAll(edition.lettering().lines(notes.get(i), WIDTH, SIZE, false, room));
        }
        return lines;
    }

    private List<String> values() {
        List<String> values = new ArrayList<>(
                edition.scorecard().items().stream().flatMap(this::notes).toList());
        boolean rounded =
                edition.scorecard().items().stream().anyMatch(i -> i.notes().contains(Note.ROUNDING));
        if (rounded) {
            values.add(texts.text("notes.rounding"));
        }
        return values;
    }

    private Stream<String> notes(ScorecardItem item) {
        return item.notes().stream()
                .map(note -> words(item, note))
                .flatMap(Optional::stream)
                .map(words -> texts.text("notes.value", edition.text(item).name(), words));
    }

    /** What the row itself says in words is not said again. */
    private Optional<String> words(ScorecardItem item, Note note) {
        return switch (note) {
            case PARTIAL ->
                Optional.of(Objects.requireNonNullElse(
                                item.dataTo(), edition.scorecard().heading().lastDay()))
                        .map(day -> texts.text("notes.partial", texts.day(day)));
            case NO_OPENING,
                    ESTIMATED,
                    STALE,
                    UNITS_LEFT_OUT,
                    SINGLE_PART,
                    CAPPED,
                    LOW_BASE,
                    OTHER_SOURCE,
                    PROVISIONAL,
                    REDEFINED,
                    MODEL_FORECAST,
                    MANUAL_FORECAST -> Optional.of(edition.words(item).note(note));
            case GATE_FAILED, GATE_PENDING ->
                gated().filter(item::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(edition.words(item).note(note));
            case TOO_INCOMPLETE,
                    NOT_DELIVERED,
                    UNCOUNTED,
                    NOT_AGGREGABLE,
                    ROUNDING,
                    PLAN_NOT_APPROVED,
                    DIV0,
                    DIV0_COST,
                    CURRENCIES -> Optional.empty();
        };
    }

    private List<String> restatements() {
        return edition.scorecard().restatements().stream()
                .map(this::restatement)
                .toList();
    }

    String restatement(Restatement r) {
        Object[] arguments = {
            r.measureName().in(edition.locale()),
            texts.period(r.period()),
            texts.numbers().plain(withoutIdleZeros(r.before())),
            texts.numbers().plain(withoutIdleZeros(r.after())),
            Integer.toString(r.revision()),
            r.reason() == null ? "" : ReasonWord.of(r.reason(), edition.locale())
        };
        return texts.text(r.reason() == null ? "notes.restatement" : "notes.restatement.reason", arguments);
    }

    private static BigDecimal withoutIdleZeros(BigDecimal value) {
        return new BigDecimal(Decimals.plain(value));
    }

    private List<String> plan() {
        return edition.scorecard()
                .plan()
                .map(p -> p.approvedLateDays() > 0
                        ? List.of(texts.text("notes.plan.late", Long.toString(p.approvedLateDays())))
                        : List.<String>of())
                .orElseGet(() -> List.of(texts.text("notes.plan.none")));
    }
}
