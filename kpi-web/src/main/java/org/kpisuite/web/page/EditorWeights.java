package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.quantity.Decimals;

/** The weights of a draft as one bar that must reach 100 percent, leading before lagging. */
public final class EditorWeights {
    private final List<EditorLine> scored;
    private final Map<String, PlanItem> items;
    private final PlanText text;
    private final Reader reader;

    EditorWeights(List<EditorLine> scored, Map<String, PlanItem> items, PlanText text, Reader reader) {
        this.scored = scored;
        this.items = items;
        this.text = text;
        this.reader = reader;
    }

    /** One piece, as wide as it weighs. */
    public record Piece(String name, String weight, String style, String kind, String key) {}

    public List<Piece> getPieces() {
        return scored.stream()
                .sorted(Comparator.comparing(line -> nature(line.item())))
                .map(line -> new Piece(
                        line.item().getShortName(),
                        text.bare(weight(line)),
                        "flex:" + weight(line).toPlainString() + " 1 0",
                        nature(line.item()) == Nature.LEAD ? "l" : "g",
                        line.item().getKey()))
                .toList();
    }

    private Nature nature(DraftItem item) {
        return text.indicator(item.getIndicator()).map(Indicator::nature).orElse(Nature.LAG);
    }

    private BigDecimal weight(EditorLine line) {
        return Optional.ofNullable(items.get(line.item().getKey()))
                .map(PlanItem::weight)
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal sum(@Nullable Nature nature) {
        return scored.stream()
                .filter(line -> nature == null || nature(line.item()) == nature)
                .map(this::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String getSum() {
        return text.bare(sum(null)) + reader.numbers().percentSign();
    }

    public boolean isFull() {
        return sum(null).compareTo(Decimals.HUNDRED) == 0;
    }

    /** What is missing to 100, as the empty end of the bar. */
    public String getRest() {
        return "flex:"
                + Decimals.HUNDRED.subtract(sum(null)).max(BigDecimal.ZERO).toPlainString() + " 1 0";
    }

    public String getLeading() {
        return text.bare(sum(Nature.LEAD));
    }

    public String getLagging() {
        return text.bare(sum(Nature.LAG));
    }

    /** The bar in words. */
    public String getSpoken() {
        return getPieces().stream().map(p -> p.name() + " " + p.weight()).collect(Collectors.joining(", ")) + "; "
                + getSum();
    }
}
