package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * Two indicators that nobody declared a pair, tested because all were. A person may declare them; nothing is declared by
 * itself.
 *
 * @param leading code of the indicator that was tried as the leading one, lagging of the other
 * @param q its p among all that were tried together, see {@link FalseDiscovery}
 */
public record Proposal(
        String leading,
        LocalizedText leadingName,
        String lagging,
        LocalizedText laggingName,
        LeadLagAnalysis analysis,
        BigDecimal q) {

    private record Tried(LagSeries leading, LagSeries lagging, LeadLagAnalysis analysis) {}

    /**
     * All leading with all lagging series of a unit, the most convincing first. Those with too few points are not among them
     * and count for nothing.
     *
     * @param terms with {@link LagTerms#EITHER_SIGN} where nothing is expected
     */
    public static List<Proposal> of(LagTerms terms, List<LagSeries> leading, List<LagSeries> lagging) {
        List<Tried> tried = new ArrayList<>();
        for (LagSeries x : leading) {
            for (LagSeries y : lagging) {
                LeadLagAnalysis analysis = LeadLagAnalysis.of(terms, x, y);
                if (analysis.evidence().isPresent()) {
                    tried.add(new Tried(x, y, analysis));
                }
            }
        }
        List<BigDecimal> q = FalseDiscovery.adjusted(
                tried.stream().map(t -> t.analysis.evidence().orElseThrow().p()).toList());
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            proposals.add(of(tried.get(i), q.get(i)));
        }
        proposals.sort(Comparator.comparing(Proposal::q)
                .thenComparing(Proposal::leading)
                .thenComparing(Proposal::lagging));
        return proposals;
    }

    private static Proposal of(Tried tried, BigDecimal q) {
        return new Proposal(
                tried.leading.code(),
                tried.leading.name(),
                tried.lagging.code(),
                tried.lagging.name(),
                tried.analysis,
                q);
    }

    /** Whether it is worth declaring: a lead, and one that stands among all that were tried. */
    public boolean isProposed() {
        boolean leads = analysis.verdict() == Verdict.CONFIRMED || analysis.verdict() == Verdict.WEAK;
        return leads && analysis.evidence().orElseThrow().lag() > 0 && q.compareTo(FalseDiscovery.RATE_MAX) <= 0;
    }
}
