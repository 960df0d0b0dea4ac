package org.kpisuite.web.page;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.quantity.UnitKind;

/** One line of the plan editor: every field as it is typed, by its name in the API; those of the gate with {@code gate.}. */
public class DraftItem implements Serializable {
    /** Fields in the unit of the indicator: a percentage is typed in percent points. */
    static final Set<String> VALUES =
            Set.of("baseline", "floor", "target", "stretch", "low", "high", "lowFloor", "highFloor", "goalValue");

    /** Shares, typed in percent. */
    static final Set<String> SHARES = Set.of("gate.threshold", "gate.matureShareMin");

    /** All other numbers. */
    static final Set<String> POINTS =
            Set.of("weight", "coverageFactor", "floorScore", "cap", "gate.cap", "gate.maturityDays");

    static final String GATE = "gate.";

    private static final long serialVersionUID = 1L;
    private static final int PERCENT_SHIFT = 2;

    private final String indicator;
    private final String name;
    private final String unit;
    private final boolean percent;
    private final Direction direction;
    private final String dims;
    private final HashMap<String, String> typed = new HashMap<>();

    /** Values of the last time when nothing was wrong with the line. */
    private final HashMap<String, String> right = new HashMap<>();

    /** A line for an item that is there. */
    DraftItem(PlanItem item, PlanText text) {
        this.indicator = item.indicator();
        this.name = text.name(item);
        this.unit = text.unit(item);
        this.percent = text.indicator(indicator)
                .filter(i -> i.unitKind() == UnitKind.PERCENT)
                .isPresent();
        this.direction = item.direction();
        this.dims = item.dims();
        item.texts().forEach(this::put);
        put("usage", item.usage());
        put("controllability", item.controllability());
        put("phasing", item.phasing().kind());
        put("phasingProfile", item.phasing().profile());
        number(text, "weight", item.weight());
        item.marks().values().forEach((mark, value) -> number(text, mark, value));
        number(text, "goalValue", item.goalValue().orElse(null));
        number(text, "coverageFactor", item.coverageFactor().orElse(null));
        item.gate().map(Gate::terms).orElse(Map.of()).forEach((term, value) -> gate(text, GATE + term, value));
    }

    /** An empty line for an indicator, or for a cut of it. */
    DraftItem(Indicator indicator, Map<String, String> dimensions, Usage usage, PlanText text) {
        this(
                new PlanItem(
                        indicator,
                        dimensions,
                        usage,
                        BigDecimal.ZERO,
                        new Marks(Map.of()),
                        TargetPhasing.LINEAR_DAYS,
                        null,
                        Map.of()),
                text);
    }

    private DraftItem(DraftItem other) {
        this.indicator = other.indicator;
        this.name = other.name;
        this.unit = other.unit;
        this.percent = other.percent;
        this.direction = other.direction;
        this.dims = other.dims;
        this.typed.putAll(other.typed);
        this.right.putAll(other.right);
    }

    DraftItem copy() {
        return new DraftItem(this);
    }

    private void put(String field, Object value) {
        typed.put(field, value == null ? "" : value.toString());
    }

    private void number(PlanText text, String field, BigDecimal value) {
        put(field, value == null ? "" : text.bare(value.movePointRight(shift(field))));
    }

    private void gate(PlanText text, String field, Object value) {
        if (value instanceof BigDecimal number) {
            number(text, field, number);
        } else {
            put(field, value);
        }
    }

    /** Decimal places by which the typed number is above the stored one. */
    int shift(String field) {
        return SHARES.contains(field) || (percent && VALUES.contains(field)) ? PERCENT_SHIFT : 0;
    }

    /** Writes its numbers as the stored item would show them. */
    void spellAs(PlanItem item, PlanText text) {
        new DraftItem(item, text)
                .typed.entrySet().stream()
                        .filter(e -> VALUES.contains(e.getKey())
                                || SHARES.contains(e.getKey())
                                || POINTS.contains(e.getKey()))
                        .forEach(e -> typed.put(e.getKey(), e.getValue()));
    }

    /** What is typed into a field; empty if nothing is. */
    Optional<String> given(String field) {
        return Optional.ofNullable(typed.get(field)).map(String::strip).filter(t -> !t.isEmpty());
    }

    /** Keeps what is typed now as right, to be restored if a later value is wrong. */
    void keepAsRight() {
        right.clear();
        right.putAll(typed);
    }

    /** What a field held when nothing was wrong; empty where that is what it holds. */
    Optional<String> rightBefore(String field) {
        String value = right.getOrDefault(field, "");
        return value.isEmpty() || value.equals(typed.get(field)) ? Optional.empty() : Optional.of(value);
    }

    /** Puts a proposed mark into its field. */
    void propose(String field, String value) {
        typed.put(field, value);
    }

    void restore(String field) {
        rightBefore(field).ifPresent(value -> typed.put(field, value));
    }

    /** Everything that somebody could have changed. */
    List<Object> state() {
        HashMap<String, String> filled = new HashMap<>(typed);
        filled.values().removeIf(v -> v == null || v.isEmpty());
        return List.of(getKey(), filled);
    }

    public String getIndicator() {
        return indicator;
    }

    String dims() {
        return dims;
    }

    /** The item by indicator and dimensions. */
    public String getKey() {
        return dims.isEmpty() ? indicator : indicator + "[" + dims + "]";
    }

    /** The name without its unit. */
    public String getShortName() {
        return name;
    }

    public String getName() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }

    public boolean isBand() {
        return direction == Direction.BAND;
    }

    /** Fields as typed, by name. */
    public Map<String, String> getTyped() {
        return typed;
    }

    public boolean isScored() {
        return Usage.EVAL.name().equals(typed.get("usage"));
    }

    /** Turns a KPI into a metric, which carries no weight, or a metric into a KPI. */
    void turn() {
        typed.put("usage", (isScored() ? Usage.DIAG : Usage.EVAL).name());
        if (!isScored()) {
            typed.put("weight", "");
        }
    }
}
