package org.kpisuite.domain.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that a mail can be sent to: {@code name@host.domain}, in ASCII, without a display name.
 *
 * <p>Nothing in it can begin a new header or a second address. Names of hosts in other scripts are written in their
 * ASCII form ({@code xn--…}). The part after the @ is kept in lower case.
 */
public record EmailAddress(String text) {
    public static final int LENGTH_MAX = 254;
    private static final int LOCAL_LENGTH_MAX = 64;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

    public EmailAddress {
        if (!isAddress(text)) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        int at = text.lastIndexOf('@');
        text = text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
    }

    /** The address that a text is, white space around it left out; empty if it is none. */
    public static Optional<EmailAddress> parse(String text) {
        String stripped = text.strip();
        return isAddress(stripped) ? Optional.of(new EmailAddress(stripped)) : Optional.empty();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LENGTH_MAX
                && text.indexOf('@') <= LOCAL_LENGTH_MAX
                && ADDRESS.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
