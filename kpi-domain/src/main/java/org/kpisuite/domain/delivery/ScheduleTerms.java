package org.kpisuite.domain.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;

/**
 * What a schedule says: when, to whom, and how old its data may be.
 *
 * @param maxDataAgeDays how many days before the day of the slot the last day with data may lie at most; where it lies
 *     further back, nothing is sent but a notice to the controller
 */
public record ScheduleTerms(WeeklySlot slot, List<Recipient> recipients, boolean enabled, int maxDataAgeDays) {
    public static final int RECIPIENTS_MAX = 200;
    public static final int DATA_AGE_DAYS_MAX = 366;

    private static final Set<String> LOCALES = Set.of(Messages.EN.getLanguage(), Messages.RU.getLanguage());

    /** A recipient as written down. */
    public record RecipientText(String email, String locale) {}

    /** Terms as written down: {@code MONDAY}, {@code 07:00}, {@code Europe/Moscow}. */
    public record Text(
            String dayOfWeek,
            String time,
            String zone,
            List<RecipientText> recipients,
            boolean enabled,
            int maxDataAgeDays) {}

    public ScheduleTerms {
        recipients = List.copyOf(recipients);
    }

    /**
     * The terms that somebody wrote down.
     *
     * @throws KpiException with every refusal: E-FIELD-VALUE for a day, time, zone, address, language or age that cannot
     *     be one, E-FIELD-MISSING without recipients, E-LIMIT beyond {@link #RECIPIENTS_MAX}, E-RECIPIENT-TWICE
     */
    public static ScheduleTerms parse(Text text) {
        List<Refusal> refusals = new ArrayList<>();
        WeeklySlot slot = WeeklySlot.parse(text.dayOfWeek(), text.time(), text.zone(), refusals);
        List<Recipient> recipients = recipients(text.recipients(), refusals);
        if (text.maxDataAgeDays() < 1 || text.maxDataAgeDays() > DATA_AGE_DAYS_MAX) {
            refusals.add(value("maxDataAgeDays", String.valueOf(text.maxDataAgeDays()), "1 … " + DATA_AGE_DAYS_MAX));
        }
        if (slot == null || !refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
        return new ScheduleTerms(slot, recipients, text.enabled(), text.maxDataAgeDays());
    }

    private static List<Recipient> recipients(List<RecipientText> texts, List<Refusal> refusals) {
        if (texts.isEmpty()) {
            refusals.add(Refusal.ofField(Code.E_FIELD_MISSING, "recipients", null, "recipients"));
        }
        if (texts.size() > RECIPIENTS_MAX) {
            refusals.add(Refusal.ofField(
                    Code.E_LIMIT, "recipients", null, "recipients " + texts.size(), String.valueOf(RECIPIENTS_MAX)));
            return List.of();
        }
        List<Recipient> recipients = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            Recipient recipient = recipient("recipients[" + i + "]", texts.get(i), refusals);
            if (recipient == null) {
                continue;
            }
            // Most hosts do not tell A@host from a@host, and nobody should get two mails.
            if (seen.add(recipient.email().text().toLowerCase(Locale.ROOT))) {
                recipients.add(recipient);
            } else {
                String email = recipient.email().text();
                refusals.add(Refusal.ofField(Code.E_RECIPIENT_TWICE, "recipients[" + i + "].email", email, email));
            }
        }
        return recipients;
    }

    private static @Nullable Recipient recipient(String field, RecipientText text, List<Refusal> refusals) {
        EmailAddress email = EmailAddress.parse(text.email()).orElse(null);
        if (email == null) {
            refusals.add(value(field + ".email", text.email(), "name@host.domain"));
        }
        if (!LOCALES.contains(text.locale())) {
            refusals.add(value(field + ".locale", text.locale(), "en, ru"));
            return null;
        }
        return email == null ? null : new Recipient(email, Locale.forLanguageTag(text.locale()));
    }

    private static Refusal value(String field, String value, String possible) {
        return Refusal.ofField(Code.E_FIELD_VALUE, field, value, field, value, possible);
    }
}
