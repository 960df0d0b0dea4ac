package org.kpisuite.domain.delivery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;

/**
 * How old the data of a scorecard are, in days from the last day with data to the day of the as-of instant; 1 if
 * yesterday's are in.
 *
 * @param lastDay last day that any item covers; the day before the period where nothing of it is in, so that the age
 *     is then the least it can be
 * @param isAnythingIn whether there are data of the period at all
 */
public record DataAge(LocalDate lastDay, long days, boolean isAnythingIn) {
    public static DataAge of(Scorecard scorecard) {
        Scorecard.Heading heading = scorecard.heading();
        Optional<LocalDate> covered = scorecard.items().stream()
                .map(ScorecardItem::dataTo)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        LocalDate lastDay = covered.orElse(heading.period().start().minusDays(1));
        LocalDate today = LocalDate.ofInstant(heading.asOf(), heading.zone());
        return new DataAge(lastDay, ChronoUnit.DAYS.between(lastDay, today), covered.isPresent());
    }

    public boolean exceeds(int daysMax) {
        return days > daysMax;
    }
}
