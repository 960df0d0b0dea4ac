package org.kpisuite.domain.scorecard;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kpisuite.domain.quantity.CanonicalJson;

/**
 * A short code that stands on a report, to be typed by whoever holds it on paper: {@code 7K2F-91QD}, of one of its lines
 * {@code 7K2F-91QD-3}.
 *
 * <p>It is worked out from unit, period, as-of instant and choices, so that the same report always has the same one. Letters
 * and digits are those of Crockford's base 32: no I, L, O, U.
 *
 * @param line number of the line in the order of the scorecard, from 1; 0 for the report itself
 */
public record TraceCode(String text, int line) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HALF = 4;
    private static final int BITS = 5;
    private static final Pattern FORM = Pattern.compile("([0-9A-Z]{4})-?([0-9A-Z]{4})(?:-([1-9][0-9]{0,3}))?");

    static TraceCode of(Scorecard scorecard) {
        Scorecard.Heading heading = scorecard.heading();
        String hash = CanonicalJson.sha256(CanonicalJson.of(List.of(
                heading.unit(),
                heading.period().key(),
                heading.asOf(),
                heading.basis(),
                heading.comparisons().name(),
                scorecard.items().stream()
                        .map(i -> i.key() + " " + Objects.requireNonNullElse(i.currency(), ""))
                        .toList())));
        long bits = Long.parseUnsignedLong(hash.substring(0, 2 * HALF + 2), 16);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2 * HALF; i++) {
            text.append(i == HALF ? "-" : "");
            text.append(ALPHABET.charAt((int) (bits >>> (i * BITS)) & 31));
        }
        return new TraceCode(text.toString(), 0);
    }

    /** Reads a code as somebody typed it; empty where it cannot be one. */
    public static Optional<TraceCode> parse(String typed) {
        String plain = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        Matcher form = FORM.matcher(plain);
        return form.matches()
                ? Optional.of(new TraceCode(
                        form.group(1) + "-" + form.group(2),
                        form.group(3) == null ? 0 : Integer.parseInt(form.group(3))))
                : Optional.empty();
    }

    /** That of a line of the same report. */
    public TraceCode of(int number) {
        return new TraceCode(text, number);
    }

    @Override
    public String toString() {
        return line == 0 ? text : text + "-" + line;
    }
}
