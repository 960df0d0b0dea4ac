package org.kpisuite.domain.leadlag;

import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * The test of a pair: whether the leading indicator leads, by how much, and how far that may be believed.
 *
 * <p>Equal input gives an equal answer: all that is drawn by lot has a fixed seed. Source: domain specification §6.1–6.3.
 *
 * @param n usable points: periods in which both transformed series have a value
 * @param evidence empty where the verdict is INSUFFICIENT
 * @param notes what must be said beside the verdict, in the order of their kinds
 * @param text the verdict in words
 */
public record LeadLagAnalysis(
        LagTerms terms,
        Transform transform,
        int n,
        UsedSeries leading,
        UsedSeries lagging,
        Verdict verdict,
        Optional<LagEvidence> evidence,
        List<LagNote> notes,
        LocalizedText text) {
    /** From so many usable points on the full procedure is allowed. */
    public static final int POINTS_FULL = 24;

    public LeadLagAnalysis {
        notes = List.copyOf(notes);
    }

    /** Tests a pair. */
    public static LeadLagAnalysis of(LagTerms terms, LagSeries leading, LagSeries lagging) {
        AlignedSeries aligned = AlignedSeries.of(leading, lagging);
        Transform transform = Transform.of(aligned, terms);
        PairTest test = new PairTest(aligned, transform, terms.maxPlausibleLag());
        Optional<LagEvidence> evidence = test.isPossible() ? Optional.of(test.run()) : Optional.empty();
        UsedSeries x = UsedSeries.of(leading, aligned.gaps(aligned.leading()), test.leadingOrder());
        UsedSeries y = UsedSeries.of(lagging, aligned.gaps(aligned.lagging()), test.laggingOrder());
        Judgement judgement = new Judgement(terms, transform, test, evidence);
        LeadLagText words = new LeadLagText(terms, leading.name(), lagging.name());
        return new LeadLagAnalysis(
                terms,
                transform,
                test.points(),
                x,
                y,
                judgement.verdict(),
                evidence,
                words.notes(judgement, x, y),
                words.verdict(judgement));
    }

    public boolean isConfirmed() {
        return verdict == Verdict.CONFIRMED;
    }

    /** Whether the response is spread over several lags, on too few points to name its peak: then only its range is told. */
    public boolean isSpread() {
        return notes.stream().anyMatch(n -> n.kind() == LagNote.Kind.SPREAD);
    }

    /** The lag to go by: the one found where it is confirmed, else the declared one. */
    public int lag() {
        return isConfirmed() ? evidence.orElseThrow().lag() : terms.expectedLag();
    }
}
