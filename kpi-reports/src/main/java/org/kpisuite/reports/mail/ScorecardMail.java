package org.kpisuite.reports.mail;

import java.util.Locale;
import org.kpisuite.domain.scorecard.Scorecard;

/**
 * Subject and plain text of the mail that carries a scorecard: the message, the score, the three largest losses and
 * what the data are worth.
 *
 * @param subject one line, without control characters
 * @param body lines parted by {@code \n}
 */
public record ScorecardMail(String subject, String body) {
    /** How many of the worst KPIs the body names. */
    public static final int WORST_MAX = 3;

    public static ScorecardMail of(Scorecard scorecard, Locale locale) {
        MailText text = new MailText(scorecard, locale);
        return new ScorecardMail(text.subject(), text.body());
    }
}
