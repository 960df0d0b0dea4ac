package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
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

    /** The sign of the link that was seen. */
    public int sign() {
        return analysis.evidence().orElseThrow().r().signum() < 0 ? -1 : 1;
    }

    public int lag() {
        return analysis.evidence().orElseThrow().lag();
    }

    /** The pair that a person would declare, with what was seen as what is expected from now on. */
    public Pair pair() {
        Granularity granularity = analysis.terms().granularity();
        return new Pair(
                code(),
                leading.series().code(),
                lagging.series().code(),
                granularity,
                sign(),
                lag(),
                Pair.LAG_MAX,
                true);
    }

    private String code() {
        String code = leading.series().code() + "_" + lagging.series().code();
        return code.length() > CODE_MAX ? code.substring(0, CODE_MAX) : code;
    }
}
