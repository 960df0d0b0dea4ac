package org.kpisuite.reports.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ItemWords;
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

    /** Everything there is to say about an item, joined by semicolons; empty if nothing. */
    public String of(ScorecardItem item) {
        ItemWords told = new ItemWords(item, locale);
        List<String> texts = new ArrayList<>();
        item.notes().forEach(n -> texts.add(told.note(n)));
        covered(item, texts);
        texts.addAll(told.turns());
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

    /** What is printed where a cell of an item has no value: why there is none. */
    public String missing(ScorecardItem item, Cell cell) {
        if (cell instanceof Cell.Failed failed) {
            return switch (failed.reason()) {
                case DIV0, DIV0_COST -> new ItemText(item, locale).told(cell);
                case CURRENCY, NOT_AGGREGABLE -> words.text("missing." + failed.reason());
            };
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
