package org.kpisuite.reports.equality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.equality.Disagreement.Output;
import org.kpisuite.reports.mail.ScorecardMail;

/** What an output must print: sequences of numbers, each at least so often, and words. */
final class ExpectedPrint {
    private final Map<List<String>, Integer> sequences = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Scorecard scorecard;
    private final Locale locale;
    private final NumberText numbers;

    private ExpectedPrint(Scorecard scorecard, Locale locale) {
        this.scorecard = scorecard;
        this.locale = locale;
        this.numbers = NumberText.of(locale);
    }

    /** Every item with actual, plan and variance on one line, its other numbers anywhere; signs are drawn there. */
    static ExpectedPrint pdf(Scorecard scorecard, Locale locale) {
        ExpectedPrint print = new ExpectedPrint(scorecard, locale);
        print.score();
        print.words.add(scorecard.traceCode().text());
        for (ScorecardItem item : scorecard.items()) {
            ItemText text = new ItemText(item, locale);
            print.expect(text.cell(item.actual()), text.planToDate(), text.deltaPlan());
            if (!text.actual().equals(text.cell(item.actual()))) {
                print.words.add(text.actual());
            }
            print.expect(text.priorYear());
            print.expect(text.deltaPriorYear());
            if (item.usage() == Usage.EVAL) {
                print.expect(text.forecast());
                print.expect(text.achievement());
            }
        }
        return print;
    }

    /** The message, the score with its range, and the worst items with all their numbers on one line. */
    static ExpectedPrint mail(Scorecard scorecard, Locale locale) {
        ExpectedPrint print = new ExpectedPrint(scorecard, locale);
        print.words.add(Headline.of(scorecard, locale));
        scorecard
                .plan()
                .ifPresent(p -> print.words.add(scorecard.score().status().sign()));
        scorecard.plan().ifPresent(p -> print.words.add(p.hashPrinted()));
        print.score();
        if (scorecard.plan().isPresent()) {
            Score score = scorecard.score();
            Optional.ofNullable(score.low()).ifPresent(print::points);
            Optional.ofNullable(score.high()).ifPresent(print::points);
            scorecard.previousScore().points().ifPresent(print::points);
        }
        scorecard.losses().stream().limit(ScorecardMail.WORST_MAX).forEach(item -> print.loss(item));
        return print;
    }

    private void loss(ScorecardItem item) {
        ItemText text = new ItemText(item, locale);
        words.add(text.name());
        if (item.deltaPlan().relative() == null || item.unitKind().isComparedInPoints()) {
            expect(text.actual(), text.planToDate(), text.deltaPlan(), text.achievement(), text.pointsLost());
        } else {
            expect(
                    text.actual(),
                    text.planToDate(),
                    text.deltaPlan(),
                    text.deltaPlanRelative(),
                    text.achievement(),
                    text.pointsLost());
        }
    }

    private void score() {
        words.add(scorecard.heading().period().code());
        if (scorecard.plan().isPresent()) {
            scorecard.score().points().ifPresent(this::points);
            expect(numbers.percent(scorecard.score().coverage()));
        }
        scorecard.others().forEach(o -> o.score().points().ifPresent(this::points));
    }

    private void points(BigDecimal points) {
        expect(numbers.points(points));
    }

    private void expect(String... printed) {
        List<String> sequence = List.of(printed);
        if (sequence.stream().anyMatch(p -> !p.equals(NumberText.NO_VALUE))) {
            sequences.merge(sequence, 1, Integer::sum);
        }
    }

    /** What the lines do not print, or not often enough. */
    List<Disagreement> missing(Output output, PrintedLines lines) {
        List<Disagreement> missing = new ArrayList<>();
        words.stream()
                .filter(w -> !lines.contains(w))
                .map(w -> of(output, w, 0, 1))
                .forEach(missing::add);
        sequences.forEach((sequence, often) -> {
            long found = lines.count(sequence);
            if (found < often) {
                missing.add(of(output, String.join(" ", sequence), found, often));
            }
        });
        return missing;
    }

    private static Disagreement of(Output output, String printed, long found, long expected) {
        return new Disagreement(output, "«" + printed + "»", "×" + found, "×" + expected);
    }
}
