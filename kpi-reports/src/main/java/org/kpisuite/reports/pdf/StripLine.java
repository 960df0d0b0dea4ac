package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.chart.ScoreBar;
import org.kpisuite.reports.chart.StatusSign;
import org.kpisuite.reports.page.Strip;

/** Makes the strip of the score at the top of page 1. */
final class StripLine {
    private static final Scale SCORES = new Scale(BigDecimal.valueOf(120));
    private static final float SCORE_SIZE = 22;
    private static final float VALUE_SIZE = 9.5f;
    private static final float SCORE_RADIUS = 5.5f;
    private static final int LOSSES_MAX = 3;
    private static final float LOSS_NAME_WIDTH = 67;

    private final Edition edition;
    private final Texts texts;

    StripLine(Edition edition) {
        this.edition = edition;
        this.texts = edition.texts();
    }

    Strip make() {
        Score score = edition.scorecard().score();
        Score before = edition.scorecard().previousScore();
        List<ScorecardItem> losses = edition.scorecard().losses();
        List<ScorecardItem> shown = losses.subList(0, Math.min(LOSSES_MAX, losses.size()));
        return new Strip(
                texts.text("strip.score." + standing()),
                scoreText(score),
                scoreSign(score),
                bar(score, before),
                edition.isPlanned() ? texts.numbers().percent(score.coverage()) : "",
                missing(),
                range(score),
                range(score).isEmpty() || isCovered(score) ? "" : texts.text("strip.range.how"),
                before.points().isPresent() ? texts.text("strip.previous." + period().granularity()) : "",
                before.points().map(texts.numbers()::points).orElse(""),
                previousSign(before),
                change(score, before),
                signs(),
                counts(),
                shown.stream().map(this::lossName).toList(),
                shown.stream().map(i -> edition.text(i).pointsLost()).toList());
    }

    private String standing() {
        if (edition.scorecard().scoreOfLines().isPresent()) {
            return "reported";
        }
        return edition.isOpen() ? "open" : "closed";
    }

    private Period period() {
        return edition.scorecard().heading().period();
    }

    private String scoreText(Score score) {
        if (!edition.isPlanned()) {
            return Markup.plain(Messages.text(edition.locale(), "plan.not-approved"));
        }
        return score.points()
                .map(p -> "<style size=\"22.0\" isBold=\"true\">%s</style>"
                        .formatted(Markup.plain(texts.numbers().points(p))))
                .orElseGet(() -> Markup.plain(Messages.text(edition.locale(), "score.not-rated")));
    }

    private StatusSign scoreSign(Score score) {
        float x = score.points()
                .map(p -> edition.lettering().width(texts.numbers().points(p), SCORE_SIZE, true) + 11)
                .orElseGet(() -> edition.lettering()
                                .width(
                                        Messages.text(
                                                edition.locale(),
                                                edition.isPlanned() ? "score.not-rated" : "plan.not-approved"),
                                        VALUE_SIZE,
                                        false)
                        + 9);
        float radius = score.points().isPresent() ? SCORE_RADIUS : Signs.RADIUS;
        return Signs.sign(score.status(), edition.isOpen(), edition.palette(), x, radius);
    }

    private ScoreBar bar(Score score, Score before) {
        return new ScoreBar(
                share(score.points()),
                share(Optional.ofNullable(score.low())),
                share(Optional.ofNullable(score.high())),
                texts.text("strip.range"),
                share(before.points()),
                before.points()
                        .map(p -> previousName() + " " + texts.numbers().points(p))
                        .orElse(""));
    }

    private static @Nullable Float share(Optional<BigDecimal> points) {
        return points.isPresent() ? (Float) SCORES.share(points.get()) : null;
    }

    private String previousName() {
        String name = texts.period(period().previous());
        boolean shortened = period().granularity() == Granularity.QUARTER
                && period().calendar().kind() == CalendarKind.CIVIL;
        return shortened ? name.substring(0, 2) : name;
    }

    private String missing() {
        int count = edition.scorecard().distribution().getOrDefault(Status.GREY, 0);
        return edition.isPlanned() && count > 0 ? texts.text("strip.missing", count) : "";
    }

    private String range(Score score) {
        if (score.low() == null || score.high() == null) {
            return "";
        }
        String low = texts.numbers().points(score.low());
        String high = texts.numbers().points(score.high());
        return low.equals(high) ? low : low + "\u2013" + high;
    }

    private static boolean isCovered(Score score) {
        return score.coverage().compareTo(Decimals.HUNDRED) >= 0;
    }

    private StatusSign previousSign(Score before) {
        float x = before.points()
                .map(p -> edition.lettering().width(texts.numbers().points(p), VALUE_SIZE, false) + 7)
                .orElse(3f);
        return Signs.sign(before.status(), false, edition.palette(), x, Signs.RADIUS + 0.4f);
    }

    /** In markup: bold in the colour of bad where the score fell. */
    private String change(Score score, Score before) {
        return Change.of(score.points(), before.points(), UnitKind.POINTS)
                .absoluteValue()
                .map(d -> {
                    String text = Markup.plain(
                            texts.text("strip.points", texts.numbers().signed(Decimals.round(d, 1))));
                    return d.signum() < 0
                            ? "<style isBold=\"true\" forecolor=\"%s\">%s</style>"
                                    .formatted(hex(edition.palette()), text)
                            : text;
                })
                .orElse("");
    }

    private static String hex(Palette palette) {
        return "#%06X".formatted(palette.bad().getRGB() & 0xFFFFFF);
    }

    private List<Renderable> signs() {
        List<Renderable> signs = new ArrayList<>();
        for (Status status : Status.values()) {
            signs.add(Signs.sign(status, edition.isOpen(), edition.palette(), 4.5f, 3.4f));
        }
        return signs;
    }

    private List<String> counts() {
        Map<Status, Integer> distribution = edition.scorecard().distribution();
        return List.of(Status.values()).stream()
                .map(s -> distribution.getOrDefault(s, 0).toString())
                .toList();
    }

    private String lossName(ScorecardItem item) {
        return edition.lettering().line(edition.text(item).name(), LOSS_NAME_WIDTH, 6.5f, false);
    }
}
