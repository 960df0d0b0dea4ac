package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Proposal;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.WhatIf;

/** What the past says to a line of the plan editor, as it is printed: what was usual, what it would have achieved, what it proposes. */
public final class EditorPast {
    private static final int PERCENT_SHIFT = 2;

    private final DraftItem line;
    private final Optional<PlanItem> item;
    private final Optional<WhatIf.Item> past;
    private final Optional<Indicator> indicator;
    private final PlanText text;
    private final Reader reader;

    /**
     * What the past says.
     *
     * @param item the line as far as it can be read
     * @param past empty where it cannot be read at all
     */
    EditorPast(DraftItem line, Optional<PlanItem> item, Optional<WhatIf.Item> past, PlanText text, Reader reader) {
        this.line = line;
        this.item = item;
        this.past = past;
        this.indicator = text.indicator(line.getIndicator());
        this.text = text;
        this.reader = reader;
    }

    private Optional<History> history() {
        return past.map(WhatIf.Item::history);
    }

    /** The drawing of eight quarters with the wanted marks; null for nothing. */
    public PastSpark.@Nullable Shown getShown() {
        return history().map(this::shown).orElse(null);
    }

    private PastSpark.Shown shown(History history) {
        List<BigDecimal> wanted = new ArrayList<>();
        item.ifPresent(i -> List.of("target", "low", "high")
                .forEach(mark ->
                        Optional.ofNullable(i.marks().values().get(mark)).ifPresent(wanted::add)));
        String label = history.quarters().stream()
                .map(q -> q.period().code() + " " + print(Optional.ofNullable(q.value())))
                .collect(Collectors.joining(", "));
        return new PastSpark.Shown(
                history.quarters().stream()
                        .map(q -> Optional.ofNullable(q.value()))
                        .toList(),
                wanted,
                label + ". " + getUsual());
    }

    /** {@code Median 915, best of 8 980, spread ±52}; empty without a past. */
    public String getUsual() {
        return history()
                .filter(h -> !h.values().isEmpty())
                .map(h -> reader.text("editor.usual", getMedian(), getBest(), getSpread()))
                .orElse("");
    }

    /** Of the last four quarters. */
    public String getMean() {
        return print(history().flatMap(History::recentMean));
    }

    /** Of eight quarters. */
    public String getMedian() {
        return print(history().flatMap(History::median));
    }

    /** Of eight quarters; a band has none. */
    public String getBest() {
        return print(past.flatMap(WhatIf.Item::best));
    }

    /** How far the values usually lie from the median. */
    public String getSpread() {
        return print(history().flatMap(History::spread));
    }

    private String print(Optional<BigDecimal> value) {
        return value.map(v -> reader.numbers().plain(rounded(v))).orElse(NumberText.NO_VALUE);
    }

    private BigDecimal rounded(BigDecimal value) {
        return Decimals.round(
                isIn(UnitKind.PERCENT) ? value.movePointRight(PERCENT_SHIFT) : value,
                indicator.map(Indicator::displayScale).orElse(0));
    }

    private boolean isIn(UnitKind kind) {
        return indicator.filter(i -> i.unitKind() == kind).isPresent();
    }

    /** How far the target is from the mean: in percent; of what is measured in percent or points, in points. */
    public String getToMean() {
        BigDecimal aim = item.map(i -> i.marks().aim()).orElse(null);
        BigDecimal mean = history().flatMap(History::recentMean).orElse(null);
        if (aim == null || mean == null) {
            return "";
        }
        BigDecimal difference = aim.subtract(mean);
        if (isIn(UnitKind.PERCENT) || isIn(UnitKind.POINTS)) {
            return reader.numbers().signed(rounded(difference));
        }
        return mean.signum() == 0
                ? ""
                : reader.numbers().relative(Decimals.divide(difference, mean.abs()))
                        + reader.numbers().percentSign();
    }

    /** The target over the mean of the last four quarters; empty where either is missing or not above zero. */
    Optional<BigDecimal> ratio() {
        Optional<BigDecimal> aim = item.map(i -> i.marks().aim()).filter(a -> a.signum() > 0);
        return history()
                .flatMap(History::recentMean)
                .filter(mean -> mean.signum() > 0)
                .flatMap(mean -> aim.map(a -> Decimals.divide(a, mean)));
    }

    /** What it would have achieved in a quarter. */
    public record Achieved(String quarter, String points) {}

    /** In the last four quarters under this plan, oldest first; none of a metric. */
    public List<Achieved> getAchieved() {
        return past.map(WhatIf.Item::achievements).orElse(List.of()).stream()
                .map(a -> new Achieved(
                        a.quarter().code(),
                        a.achievement() == null
                                ? NumberText.NO_VALUE
                                : reader.numbers().points(a.achievement())))
                .toList();
    }

    /** A mark that the past proposes, and what it rests on. */
    public record Offered(String name, String value, String basis) {}

    public List<Offered> getOffered() {
        return proposed().stream()
                .map(p -> new Offered(
                        reader.text("field." + p.field()), typed(p), p.basis().in(reader.getLocale())))
                .toList();
    }

    private List<Proposal> proposed() {
        return past.map(WhatIf.Item::proposals).orElse(List.of());
    }

    private String typed(Proposal proposal) {
        return text.bare(proposal.value().movePointRight(line.shift(proposal.field())));
    }

    /** The marks that the past proposes, by field, as they would be typed. */
    Map<String, String> proposals() {
        Map<String, String> typed = new LinkedHashMap<>();
        proposed().forEach(p -> typed.put(p.field(), typed(p)));
        return typed;
    }

    /** Whether the target is the one that the past proposes. */
    public boolean isProposed() {
        return item.filter(i -> proposed().stream()
                        .filter(p -> p.field().equals("target") || p.field().equals("low"))
                        .anyMatch(p -> {
                            BigDecimal typed = i.marks().values().get(p.field());
                            return typed != null && typed.compareTo(p.value()) == 0;
                        }))
                .isPresent();
    }

    /** Proposals that are not typed: {@code target 950, floor 855 (mean of 4 quarters up to 2026-Q3)}; empty for none. */
    String offer() {
        List<Proposal> open = proposed().stream()
                .filter(p -> !p.field().equals("baseline"))
                .filter(p -> !typed(p).equals(line.getTyped().get(p.field())))
                .toList();
        String marks = open.stream()
                .map(p -> reader.text("field." + p.field()) + " " + typed(p))
                .collect(Collectors.joining(", "));
        String basis = open.stream()
                .map(p -> p.basis().in(reader.getLocale()))
                .distinct()
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? "" : marks + " (" + basis + ")";
    }
}
