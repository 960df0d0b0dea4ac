package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;

/**
 * Another score of the same unit and period, to stand beside that of the scorecard; never mixed with it.
 *
 * <p>Points that were accepted for a revision stay with it: its adjusted score is shown beside that of the revision that took
 * its place, and is not carried over into it.
 *
 * <p>What is paid by is the score as reported, unless a correction was signed. Source: domain specification §2.3 (rule 5),
 * §2.5, §5.6.
 *
 * @param asOf what was known before this instant is in it
 * @param revision of the plan that it measures against
 * @param points that were added or taken off by four eyes and are in it; none but of {@link Kind#ADJUSTED}
 */
public record OtherScore(Kind kind, Instant asOf, Score score, int revision, List<Points> points) {
    public OtherScore {
        points = List.copyOf(points);
    }

    /**
     * Points that were added to a score or taken off it.
     *
     * @param points signed
     * @param requestedBy whoever asked for them
     * @param decidedBy whoever accepted them
     */
    public record Points(BigDecimal points, String reason, Actor requestedBy, Actor decidedBy) {
        /** {@code +2.0: a recall in August (asked by A. Orlova, accepted by B. Petrov)}. */
        public String text(Locale locale) {
            return Messages.text(
                    locale,
                    "other.points",
                    NumberText.of(locale).signed(Decimals.round(points, 1)),
                    reason,
                    requestedBy.text(locale),
                    decidedBy.text(locale));
        }
    }

    /**
     * Somebody by name.
     *
     * @param principal for whom it was done; empty where in one's own name
     */
    public record Actor(String name, Optional<String> principal) {
        /** {@code A. Orlova for B. Petrov}. */
        public String text(Locale locale) {
            return principal
                    .map(p -> Messages.text(locale, "other.for", name, p))
                    .orElse(name);
        }
    }

    /**
     * {@code Score by revision 2 with adjustments}.
     *
     * @param at its instant as readers see it
     */
    public String name(Locale locale, String at) {
        return Messages.text(locale, "other." + kind, at, String.valueOf(revision));
    }

    /** Why there is another one. */
    public enum Kind {
        /** As it was known when the period was closed. */
        REPORTED,
        /** As it is known now, after facts of the closed period were changed. */
        RESTATED,
        /** As it is known now, after a gate that waited when the period was closed has decided. */
        SUPPLEMENTARY,
        /** By the other organisation: as reported beside restated, or the other way round. */
        OTHER_ORGANISATION,
        /** By the revision that was in force before the one of the scorecard. */
        REVISION_BEFORE,
        /** With the points that were added or taken off by four eyes. */
        ADJUSTED
    }

    /**
     * All that stand beside the score of a scorecard; none where they come to the same.
     *
     * @param reported the scorecard as it was known when its period was closed; empty while it is open
     * @param otherOrganisation the scorecard by the other organisation; empty where that never changed
     */
    public static List<OtherScore> beside(
            Scorecard card, Optional<Scorecard> reported, Optional<Scorecard> otherOrganisation) {
        List<OtherScore> others = new ArrayList<>();
        reported.filter(r -> r.plan().isPresent()).ifPresent(r -> {
            boolean decided = isDecidedSince(r, card);
            if (decided || !isSame(r.score(), card.score())) {
                others.add(of(Kind.REPORTED, r));
                others.add(of(decided ? Kind.SUPPLEMENTARY : Kind.RESTATED, card));
            }
        });
        otherOrganisation
                .filter(o -> !isSame(o.score(), card.score()))
                .map(o -> of(Kind.OTHER_ORGANISATION, o))
                .ifPresent(others::add);
        return others;
    }

    /** The score of the same figures by the revision before, whether it comes to the same or not. */
    public static OtherScore byRevisionBefore(Scorecard card) {
        return of(Kind.REVISION_BEFORE, card);
    }

    /**
     * The score of a scorecard with the adjustments of its plan that were accepted before its instant; empty without any.
     *
     * @param names of people by their logins
     */
    public static Optional<OtherScore> adjusted(Scorecard card, Plan plan, UnaryOperator<String> names) {
        Instant asOf = card.heading().asOf();
        List<Points> points = plan.adjustments().stream()
                .filter(a -> a.counts(asOf))
                .map(a -> new Points(
                        a.points(),
                        a.reason(),
                        new Actor(names.apply(a.requestedBy()), a.requestedFor().map(names)),
                        new Actor(
                                names.apply(a.decidedBy().orElseThrow()),
                                a.decidedFor().map(names))))
                .toList();
        BigDecimal sum = points.stream().map(Points::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new OtherScore(Kind.ADJUSTED, asOf, card.score().plus(sum), plan.revision(), points));
    }

    private static OtherScore of(Kind kind, Scorecard card) {
        int revision = card.plan().map(Scorecard.PlanMark::revision).orElse(0);
        return new OtherScore(kind, card.heading().asOf(), card.score(), revision, List.of());
    }

    private static boolean isSame(Score one, Score other) {
        return isSame(one.value(), other.value())
                && isSame(one.unrated(), other.unrated())
                && isSame(one.coverage(), other.coverage());
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** Whether gates waited then, and none of these waits any longer. */
    private static boolean isDecidedSince(Scorecard reported, Scorecard now) {
        List<String> waited = waiting(reported);
        return !waited.isEmpty() && waiting(now).stream().noneMatch(waited::contains);
    }

    private static List<String> waiting(Scorecard card) {
        return card.items().stream()
                .filter(i -> i.beside().gate().filter(GateResult::isProvisional).isPresent())
                .map(ScorecardItem::key)
                .toList();
    }
}
