package org.kpisuite.domain.delivery;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;

/**
 * Why the house itself did not send a mail, for readers of either language.
 *
 * @param arguments what the sentence of the code names, in its order; days as {@code 2026-11-22}
 */
public record Reason(Code code, List<String> arguments) {
    private static final int ARGUMENT_LENGTH_MAX = 300;
    private static final String PARTED = "\n";
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    public Reason {
        arguments = arguments.stream().map(Reason::oneLine).toList();
    }

    public static Reason of(Code code, String... arguments) {
        return new Reason(code, List.of(arguments));
    }

    /** What it was. Of those before the mail was handed over, all but NOT_MADE stop the whole run. */
    public enum Code {
        /** Last day with data, its age in days, and the most that is allowed. */
        TOO_OLD,
        /** The same where nothing of the period is in. */
        NOTHING_IN,
        /** How many differences outputs have from the scorecard; of the first the output, the place, what is and should be. */
        OUTPUTS_DIFFER,
        /** Incident under which the log says more. */
        NOT_MADE,
        /** Likewise, after the mail was handed over. */
        INCIDENT,
        /** The sender died before it wrote down the answer. */
        ABANDONED
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= ARGUMENT_LENGTH_MAX ? line : line.substring(0, ARGUMENT_LENGTH_MAX - 1) + "…";
    }

    /** The sentence in one language. */
    public String text(Locale locale) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Messages.supported(locale));
        Object[] told = arguments.stream()
                .map(a -> a.matches(DAY) ? day.format(LocalDate.parse(a)) : a)
                .toArray();
        return Messages.text(locale, "delivery.reason." + code, told);
    }

    /** The arguments as one text, as they are stored. */
    String stored() {
        return String.join(PARTED, arguments);
    }

    static Reason ofStored(Code code, String stored) {
        return new Reason(code, List.of(stored.split(PARTED, -1)));
    }
}
