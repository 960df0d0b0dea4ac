package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Pair;

/**
 * Two indicators that nobody has declared as a pair, and that go together more clearly than chance allows over so many
 * pairs. Only a person declares a pair.
 *
 * @param q least false discovery rate (Benjamini and Hochberg) at which it would be proposed
 */
public record PairProposal(PairSide leading, PairSide lagging, LeadLagAnalysis analysis, BigDecimal q) {
    private static final int CODE_MAX = 64;
    private static final Pattern TEXT = Pattern.compile("([A-Z][A-Z0-9_]*) ([A-Z][A-Z0-9_]*) (-?1) (\\d{1,2})");

    /** The sign of the link that was seen. */
    public int sign() {
        return analysis.evidence().orElseThrow().r().signum() < 0 ? -1 : 1;
    }

    public int lag() {
        return analysis.evidence().orElseThrow().lag();
    }

    /** The pair that a person would declare, with what was seen as what is expected from now on. */
    public Pair pair() {
        return pair(
                leading.series().code(),
                lagging.series().code(),
                analysis.terms().granularity(),
                sign(),
                lag());
    }

    private static Pair pair(String leading, String lagging, Granularity granularity, int sign, int lag) {
        String code = leading + "_" + lagging;
        String fit = code.length() > CODE_MAX ? code.substring(0, CODE_MAX) : code;
        return new Pair(fit, leading, lagging, granularity, sign, lag, Pair.LAG_MAX, true);
    }

    /** {@code LEADS REVENUE 1 6}: both codes, the sign and the lag; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return leading.series().code() + " " + lagging.series().code() + " " + sign() + " " + lag();
    }

    /** The pair of such a text; empty for any other. */
    public static Optional<Pair> parse(@Nullable String text, Granularity granularity) {
        Matcher match = TEXT.matcher(text == null ? "" : text);
        return match.matches()
                ? Optional.of(pair(
                        match.group(1),
                        match.group(2),
                        granularity,
                        Integer.parseInt(match.group(3)),
                        Integer.parseInt(match.group(4))))
                : Optional.empty();
    }
}
