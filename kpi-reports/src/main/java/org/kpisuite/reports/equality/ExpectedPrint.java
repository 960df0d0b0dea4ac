package org.kpisuite.reports.equality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.Funnel;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScoreBridge;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.equality.Disagreement.Output;
import org.kpisuite.reports.mail.ScorecardMail;
import org.kpisuite.reports.pdf.ScorecardPdf;

/** What an output must print: sequences of numbers, each at least so often, and words. */
final class ExpectedPrint {
    /** Items whose losses the strip of the PDF names. */
    private static final int LOSSES_NAMED = 3;

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

    /**
     * The messages, the strip, every item with all numbers of its row on one line, the first restatement, the way from the
     * score before, the funnel, the departments; the code of the report.
     */
    static ExpectedPrint pdf(Scorecard scorecard, Locale locale) {
        ExpectedPrint print = new ExpectedPrint(scorecard, locale);
        print.score();
        print.range();
        print.words.add(scorecard.traceCode().text());
        scorecard.items().forEach(print::row);
        scorecard.courses().lines().forEach(print::weeks);
        if (scorecard.plan().isPresent()) {
            scorecard.losses().stream()
                    .limit(LOSSES_NAMED)
                    .map(item -> new ItemText(item, locale))
                    .forEach(text -> print.expect(text.pointsLost()));
        }
        scorecard.restatements().stream().findFirst().ifPresent(r -> {
            print.expect(print.plain(r.before()));
            print.expect(print.plain(r.after()));
        });
        print.words.addAll(ScorecardPdf.messages(scorecard, locale));
        scorecard.bridge().ifPresent(print::bridge);
        scorecard.background().funnel().ifPresent(f -> f.stages().forEach(print::stage));
        scorecard.background().departments().forEach(d -> d.score().points().ifPresent(print::points));
        return print;
    }

    private void bridge(ScoreBridge bridge) {
        points(bridge.before());
        points(bridge.after());
        bridge.steps().forEach(s -> expect(signed(s.contribution())));
        if (bridge.isShifted()) {
            expect(signed(bridge.shifted()));
        }
    }

    /** Count, conversion, its usual level and the distance from that, side by side. */
    private void stage(Funnel.Stage stage) {
        expect(Stream.of(
                        Optional.of(numbers.plain(Decimals.round(stage.count(), 0))),
                        stage.conversion().map(c -> numbers.points(c.movePointRight(2))),
                        stage.usual().map(u -> numbers.points(u.movePointRight(2))),
                        stage.delta().map(d -> signed(d.movePointRight(2))))
                .flatMap(Optional::stream)
                .toArray(String[]::new));
    }

    private String signed(BigDecimal points) {
        return numbers.signed(Decimals.round(points, 1));
    }

    private void row(ScorecardItem item) {
        ItemText text = new ItemText(item, locale);
        List<String> row = new ArrayList<>(List.of(text.cell(item.actual()), text.planToDate(), text.deltaPlan()));
        if (!item.unitKind().isComparedInPoints()) {
            item.deltaPlan().relativeValue().map(numbers::relative).ifPresent(row::add);
            if (item.deltaPlan().relative() == null) {
                // Why there is none stands between both halves, and may name a number: the base of 0.
                expect(row.toArray(String[]::new));
                row.clear();
            }
        }
        row.addAll(List.of(text.priorYear(), text.deltaPriorYear()));
        if (item.usage() == Usage.EVAL) {
            row.addAll(List.of(text.forecast(), text.achievement()));
        }
        expect(row.toArray(String[]::new));
        if (!text.actual().equals(text.cell(item.actual()))) {
            words.add(text.actual());
        }
        if (item.usage() == Usage.EVAL
                && scorecard.heading().isOpen()
                && item.forecast().usable().isPresent()) {
            expect(text.plan());
        }
    }

    /** The weeks of a scored line stand side by side. */
    private void weeks(Course line) {
        if (line.planned() && line.item().usage() == Usage.EVAL) {
            ItemText text = new ItemText(line.byWeek(), locale);
            expect(line.weeksPrinted().stream().map(p -> text.cell(p.actual())).toArray(String[]::new));
        }
    }

    private String plain(BigDecimal value) {
        return numbers.plain(new BigDecimal(Decimals.plain(value)));
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
        print.range();
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

    private void range() {
        if (scorecard.plan().isPresent()) {
            Stream.of(scorecard.score().low(), scorecard.score().high())
                    .filter(Objects::nonNull)
                    .map(numbers::points)
                    .distinct()
                    .forEach(this::expect);
            scorecard.previousScore().points().ifPresent(this::points);
        }
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
