package org.kpisuite.reports.pdf;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.ScoreBridge;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Waterfall;

/** Draws how a score came from the one before, and tells it in words. */
final class BridgePanel {
    private static final int AXIS_STEP = 10;
    private static final float WIDTH = 414;

    private final Edition edition;
    private final Texts texts;
    private final ScoreBridge bridge;

    BridgePanel(Edition edition, ScoreBridge bridge) {
        this.edition = edition;
        this.texts = edition.texts();
        this.bridge = bridge;
    }

    Waterfall draw() {
        List<Waterfall.Row> rows = new ArrayList<>();
        BigDecimal at = bridge.before();
        rows.add(total(before(), at, Ink.PREVIOUS_TOTAL));
        for (ScoreBridge.Step step : bridge.steps()) {
            rows.add(step(printed(step.key()), at, step.contribution(), false));
            at = at.add(step.contribution());
        }
        if (bridge.isShifted()) {
            rows.add(step(shifted(), at, bridge.shifted(), true));
        }
        rows.add(total(now(), bridge.after(), Ink.DARK));
        float highest = rows.stream().map(Waterfall.Row::to).max(Float::compare).orElse(0f);
        return new Waterfall(
                new Captions(edition)
                        .of(
                                texts.text("bridge.title"),
                                texts.text("bridge.what", shortPeriod(true), nowTo()),
                                WIDTH,
                                true),
                rows,
                AXIS_STEP * (float) Math.ceil(Math.max(1, highest) / AXIS_STEP));
    }

    private Waterfall.Row total(String name, BigDecimal points, Color colour) {
        return new Waterfall.Row(name, 0, points.floatValue(), texts.numbers().points(points), colour, true, false);
    }

    private Waterfall.Row step(String name, BigDecimal from, BigDecimal change, boolean neutral) {
        return new Waterfall.Row(
                edition.lettering().line(name, Waterfall.NAME_WIDTH, Waterfall.NAME_SIZE, false),
                from.floatValue(),
                from.add(change).floatValue(),
                signed(change),
                neutral ? Ink.NEUTRAL : edition.palette().of(change.signum()),
                false,
                Decimals.round(change, 1).signum() < 0);
    }

    private String signed(BigDecimal points) {
        return texts.numbers().signed(Decimals.round(points, 1));
    }

    private String name(ScoreBridge.Step step) {
        return name(step.key());
    }

    private String name(String key) {
        return item(key).map(i -> edition.text(i).name()).orElse(key);
    }

    private String printed(String key) {
        return item(key)
                .map(i -> new ItemName(edition).line(i, Waterfall.NAME_WIDTH, Waterfall.NAME_SIZE))
                .orElse(key);
    }

    private Optional<ScorecardItem> item(String key) {
        return edition.scorecard().items().stream()
                .filter(i -> i.key().equals(key))
                .findFirst();
    }

    /** Why something is left: what is missing, what is new, another plan, or figures that were restated since. */
    private String shifted() {
        if (!bridge.missing().isEmpty()) {
            String one = texts.text("bridge.missing", name(bridge.missing().get(0)));
            boolean fits = edition.lettering().width(one, Waterfall.NAME_SIZE, false) <= Waterfall.NAME_WIDTH;
            return bridge.missing().size() == 1 && fits
                    ? one
                    : texts.text("bridge.missing.many", bridge.missing().size());
        }
        if (bridge.replanned()) {
            return texts.text("bridge.replanned");
        }
        return bridge.fresh().isEmpty()
                ? texts.text("bridge.restated")
                : texts.text("bridge.fresh", bridge.fresh().size());
    }

    private String before() {
        return texts.text("bridge.before", shortPeriod(true));
    }

    private String now() {
        return edition.isOpen()
                ? texts.text(
                        "bridge.now.open",
                        shortPeriod(false),
                        texts.day(edition.scorecard().heading().lastDay()))
                : shortPeriod(false);
    }

    private String nowTo() {
        return edition.isOpen() ? texts.text("bridge.to-date", shortPeriod(false)) : shortPeriod(false);
    }

    private String shortPeriod(boolean previous) {
        Scorecard.Heading heading = edition.scorecard().heading();
        return texts.period(previous ? heading.period().previous() : heading.period());
    }

    String words() {
        String steps = bridge.steps().stream()
                .map(s -> name(s) + " " + signed(s.contribution()))
                .collect(Collectors.joining("; "));
        String rest = bridge.isShifted() ? "; " + shifted() + " " + signed(bridge.shifted()) : "";
        return texts.text("bridge.title") + ": " + before() + " "
                + texts.numbers().points(bridge.before()) + "; " + steps + rest + "; " + now() + " "
                + texts.numbers().points(bridge.after());
    }
}
