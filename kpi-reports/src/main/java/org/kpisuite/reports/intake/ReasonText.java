package org.kpisuite.reports.intake;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.reports.wording.Wording;

/** What is wrong with a row in one line of text: the column, the sentence, what was perhaps meant, the code. */
public final class ReasonText {
    private final Locale locale;
    private final Wording words;

    public ReasonText(Locale locale) {
        this.locale = locale;
        this.words = Wording.of("org.kpisuite.reports.intake.intake", locale);
    }

    /** All of it, one after the other; empty for nothing. */
    public String of(Collection<Refusal> refusals) {
        return refusals.stream().map(this::of).collect(Collectors.joining(" "));
    }

    private String of(Refusal refusal) {
        String column = refusal.column() == null ? "" : refusal.column() + ": ";
        String meant = refusal.suggestion() == null ? "" : " " + words.text("perhaps", refusal.suggestion());
        return column + refusal.message(locale) + meant + " [" + refusal.code() + "]";
    }
}
