package org.kpisuite.web.page;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.PhasingProfile;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.TargetPhasing;

/** One line of the plan editor: fields as typed; what the editor does not show is kept as it was. */
public class DraftItem implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String indicator;
    private final String name;
    private final boolean percent;
    private final boolean band;
    private final HashMap<String, String> dimensions = new HashMap<>();
    private final HashMap<String, BigDecimal> kept = new HashMap<>();
    private final HashMap<String, String> texts = new HashMap<>();
    private final HashMap<String, String> typed = new HashMap<>();
    private final Phasing phasing;
    private final @Nullable String profile;
    private final @Nullable Controllability controllability;
    private final @Nullable Gate gate;
    private final String key;
    private String usage;

    /** A line for an item that is there. */
    DraftItem(PlanItem item, PlanText text) {
        this.indicator = item.indicator();
        this.name = text.name(item) + (text.unit(item).isEmpty() ? "" : ", " + text.unit(item));
        this.percent = text.isPercent(indicator);
        this.band = item.direction() == Direction.BAND;
        this.dimensions.putAll(item.dimensions());
        this.phasing = item.phasing().kind();
        this.profile = Optional.ofNullable(item.phasing().profile())
                .map(PhasingProfile::toString)
                .orElse(null);
        this.controllability = item.controllability();
        this.gate = item.gate().orElse(null);
        this.key = item.key();
        this.usage = item.usage().name();
        item.marks().values().forEach((mark, value) -> Optional.ofNullable(value)
                .ifPresent(v -> kept.put(mark, v)));
        item.texts().forEach((key, value) -> texts.put(key, value == null ? "" : value));
        typed.put("weight", text.bare(item.weight()));
        kept.forEach((mark, value) -> typed.put(mark, text.value(item, value)));
    }

    /** An empty line for an indicator. */
    DraftItem(Indicator indicator, PlanText text) {
        this(
                new PlanItem(
                        indicator,
                        Map.of(),
                        indicator.defaultUsage(),
                        BigDecimal.ZERO,
                        new Marks(Map.of()),
                        TargetPhasing.LINEAR_DAYS,
                        null,
                        Map.of()),
                text);
    }

    /** The item as it will be stored. */
    PlanItem item(Indicator of, Reader reader) {
        Map<String, BigDecimal> marks = new HashMap<>(kept);
        for (String mark : new String[] {getLowMark(), "target", getHighMark()}) {
            BigDecimal value = number(mark, reader);
            if (value == null) {
                marks.remove(mark);
            } else {
                marks.put(mark, percent ? value.movePointLeft(2) : value);
            }
        }
        BigDecimal weight = number("weight", reader);
        Map<String, String> given = new HashMap<>();
        texts.forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(key, value.strip());
            }
        });
        return new PlanItem(
                        of,
                        dimensions,
                        Usage.valueOf(usage),
                        weight == null ? BigDecimal.ZERO : weight,
                        new Marks(marks),
                        new TargetPhasing(phasing, profile == null ? null : PhasingProfile.parse(profile)),
                        controllability,
                        given)
                .with(gate);
    }

    private @Nullable BigDecimal number(String field, Reader reader) {
        return TypedNumber.read(typed.get(field), reader.getLocale(), name + ", " + reader.text("field." + field));
    }

    public String getIndicator() {
        return indicator;
    }

    /** The item by indicator and dimensions. */
    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public boolean isBand() {
        return band;
    }

    /** A band has a low and a high end where others have floor and stretch. */
    public String getLowMark() {
        return band ? "low" : "floor";
    }

    public String getHighMark() {
        return band ? "high" : "stretch";
    }

    /** Fields as typed, by name: weight, floor, target, stretch, low, high. */
    public Map<String, String> getTyped() {
        return typed;
    }

    /** Free texts by name. */
    public Map<String, String> getTexts() {
        return texts;
    }

    public String getUsage() {
        return usage;
    }

    public void setUsage(String usage) {
        this.usage = usage;
    }

    public boolean isScored() {
        return Usage.EVAL.name().equals(usage);
    }
}
