package org.kpisuite.reports.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.RestatedSince;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;
import org.kpisuite.reports.wording.HeadingText;
import org.kpisuite.reports.wording.RestatedText;
import org.kpisuite.reports.wording.Wording;

/** Writes the lines of a mail, one method a line or paragraph. */
final class MailText {
    private static final String NAME_AND_UNIT = "%s, %s";
    private static final String NUMBER_AND_SIGN = "%s %s";

    private final Scorecard scorecard;
    private final Locale locale;
    private final Wording words;
    private final HeadingText heading;
    private final NumberText numbers;

    MailText(Scorecard scorecard, Locale wanted) {
        this.scorecard = scorecard;
        this.locale = Messages.supported(wanted);
        this.words = Wording.of("org.kpisuite.reports.mail.mail", locale);
        this.heading = new HeadingText(scorecard, locale);
        this.numbers = NumberText.of(locale);
    }

    /** {@code [KPI] Marketing 2026-Q4 to 21 Nov: 63.3 ■}. */
    String subject() {
        return words.text("subject", heading.unit(), heading.period(), verdict());
    }

    private String verdict() {
        if (scorecard.plan().isEmpty()) {
            return Messages.text(locale, "plan.not-approved");
        }
        return score(scorecard.score());
    }

    /** {@code 63.3 ■}, or that it is not rated, with its sign. */
    private String score(Score score) {
        String text = score.points().map(numbers::points).orElseGet(() -> Messages.text(locale, "score.not-rated"));
        return NUMBER_AND_SIGN.formatted(text, score.status().sign());
    }

    String body() {
        List<String> lines = new ArrayList<>();
        lines.add(Headline.of(scorecard, locale));
        lines.add("");
        lines.add(words.text("who", heading.unit(), heading.company()));
        lines.add(heading.periodWithDays());
        lines.add("");
        if (scorecard.plan().isPresent()) {
            scoreLines(lines);
            worst(lines);
        }
        signals(lines);
        status(lines);
        lines.add(words.text("as-of", heading.asOf()));
        lines.add(words.text("plan", heading.plan()));
        lines.add("");
        lines.add(words.text("legend", scorecard.score().limits().legend(locale)));
        return String.join("\n", lines) + "\n";
    }

    private void scoreLines(List<String> lines) {
        Score score = scorecard.score();
        String key = scorecard.scoreOfLines().isPresent() ? "score.reported" : "score";
        lines.add(words.text(key, score(score), standing(score)));
        lines.add(words.text("coverage", numbers.percent(score.coverage())));
        if (score.low() != null && score.high() != null) {
            lines.add(words.text("range", numbers.points(score.low()), numbers.points(score.high())));
        }
        if (scorecard.previousScore().points().isPresent()) {
            lines.add(words.text("previous", score(scorecard.previousScore())));
        }
        lines.add(words.text("distribution", distribution()));
        scorecard.others().forEach(o -> other(lines, o));
    }

    /** Another score, with the points that four eyes added to it. */
    private void other(List<String> lines, OtherScore other) {
        lines.add(words.text("other", other.name(locale, heading.instant(other.asOf())), score(other.score())));
        other.points().forEach(p -> lines.add("  " + p.text(locale)));
    }

    /** The word for the sign, and whether it may still change. */
    private String standing(Score score) {
        String word = score.points().isPresent() ? " – " + Messages.text(locale, "status." + score.status()) : "";
        return scorecard.heading().isOpen() ? word + words.text("provisional") : word;
    }

    private String distribution() {
        return scorecard.distribution().entrySet().stream()
                .map(e -> NUMBER_AND_SIGN.formatted(e.getKey().sign(), e.getValue()))
                .collect(Collectors.joining("  "));
    }

    private void worst(List<String> lines) {
        List<ScorecardItem> losses = scorecard.losses();
        lines.add("");
        if (losses.isEmpty()) {
            return;
        }
        lines.add(words.text("worst"));
        losses.stream().limit(ScorecardMail.WORST_MAX).map(this::loss).forEach(lines::add);
        lines.add("");
    }

    /** {@code Leads, pcs: AC 900, PL 1,000, Δ −100 (−10.0%), A 50.0 ■, 20.0 points lost}. */
    private String loss(ScorecardItem item) {
        ItemText text = new ItemText(item, locale);
        return words.text(
                "loss",
                named(text),
                text.actual(),
                text.planToDate(),
                text.deltaPlan(),
                relative(item, text),
                NUMBER_AND_SIGN.formatted(text.achievement(), item.status().sign()),
                text.pointsLost());
    }

    private String named(ItemText text) {
        return text.unit().isEmpty() ? text.name() : NAME_AND_UNIT.formatted(text.name(), text.unit());
    }

    /** The relative variance in brackets; for a percent or points item its unit. */
    private String relative(ScorecardItem item, ItemText text) {
        if (item.deltaPlan().absolute() == null) {
            return "";
        }
        String relative = text.deltaPlanRelative();
        if (item.unitKind().isComparedInPoints()) {
            return " " + relative;
        }
        return words.text(
                "relative",
                item.deltaPlan().relative() == null
                        ? text.relativeInWords(item.deltaPlan())
                        : relative + numbers.percentSign());
    }

    /** What pairs say that asks for somebody; what is only expected stands on the page. */
    private void signals(List<String> lines) {
        List<String> told = scorecard.signalTexts().stream()
                .filter(t -> t.signal().severity() != Signal.Severity.INFO)
                .limit(ScorecardMail.WORST_MAX)
                .map(t -> words.text("signal", t.severity(locale), t.in(locale)))
                .toList();
        if (!told.isEmpty()) {
            lines.add(words.text("signals"));
            lines.addAll(told);
            lines.add("");
        }
    }

    private void status(List<String> lines) {
        List<String> missing = names(Note.NOT_DELIVERED);
        List<String> poor = names(Note.TOO_INCOMPLETE);
        List<String> partial = names(Note.PARTIAL);
        boolean complete = missing.isEmpty() && poor.isEmpty() && partial.isEmpty();
        lines.add(words.text(complete ? "status.complete" : "status.incomplete"));
        add(lines, "status.not-delivered", missing);
        add(lines, "status.too-incomplete", poor);
        add(lines, "status.partial", partial);
        if (!scorecard.restatements().isEmpty()) {
            lines.add(words.text(
                    "status.restated", Integer.toString(scorecard.restatements().size())));
        }
        scorecard.background().restated().ifPresent(r -> since(r, lines));
    }

    /** What the report issued before would say otherwise by now. */
    private void since(RestatedSince restated, List<String> lines) {
        if (restated.cells().isEmpty()) {
            return;
        }
        lines.add(words.text(
                "status.since",
                heading.instant(restated.since()),
                Integer.toString(restated.cells().size())));
        restated.cells().stream()
                .limit(ScorecardMail.WORST_MAX)
                .map(c -> new RestatedText(c, locale))
                .forEach(c -> lines.add("  " + c.name() + ": " + c.change()));
    }

    private List<String> names(Note note) {
        return scorecard.items().stream()
                .filter(i -> i.notes().contains(note))
                .map(i -> i.name().in(locale))
                .toList();
    }

    private void add(List<String> lines, String key, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(words.text(key, String.join(", ", names)));
        }
    }
}
