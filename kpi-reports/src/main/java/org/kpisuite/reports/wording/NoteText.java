package org.kpisuite.reports.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.GateText;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** The remarks of an item in words, and the word that stands where a value is missing. */
public final class NoteText {
    private final Scorecard scorecard;
    private final Locale locale;
    private final Wording words;

    public NoteText(Scorecard scorecard, Locale wanted) {
        this.scorecard = scorecard;
        this.locale = Messages.supported(wanted);
        this.words = Wording.shared(locale);
    }

    /** One remark on an item in words; a gate says how it stands. */
    public static String of(ScorecardItem item, ScorecardItem.Note note, Locale wanted) {
        boolean ofGate = note == ScorecardItem.Note.GATE_FAILED || note == ScorecardItem.Note.GATE_PENDING;
        return item.beside()
                .gate()
                .filter(g -> ofGate)
                .map(g -> new GateText(g, wanted).sentence())
                .orElseGet(() -> Wording.shared(Messages.supported(wanted))
                        .text("note." + note, new ItemText(item, wanted).named(note)));
    }

    /** Everything there is to say about an item, joined by semicolons; empty if nothing. */
    public String of(ScorecardItem item) {
        List<String> texts = new ArrayList<>();
        item.notes().forEach(n -> texts.add(of(item, n, locale)));
        covered(item, texts);
        turn(item, item.deltaPlan(), "PL", texts);
        turn(item, item.deltaPriorYear(), "PY", texts);
        item.forecastMethod().ifPresent(m -> texts.add(words.text("forecast." + m)));
        if (item.explains() != null) {
            texts.add(words.text("explains", item.explains()));
        }
        return String.join("; ", texts);
    }

    /** An item whose feed ends before the others is compared for fewer days. */
    private void covered(ScorecardItem item, List<String> texts) {
        LocalDate to = item.dataTo();
        if (to != null && to.isBefore(scorecard.heading().lastDay())) {
            texts.add(words.text(
                    "data-to",
                    DateTimeFormatter.ofPattern(words.text("day"), locale).format(to)));
        }
    }

    private void turn(ScorecardItem item, Change change, String reference, List<String> texts) {
        new ItemText(item, locale).reason(change).ifPresent(r -> texts.add("Δ" + reference + ": " + r));
    }

    /** What is printed where a cell has no value: why there is none. */
    public String missing(Cell cell) {
        if (cell instanceof Cell.Failed failed) {
            return words.text("missing." + failed.reason());
        }
        if (cell instanceof Cell.Uncounted) {
            return words.text("missing.UNCOUNTED");
        }
        if (cell instanceof Cell.NotDelivered) {
            return words.text("missing.NOT_DELIVERED");
        }
        return cell.raw().isPresent() ? NumberText.NO_VALUE : words.text("missing.NOT_APPLICABLE");
    }
}
