package org.kpisuite.reports.wording;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.RestatedSince;

/** A cell of an earlier report that would be another one by now, as readers of one language see it. */
public record RestatedText(RestatedSince.Cell cell, Locale locale) {
    private static final String IN_PERIOD = "%s, %s";

    /** {@code Leads, 2026-Q3}. */
    public String name() {
        return IN_PERIOD.formatted(cell.item().name().in(locale), cell.period().code());
    }

    /** {@code 60 → 139 (recount)}. */
    public String change() {
        String reasons = cell.by().stream()
                .map(RestatedSince.Change::reason)
                .filter(Objects::nonNull)
                .map(r -> ReasonWord.of(r, locale))
                .distinct()
                .collect(Collectors.joining(", "));
        return printed(cell.before()) + " \u2192 " + printed(cell.after())
                + (reasons.isEmpty() ? "" : " (" + reasons + ")");
    }

    private String printed(@Nullable BigDecimal value) {
        return value == null ? NumberText.NO_VALUE : new ItemText(cell.item(), locale).cell(Cell.of(value));
    }
}
