package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.leadlag.SignalText;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * All that a scorecard says about a unit and a period, final and unrounded.
 *
 * @param trendPeriods the periods of every item's trend, oldest first, this one last
 * @param score once the plan was closed the one that was reported then; see {@link #scoreOfLines()}
 * @param items in plan order; leading and lagging mixed as the plan has them
 * @param children index of the departments below; empty where the plan weighs none
 * @param others other scores of the same period, such as that as reported; none where they come to the same
 * @param courses its lines across weeks and months; none where nobody asked for them
 * @param background what lies behind its score
 * @param pairs declared pairs of which both sides are known in the unit; see {@link #signals()}
 */
public record Scorecard(
        Heading heading,
        Optional<PlanMark> plan,
        Score score,
        Score previousScore,
        List<Period> trendPeriods,
        List<ScorecardItem> items,
        List<Restatement> restatements,
        Optional<ChildrenIndex> children,
        List<OtherScore> others,
        Courses courses,
        Background background,
        List<PairReading> pairs) {

    /** How many periods a trend has, this one included. */
    public static final int TREND_LENGTH = 13;

    public Scorecard {
        trendPeriods = List.copyOf(trendPeriods);
        items = List.copyOf(items);
        restatements = List.copyOf(restatements);
        others = List.copyOf(others);
        pairs = List.copyOf(pairs);
    }

    /** The same with other scores beside its own. */
    public Scorecard beside(List<OtherScore> scores) {
        return new Scorecard(
                heading,
                plan,
                score,
                previousScore,
                trendPeriods,
                items,
                restatements,
                children,
                scores,
                courses,
                background,
                pairs);
    }

    /** The same with its lines across weeks and months. */
    public Scorecard with(Courses finer) {
        return behind(finer, background, pairs);
    }

    /** The same with what is printed beside its lines. */
    private Scorecard behind(Courses finer, Background known, List<PairReading> tested) {
        return new Scorecard(
                heading,
                plan,
                score,
                previousScore,
                trendPeriods,
                items,
                restatements,
                children,
                others,
                finer,
                known,
                tested);
    }

    /** The same with what is known of its pairs. */
    public Scorecard with(List<PairReading> known) {
        return behind(courses, background, known);
    }

    /** One whose courses and pairs nobody asked for. */
    public Scorecard(
            Heading heading,
            Optional<PlanMark> plan,
            Score score,
            Score previousScore,
            List<Period> trendPeriods,
            List<ScorecardItem> items,
            List<Restatement> restatements,
            Optional<ChildrenIndex> children,
            List<OtherScore> others) {
        this(
                heading,
                plan,
                score,
                previousScore,
                trendPeriods,
                items,
                restatements,
                children,
                others,
                Courses.NONE,
                Background.NONE,
                List.of());
    }

    /** The same with what lies behind its score. */
    public Scorecard with(Background known) {
        return behind(courses, known, pairs);
    }

    /** The same with only those departments below that are among these units. */
    public Scorecard showing(Set<String> units) {
        return with(background.above(background.departments().stream()
                .filter(d -> units.contains(d.heading().unit()))
                .toList()));
    }

    /** All units of which it tells something by itself: its own, the departments below, those that its remarks name. */
    public Set<String> unitsShown() {
        Set<String> shown = new TreeSet<>(Set.of(heading.unit()));
        background.departments().forEach(d -> shown.add(d.heading().unit()));
        items.forEach(i -> {
            shown.addAll(i.beside().leftOut());
            i.beside().otherSources().forEach(o -> shown.add(o.unit()));
        });
        return shown;
    }

    /** Scores of the last periods, oldest first, its own last; none before the previous one unless they were asked for. */
    public List<Background.PastScore> scores() {
        return background.upTo(this).toList();
    }

    /** How its score came from that of the period before, as both stand; empty where one of them is not rated. */
    public Optional<ScoreBridge> bridge() {
        return ScoreBridge.between(previousScore, background.before(), score, background.now());
    }

    /** One without departments below that its plan weighs. */
    public Scorecard(
            Heading heading,
            Optional<PlanMark> plan,
            Score score,
            Score previousScore,
            List<Period> trendPeriods,
            List<ScorecardItem> items,
            List<Restatement> restatements) {
        this(heading, plan, score, previousScore, trendPeriods, items, restatements, Optional.empty(), List.of());
    }

    /** The same with another score of the period before: the one that was reported. */
    public Scorecard withPreviousScore(Score reported) {
        return new Scorecard(
                heading,
                plan,
                score,
                reported,
                trendPeriods,
                items,
                restatements,
                children,
                others,
                courses,
                background,
                pairs);
    }

    /** The same under the score that was reported; what its lines come to now stands beside it. */
    public Scorecard headedBy(Score reported) {
        return new Scorecard(
                heading,
                plan,
                reported,
                previousScore,
                trendPeriods,
                items,
                restatements,
                children,
                others,
                courses,
                background,
                pairs);
    }

    /** What the lines come to now, where another score was reported; empty where that is the score. */
    public Optional<OtherScore> scoreOfLines() {
        return others.stream()
                .filter(o -> o.kind() == OtherScore.Kind.RESTATED || o.kind() == OtherScore.Kind.SUPPLEMENTARY)
                .filter(o -> !o.score().equals(score))
                .findFirst();
    }

    /**
     * Who, what and when.
     *
     * @param company name of the root unit above this one
     * @param asOf what was recorded before this instant is in
     * @param lastDay last day of the period whose data are in; the period's own last day once it is over
     * @param elapsedDays days of the period up to {@code lastDay}
     * @param totalDays days of the whole period
     * @param basis by which tree the figures of the units below are taken together
     * @param workingDaysToPrevious how many working days more than the days of the previous period that it is compared
     *     with; empty where the difference does not matter
     * @param workingDaysToPriorYear the same against the prior year
     * @param comparisons how periods find their prior year
     * @param priorYear its days, whole; empty where there is none, such as of week 53 after a year of 52
     */
    public record Heading(
            String unit,
            LocalizedText unitName,
            LocalizedText company,
            Period period,
            Instant asOf,
            ZoneId zone,
            LocalDate lastDay,
            long elapsedDays,
            long totalDays,
            Grounds.Basis basis,
            Optional<Long> workingDaysToPrevious,
            Optional<Long> workingDaysToPriorYear,
            Comparisons comparisons,
            Optional<DayRange> priorYear) {

        /** Of an organisation that never changed, with working days that do not matter. */
        public Heading(
                String unit,
                LocalizedText unitName,
                LocalizedText company,
                Period period,
                Instant asOf,
                ZoneId zone,
                LocalDate lastDay,
                long elapsedDays,
                long totalDays) {
            this(
                    unit,
                    unitName,
                    company,
                    period,
                    asOf,
                    zone,
                    lastDay,
                    elapsedDays,
                    totalDays,
                    Grounds.Basis.UNCHANGED,
                    Optional.empty(),
                    Optional.empty(),
                    Comparisons.STANDARD,
                    Comparisons.STANDARD.priorYearDays(period));
        }

        /** Whether the period still runs, so that everything is to date and provisional. */
        public boolean isOpen() {
            return elapsedDays < totalDays;
        }
    }

    /**
     * The approved plan that the scorecard measures against.
     *
     * @param state at the instant of the scorecard
     * @param hash SHA-256 of its canonical content, 64 hex digits
     * @param approvedLateDays days after the start of the period, 0 if in time
     */
    public record PlanMark(long id, int revision, String state, String hash, long approvedLateDays) {
        public static final int HASH_PRINTED = 16;

        public String hashPrinted() {
            return hash.substring(0, HASH_PRINTED);
        }
    }

    /**
     * A value of an earlier period that was changed after it had been delivered.
     *
     * @param importId that changed it
     * @param recordedAt since when reports say so
     */
    public record Restatement(
            String measure,
            LocalizedText measureName,
            Period period,
            BigDecimal before,
            BigDecimal after,
            int revision,
            @Nullable String reason,
            long importId,
            Instant recordedAt) {}

    /** The code by which a reader of the printed report finds where its numbers come from. */
    public TraceCode traceCode() {
        return TraceCode.of(this);
    }

    /** That of one of its lines. */
    public TraceCode traceCode(ScorecardItem item) {
        return traceCode().of(1 + items.indexOf(item));
    }

    public List<ScorecardItem> items(Nature nature) {
        return items.stream().filter(i -> i.nature() == nature).toList();
    }

    /** Sum of the weights of the scored items of that nature. */
    public BigDecimal weight(Nature nature) {
        return items(nature).stream().map(ScorecardItem::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many scored items have each status. */
    public Map<Status, Integer> distribution() {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0);
        }
        items.stream().filter(i -> i.usage() == Usage.EVAL).forEach(i -> counts.merge(i.status(), 1, Integer::sum));
        return counts;
    }

    /** The scored item of the lowest achievement; empty where none has one. */
    public Optional<ScorecardItem> worst() {
        return items.stream()
                .filter(i -> i.usage() == Usage.EVAL && i.scored().isPresent())
                .min(Comparator.comparing(i -> i.scored().orElseThrow()));
    }

    /** All points lost, see {@link ScorecardItem#pointsLost()}. */
    public BigDecimal pointsLost() {
        return items.stream()
                .map(ScorecardItem::pointsLost)
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The signals of its pairs that still speak, alerts first, the newest of each first. */
    public List<Signal> signals() {
        return signalTexts().stream().map(SignalText::signal).toList();
    }

    /** The same as sentences. */
    public List<SignalText> signalTexts() {
        return pairs.stream()
                .flatMap(p -> p.signalTexts().stream())
                .sorted(Comparator.comparing(SignalText::signal, Signal.MOST_URGENT_FIRST))
                .toList();
    }

    /** The scored items by points lost, largest first, those that lost none left out. */
    public List<ScorecardItem> losses() {
        return items.stream()
                .filter(i -> i.pointsLost().filter(p -> p.signum() > 0).isPresent())
                .sorted((a, b) ->
                        b.pointsLost().orElseThrow().compareTo(a.pointsLost().orElseThrow()))
                .toList();
    }
}
