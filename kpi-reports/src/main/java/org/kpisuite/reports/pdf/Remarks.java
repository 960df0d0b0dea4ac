package org.kpisuite.reports.pdf;

import java.util.Optional;
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
        return edition.words(item).instead().map(why -> edition.lettering().line(why, WORDS_WIDTH, WORDS_SIZE, false));
    }

    /** Why there is no percentage: over the pins. */
    Optional<String> reason(ScorecardItem item) {
        return item.unitKind().isComparedInPoints()
                ? Optional.empty()
                : edition.words(item).reason(item.deltaPlan());
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
