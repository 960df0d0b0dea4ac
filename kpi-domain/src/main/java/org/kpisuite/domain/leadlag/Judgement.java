package org.kpisuite.domain.leadlag;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What may be said of what was found. Source: domain specification §6.1, §6.3. */
record Judgement(LagTerms terms, Transform transform, PairTest test, Optional<LagEvidence> evidence) {
    private static final double DECIDED = 0.05;
    private static final double INDICATED = 0.20;
    private static final double STABLE = 0.70;
    private static final int POINTS_FOR_SPREAD = 60;

    /** What forbids more than WEAK in either direction. */
    private static final Set<LagNote.Kind> LIMITS =
            EnumSet.of(LagNote.Kind.INDICATIVE, LagNote.Kind.SEASONALITY_NOT_CONTROLLED, LagNote.Kind.SEASON_LEFT);

    /** What forbids more than WEAK of the link that was found. */
    private static final Set<LagNote.Kind> DOUBTS = EnumSet.of(
            LagNote.Kind.PEAK_AT_EDGE, LagNote.Kind.OUTLIERS, LagNote.Kind.UNSTABLE, LagNote.Kind.REVERSE_LARGER);

    Verdict verdict() {
        if (evidence.isEmpty()) {
            return Verdict.INSUFFICIENT;
        }
        LagEvidence found = evidence.get();
        Set<LagNote.Kind> notes = notes();
        boolean expected = isExpected(found);
        boolean unlimited = Collections.disjoint(notes, LIMITS);
        if (expected && isBelow(found, DECIDED) && unlimited && Collections.disjoint(notes, DOUBTS)) {
            return found.lag() > 0 ? Verdict.CONFIRMED : Verdict.COINCIDENT;
        }
        if (isReversed(found) && unlimited) {
            return Verdict.REVERSED;
        }
        return expected && isBelow(found, INDICATED) ? Verdict.WEAK : Verdict.NOT_FOUND;
    }

    private boolean isExpected(LagEvidence found) {
        return terms.isExpected(found.r().doubleValue());
    }

    private static boolean isBelow(LagEvidence found, double level) {
        return found.p().doubleValue() < level;
    }

    private static boolean isReversed(LagEvidence found) {
        return !isBelow(found, DECIDED)
                && found.reverse().isPresent()
                && found.reverse().get().p().doubleValue() < DECIDED;
    }

    /** The notes that follow from what was found; those on the data themselves are not among them. */
    Set<LagNote.Kind> notes() {
        Set<LagNote.Kind> notes = EnumSet.noneOf(LagNote.Kind.class);
        if (evidence.isEmpty()) {
            add(notes, points() >= PairTest.POINTS_MIN, LagNote.Kind.TOO_FEW_PAIRS);
            return notes;
        }
        LagEvidence found = evidence.get();
        add(notes, points() < LeadLagAnalysis.POINTS_FULL, LagNote.Kind.INDICATIVE);
        boolean seasonal = terms.seasonal() && terms.season() > 0;
        add(notes, seasonal && !transform.isSeasonal(), LagNote.Kind.SEASONALITY_NOT_CONTROLLED);
        add(notes, !terms.seasonal() && test.isSeasonLeft(terms.season()), LagNote.Kind.SEASON_LEFT);
        add(notes, transform.isSeasonal(), LagNote.Kind.SHARED_SEASON);
        add(notes, !isExpected(found), LagNote.Kind.WRONG_SIGN);
        if (isBelow(found, INDICATED) && isExpected(found)) {
            ofLink(notes, found);
        }
        add(notes, isReversed(found), LagNote.Kind.REVERSE_SIDE);
        boolean tried = isTried(found);
        add(notes, !tried, LagNote.Kind.LAG_NOT_TRIED);
        add(notes, tried && found.lagMax() < terms.maxPlausibleLag(), LagNote.Kind.LAGS_CUT);
        return notes;
    }

    private void ofLink(Set<LagNote.Kind> notes, LagEvidence found) {
        add(notes, found.lag() > 0 && found.lag() == found.lagMax(), LagNote.Kind.PEAK_AT_EDGE);
        add(notes, !PairTest.ranksAgree(found.decision().at(found.lag())), LagNote.Kind.OUTLIERS);
        add(notes, found.stability().doubleValue() < STABLE, LagNote.Kind.UNSTABLE);
        add(notes, found.feedback(), LagNote.Kind.FEEDBACK);
        boolean larger = found.reverse()
                .filter(r -> r.r().abs().compareTo(found.r().abs()) >= 0)
                .isPresent();
        add(notes, larger, LagNote.Kind.REVERSE_LARGER);
        add(notes, isSpread(found), LagNote.Kind.SPREAD);
        add(notes, terms.isDeclared() && isTried(found) && found.lag() != terms.expectedLag(), LagNote.Kind.OTHER_LAG);
    }

    private boolean isTried(LagEvidence found) {
        return !terms.isDeclared() || terms.expectedLag() <= found.lagMax();
    }

    /** Whether a link is seen of which only the range of lags may be told. */
    boolean isSpread() {
        return notes().contains(LagNote.Kind.SPREAD);
    }

    /** Several lags stand out, and there are too few points to tell which of them is the peak. */
    private boolean isSpread(LagEvidence found) {
        return points() < POINTS_FOR_SPREAD
                && found.firstSignificant().isPresent()
                && !found.firstSignificant().equals(found.lastSignificant());
    }

    int points() {
        return test.points();
    }

    int seasons() {
        return test.seasons(terms.season());
    }

    private static void add(Set<LagNote.Kind> notes, boolean applies, LagNote.Kind note) {
        if (applies) {
            notes.add(note);
        }
    }
}
