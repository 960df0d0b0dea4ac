package org.kpisuite.reports.pdf;

import java.util.Optional;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;

/** What a row says in words. */
final class Remarks {
    private static final float WORDS_WIDTH = 180;
    private static final float WORDS_SIZE = 6.5f;

    private final Edition edition;

    Remarks(Edition edition) {
        this.edition = edition;
    }

    /** Why there is no actual, in place of bar and pin; empty if there is one. */
    Optional<String> instead(ScorecardItem item) {
        if (item.actual().usable().isPresent()) {
            return Optional.empty();
        }
        String why = edition.texts().text("words." + missing(item));
        boolean leftOut = edition.isPlanned() && item.usage() == Usage.EVAL;
        String words = leftOut ? edition.texts().text("words.left-out", why) : why;
        return Optional.of(edition.lettering().line(words, WORDS_WIDTH, WORDS_SIZE, false));
    }

    private static String missing(ScorecardItem item) {
        if (item.actual() instanceof Cell.Failed failed) {
            return switch (failed.reason()) {
                case DIV0 -> "div0";
                case DIV0_COST -> "div0-cost";
                case CURRENCY -> "currencies";
                case NOT_AGGREGABLE -> "parts";
            };
        }
        if (item.actual() instanceof Cell.Uncounted) {
            return "uncounted";
        }
        return item.actual().raw().isPresent() || item.notes().contains(Note.TOO_INCOMPLETE)
                ? "too-incomplete"
                : "not-delivered";
    }

    /** Why there is no percentage: over the pins. */
    Optional<String> reason(ScorecardItem item) {
        return item.deltaPlan()
                .why()
                .filter(r ->
                        item.deltaPlan().absolute() != null && !item.unitKind().isComparedInPoints())
                .flatMap(r -> r == Change.Reason.ZERO_BASE
                        ? Optional.of(edition.texts().text("words.zero-base"))
                        : edition.text(item).reason(item.deltaPlan()));
    }

    /** To which day the data reach, where they lag behind the others. */
    Optional<String> dataTo(ScorecardItem item) {
        return Optional.ofNullable(item.dataTo())
                .filter(day -> item.notes().contains(Note.PARTIAL)
                        && day.isBefore(edition.scorecard().heading().lastDay()))
                .map(day ->
                        edition.texts().text("words.data-to", edition.texts().day(day)));
    }
}
