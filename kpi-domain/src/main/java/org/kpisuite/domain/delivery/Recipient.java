package org.kpisuite.domain.delivery;

import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.Objects;
import org.kpisuite.domain.failure.Messages;

/** Who gets the scorecard, and in which language. */
@Embeddable
public class Recipient {
    private String email;
    private String locale;

    protected Recipient() {}

    public Recipient(EmailAddress email, Locale locale) {
        this.email = email.text();
        this.locale = Messages.supported(locale).getLanguage();
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipient that && email.equals(that.email) && locale.equals(that.locale);
    }

    @Override
    public int hashCode() {
        return Objects.hash(email, locale);
    }

    @Override
    public String toString() {
        return email + " (" + locale + ")";
    }
}
