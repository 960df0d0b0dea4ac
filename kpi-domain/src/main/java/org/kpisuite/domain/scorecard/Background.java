package org.kpisuite.domain.scorecard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;

/**
 * What lies behind the score of a scorecard: its parts and those of the one before, the funnel, the scores of earlier periods.
 *
 * @param now parts of the score, by key of their lines, in plan order
 * @param before parts of the score of the period before
 * @param funnel where the unit counts its stages; empty where only the scorecard itself was asked for
 * @param earlier scores of the periods before the previous one, oldest first; none where only the scorecard was asked for
 * @param departments scorecards of the departments below, worst score first, those without one last; none where only the
 *     scorecard itself was asked for
 * @param remarks what was said about it and what is done, in the order in which it was; none where only the scorecard itself
 *     was asked for
 * @param restated what the report that was issued before would say otherwise by now; empty where there is none
 */
public record Background(
        Map<String, ScoreBridge.Part> now,
        Map<String, ScoreBridge.Part> before,
        Optional<Funnel> funnel,
        List<PastScore> earlier,
        List<Scorecard> departments,
        List<Remark.Said> remarks,
        Optional<RestatedSince> restated) {
    /** How many periods the scores of a unit are shown for, this one included. */
    private static final int SCORES_LENGTH = 8;

    private static final Comparator<Scorecard> WORST_FIRST = Comparator.comparing(
                    (Scorecard card) -> card.score().points().orElse(null),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(card -> card.heading().unit());

    /** Where nothing was scored. */
    public static final Background NONE = of(Map.of(), Map.of());

    public Background {
        earlier = List.copyOf(earlier);
        departments = departments.stream().sorted(WORST_FIRST).toList();
        remarks = List.copyOf(remarks);
    }

    /** After no other report. */
    public Background(
            Map<String, ScoreBridge.Part> now,
            Map<String, ScoreBridge.Part> before,
            Optional<Funnel> funnel,
            List<PastScore> earlier,
            List<Scorecard> departments,
            List<Remark.Said> remarks) {
        this(now, before, funnel, earlier, departments, remarks, Optional.empty());
    }

    /** The same after another report. */
    public Background after(Optional<RestatedSince> report) {
        return new Background(now, before, funnel, earlier, departments, remarks, report);
    }

    /** The same above departments. */
    public Background above(List<Scorecard> cards) {
        return new Background(now, before, funnel, earlier, cards, remarks, restated);
    }

    /** The same with what was said. */
    public Background saying(List<Remark.Said> all) {
        return new Background(now, before, funnel, earlier, departments, all, restated);
    }

    /** The score of a unit in one period, by the plan of that period. */
    public record PastScore(Period period, Score score) {}

    /** Of which only the parts are known. */
    public static Background of(Map<String, ScoreBridge.Part> now, Map<String, ScoreBridge.Part> before) {
        return new Background(now, before, Optional.empty(), List.of(), List.of(), List.of());
    }

    /** What must be read for it beside all that a scorecard needs. */
    public static FactNeeds needs(FactNeeds card, Catalogue catalogue) {
        return FunnelAssembler.needs(card, catalogue);
    }

    /** The background of a scorecard, over the grounds that it was assembled on, {@link #needs} and all. */
    public static Background of(Scorecard card, Grounds grounds) {
        Scorecard.Heading heading = card.heading();
        Period period = heading.period();
        ScorecardAssembler assembler = new ScorecardAssembler(grounds);
        return new Background(
                card.background().now,
                card.background().before,
                new FunnelAssembler(grounds.definitions().on(period.start()), assembler.evaluation(period))
                        .of(period, period.days().upTo(heading.lastDay())),
                IntStream.rangeClosed(1 - SCORES_LENGTH, -2)
                        .mapToObj(period::plus)
                        .map(past -> new PastScore(past, assembler.score(past, heading.asOf(), heading.zone())))
                        .toList(),
                card.background().departments,
                card.background().remarks);
    }

    /** Scores of the last periods, oldest first: those of a scorecard last. */
    Stream<PastScore> upTo(Scorecard card) {
        Period period = card.heading().period();
        return Stream.concat(
                earlier.stream(),
                Stream.of(new PastScore(period.previous(), card.previousScore()), new PastScore(period, card.score())));
    }
}
