package org.kpisuite.reports.pdf;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.domain.scorecard.StatusLimits;
import org.kpisuite.reports.chart.Legend;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.Scenario;

/** The three lines at the foot of a page: notation that is used on it, its scales, where the figures come from. */
final class Footer {
    private static final int HASH_END = 4;

    private final Edition edition;
    private final Texts texts;

    Footer(Edition edition) {
        this.edition = edition;
        this.texts = edition.texts();
    }

    Legend tableLegend() {
        List<Legend.Entry> entries = new ArrayList<>();
        scenario(entries, Scenario.ACTUAL, "AC", true);
        scenario(entries, Scenario.PLAN, "PL", edition.isPlanned());
        scenario(entries, Scenario.PRIOR_YEAR, "PY", edition.hasPriorYear());
        scenario(entries, Scenario.FORECAST, "FC", edition.hasForecast());
        if (edition.isPlanned()) {
            variance(entries);
            statuses(entries);
        }
        return new Legend(entries);
    }

    Legend matrixLegend(boolean signals) {
        List<Legend.Entry> entries = new ArrayList<>();
        scenario(entries, Scenario.ACTUAL, "AC", true);
        scenario(entries, Scenario.FORECAST, "FC", signals);
        if (edition.isPlanned()) {
            Palette palette = edition.palette();
            entries.add(new Legend.Entry(new Legend.Strips(palette.good(), palette.bad()), texts.text("legend.strip")));
        }
        if (signals) {
            signal(entries, Status.RED, "ALERT");
            signal(entries, Status.AMBER, "WATCH");
            signal(entries, Status.GREY, "NONE");
        }
        return new Legend(entries);
    }

    private void signal(List<Legend.Entry> entries, Status status, String severity) {
        entries.add(new Legend.Entry(
                new Legend.Drawn(Signs.sign(status, false, edition.palette(), 0, Signs.SMALL_RADIUS)),
                texts.text("legend.signal." + severity)));
    }

    /** @param running whether the last period of a course still runs */
    Legend chartLegend(boolean running) {
        List<Legend.Entry> entries = new ArrayList<>();
        scenario(entries, Scenario.ACTUAL, "AC", true);
        scenario(entries, Scenario.PLAN, "PL", edition.isPlanned());
        scenario(entries, Scenario.PRIOR_YEAR, "PY", edition.hasPriorYear());
        scenario(entries, Scenario.FORECAST, "FC", running);
        if (edition.isPlanned()) {
            variance(entries);
        }
        return new Legend(entries);
    }

    private void scenario(List<Legend.Entry> entries, Scenario scenario, String code, boolean used) {
        if (used) {
            entries.add(new Legend.Entry(new Legend.Notation(scenario), texts.text("legend." + code)));
        }
    }

    private void variance(List<Legend.Entry> entries) {
        Palette palette = edition.palette();
        entries.add(new Legend.Entry(new Legend.Colours(palette.good(), palette.bad()), texts.text("legend.variance")));
    }

    private void statuses(List<Legend.Entry> entries) {
        edition.scorecard().distribution().forEach((status, count) -> {
            if (count > 0) {
                sign(entries, status, edition.scorecard().score().limits());
            }
        });
        open(entries);
    }

    private void sign(List<Legend.Entry> entries, Status status, StatusLimits limits) {
        entries.add(new Legend.Entry(
                new Legend.Drawn(Signs.sign(status, false, edition.palette(), 0, Signs.SMALL_RADIUS)),
                limits.text(status, edition.locale())));
    }

    private void open(List<Legend.Entry> entries) {
        if (edition.isOpen()) {
            entries.add(new Legend.Entry(
                    new Legend.Drawn(Signs.sign(Status.AMBER, true, edition.palette(), 0, Signs.RADIUS)),
                    texts.text("legend.open")));
        }
    }

    String tableScales(UnitScales scales, PinAxis pins) {
        List<String> sentences = new ArrayList<>();
        if (edition.isPlanned() && !scales.fullLengths().isEmpty()) {
            sentences.add(texts.text("footer.scales", scales.fullLengths()).replace("..", "."));
        }
        if (edition.isPlanned()) {
            sentences.add(texts.text("footer.pins", Integer.toString(pins.percent())));
        }
        if (edition.scorecard().items().stream().anyMatch(Footer::isTurned)) {
            sentences.add(texts.text("footer.meaning"));
        }
        sentences.add(texts.text(edition.isPlanned() ? "footer.sparklines" : "footer.sparklines.only"));
        return fitting(sentences);
    }

    private static boolean isTurned(ScorecardItem item) {
        return item.deltaPlan().why().filter(r -> r.isNegativeBase()).isPresent();
    }

    String matrixScales(boolean panels) {
        return panels
                ? fitting(List.of(
                        texts.text("footer.pairs"),
                        texts.text("footer.pairs.scales"),
                        texts.text("footer.pairs.bound")))
                : "";
    }

    Legend overviewLegend() {
        List<Legend.Entry> entries = new ArrayList<>();
        scenario(entries, Scenario.ACTUAL, "score", true);
        scenario(entries, Scenario.FORECAST, "score.open", edition.isOpen());
        StatusLimits limits =
                edition.scorecard().background().departments().get(0).score().limits();
        for (Status status : Status.values()) {
            sign(entries, status, limits);
        }
        open(entries);
        return new Legend(entries);
    }

    String overviewScales() {
        return fitting(List.of(
                texts.text("footer.overview"), texts.text("footer.overview.own"), texts.text("footer.overview.past")));
    }

    String courseScales(boolean running) {
        List<String> sentences = new ArrayList<>(List.of(texts.text("footer.courses")));
        if (running) {
            sentences.add(texts.text("footer.courses.open"));
        }
        if (edition.scorecard().bridge().isPresent()) {
            sentences.add(texts.text("footer.bridge"));
        }
        if (edition.isOpen() && edition.scorecard().background().funnel().isPresent()) {
            sentences.add(texts.text("footer.funnel"));
        }
        return fitting(sentences);
    }

    /** A line that does not fit drops its last sentences. */
    private String fitting(List<String> sentences) {
        List<String> kept = new ArrayList<>(sentences);
        while (kept.size() > 1 && edition.lettering().width(String.join(" ", kept), 6, false) > Composition.WIDTH) {
            kept.remove(kept.size() - 1);
        }
        return String.join(" ", kept);
    }

    String provenance() {
        Scorecard.Heading heading = edition.scorecard().heading();
        String plan = edition.scorecard()
                .plan()
                .map(p -> texts.text(
                        "footer.plan", heading.period().code(), Integer.toString(p.revision()), shortened(p.hash())))
                .orElseGet(() -> texts.text("footer.no-plan"));
        ZonedDateTime asOf = heading.asOf().atZone(heading.zone());
        String instant = texts.text(
                "footer.as-of",
                texts.dayOfYear(asOf.toLocalDate()),
                Texts.twoDigits(asOf.getHour()) + ":" + Texts.twoDigits(asOf.getMinute()),
                texts.zone(asOf));
        return String.join(
                " · ",
                plan,
                completeness(),
                texts.text(edition.isOpen() ? "footer.open" : "footer.closed"),
                instant,
                texts.text("footer.trace", edition.scorecard().traceCode()));
    }

    /** As readers compare it: its first and its last four digits. */
    private static String shortened(String hash) {
        return hash.substring(0, HASH_END) + "\u2026" + hash.substring(hash.length() - HASH_END);
    }

    private String completeness() {
        List<ScorecardItem> counted = edition.scorecard().items().stream()
                .filter(i -> i.usage() == Usage.EVAL || !edition.isPlanned())
                .toList();
        Completeness least = counted.stream()
                .map(ScorecardItem::completeness)
                .reduce(Completeness.NOTHING_EXPECTED, Completeness::and);
        long missing =
                counted.stream().filter(i -> i.actual().usable().isEmpty()).count();
        List<String> parts = new ArrayList<>();
        if (!least.isFull()) {
            parts.add(texts.text(
                    "footer.incomplete", texts.numbers().percent(least.share().multiply(Decimals.HUNDRED))));
        }
        if (missing > 0) {
            parts.add(texts.text("footer.missing", missing, counted.size()));
        }
        String complete = parts.isEmpty() ? texts.text("footer.complete") : String.join(", ", parts);
        return edition.isOpen() ? texts.text("footer.preliminary") + ", " + complete : complete;
    }
}
