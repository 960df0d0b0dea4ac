package org.kpisuite.domain.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;

/**
 * What stands at the head of a scorecard where it makes a difference: working days more or less than those it is compared
 * with, and by which organisation its figures are taken together.
 *
 * <p>Source: domain specification §2.3 (rule 5), §3.3.
 */
public final class HeadingRemarks {
    private HeadingRemarks() {}

    /** The remarks in the words of one language: {@code +2 wd against PY}, {@code organisation as reported}. */
    public static List<String> of(Scorecard.Heading heading, Locale locale) {
        List<String> remarks = new ArrayList<>();
        days(heading.workingDaysToPrevious(), "heading.workdays.previous", locale)
                .ifPresent(remarks::add);
        days(heading.workingDaysToPriorYear(), "heading.workdays.prior-year", locale)
                .ifPresent(remarks::add);
        if (heading.basis() != Grounds.Basis.UNCHANGED) {
            remarks.add(Messages.text(locale, "heading.basis." + heading.basis()));
        }
        if (!heading.comparisons().equals(Comparisons.STANDARD)) {
            remarks.add(Messages.text(
                    locale, "heading.comparison." + heading.comparisons().name()));
        }
        if (heading.priorYear().isEmpty()) {
            remarks.add(Messages.text(
                    locale, "heading.no-prior-year", heading.period().code()));
        }
        return remarks;
    }

    private static Optional<String> days(Optional<Long> difference, String key, Locale locale) {
        return difference.map(
                d -> Messages.text(locale, key, (d < 0 ? String.valueOf(NumberText.MINUS) : "+") + Math.abs(d)));
    }
}
