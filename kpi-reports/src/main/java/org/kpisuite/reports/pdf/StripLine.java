package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.chart.ScoreBar;
import org.kpisuite.reports.chart.StatusSign;
import org.kpisuite.reports.page.Strip;

/** Makes the strip of the score at the top of page 1. */
final class StripLine {
    private static final Scale SCORES = new Scale(BigDecimal.valueOf(120));
    private static final float SCORE_SIZE = 22;
    private static final float VALUE_SIZE = 9.5f;
    private static final float SCORE_RADIUS = 5;
    private static final float SMALL_SIZE = 6;
    private static final float COVERAGE_WIDTH = 66;
    private static final float RANGE_WIDTH = 82;
    private static final int LOSSES_MAX = 3;
    private static final float LOSS_NAME_WIDTH = 68;

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
        Optional<BigDecimal> change =
                Change.of(score.points(), before.points(), UnitKind.POINTS).absoluteValue();
        return new Strip(
                texts.text("strip.score." + standing()),
                score.points().map(texts.numbers()::points).orElse(""),
                score.points().isPresent() ? "" : notRated(),
                scoreSign(score),
                word(score.status()),
                bar(score, before),
                barWords(score, before),
                edition.isPlanned() ? texts.numbers().percent(score.coverage()) : "",
                missing(),
                range(score),
                range(score).contains("\u2013") && !isCovered(score) ? rangeHow() : "",
                before.points().isPresent() ? texts.text("strip.previous." + period().granularity()) : "",
                before.points().map(texts.numbers()::points).orElse(""),
                previousSign(before),
                word(before.status()),
                change.map(d -> texts.text("strip.points", texts.numbers().signed(Decimals.round(d, 1))))
                        .orElse(""),
                change.filter(d -> d.signum() < 0).isPresent() ? "worse" : "better",
                signs(),
                Stream.of(Status.values()).map(this::word).toList(),
                counts(),
                shown.stream().map(this::lossName).toList(),
                shown.stream().map(i -> edition.text(i).pointsLost()).toList());
    }

    private String word(Status status) {
        return status.sign() + " " + Messages.text(edition.locale(), "status." + status.name());
    }

    private String barWords(Score score, Score before) {
        String now = score.points().map(texts.numbers()::points).orElse(notRated());
        String then = before.points().map(texts.numbers()::points).orElse(NumberText.NO_VALUE);
        return texts.text("alt.score", now, range(score), previousName(), then);
    }

    private String notRated() {
        return Messages.text(edition.locale(), edition.isPlanned() ? "score.not-rated" : "plan.not-approved");
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

    private StatusSign scoreSign(Score score) {
        boolean rated = score.points().isPresent();
        float width = rated
                ? edition.lettering()
                                .width(texts.numbers().points(score.points().orElseThrow()), SCORE_SIZE, true)
                        + 11
                : edition.lettering().width(notRated(), VALUE_SIZE, false) + 9;
        float radius = rated ? SCORE_RADIUS : Signs.RADIUS;
        return Signs.sign(score.status(), edition.isOpen(), edition.palette(), width, radius);
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

    /** One missing item by its name, where that fits; more of them are counted. */
    private String missing() {
        List<ScorecardItem> missing = withoutValue();
        if (!edition.isPlanned() || missing.isEmpty()) {
            return "";
        }
        String name = missing.size() == 1 ? texts.text("strip.without", shortName(missing.get(0))) : "";
        boolean fits = !name.isEmpty() && edition.lettering().width(name, SMALL_SIZE, false) <= COVERAGE_WIDTH;
        return fits ? name : texts.text("strip.missing", missing.size());
    }

    private List<ScorecardItem> withoutValue() {
        return edition.scorecard().items().stream()
                .filter(i -> i.usage() == Usage.EVAL && i.status() == Status.GREY)
                .toList();
    }

    private String rangeHow() {
        List<ScorecardItem> missing = withoutValue();
        String name = missing.size() == 1 ? texts.text("strip.range.one", shortName(missing.get(0))) : "";
        boolean fits = !name.isEmpty() && edition.lettering().width(name, SMALL_SIZE, false) <= RANGE_WIDTH;
        return fits ? name : texts.text("strip.range.how");
    }

    private static String shortName(ScorecardItem item) {
        return item.indicator();
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
        return Signs.sign(before.status(), false, edition.palette(), x, 3.2f);
    }

    private List<Renderable> signs() {
        List<Renderable> signs = new ArrayList<>();
        for (Status status : Status.values()) {
            signs.add(Signs.sign(status, edition.isOpen(), edition.palette(), 4.5f, 3.1f));
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
        return new ItemName(edition).line(item, LOSS_NAME_WIDTH, 6.5f);
    }
}
