package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * One indicator in a plan: how much it weighs, what is wanted, why, and by whom.
 *
 * <p>The definition of the indicator is copied in, so that later edits of the catalogue do not change a running plan.
 */
@Embeddable
public class PlanItem {
    /** Fields of text that an item may carry, by name. */
    public static final java.util.List<String> TEXTS =
            java.util.List.of("qualityPair", "explains", "goalLink", "influencers", "owner", "dataSource", "rationale");

    private String indicator;
    private String dims;

    @Enumerated(EnumType.STRING)
    @Column(name = "usage_kind")
    private Usage usage;

    private BigDecimal weight;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private String formula;

    /** SHA-256 of the whole definition; null for items from before it was kept. */
    @Column(name = "definition_hash")
    private @Nullable String definition;

    @Embedded
    private Marks marks;

    @Enumerated(EnumType.STRING)
    private Phasing phasing;

    @Column(name = "phasing_profile")
    private @Nullable String phasingProfile;

    @Enumerated(EnumType.STRING)
    private @Nullable Controllability controllability;

    @Embedded
    private @Nullable Gate gate;

    @Column(name = "quality_pair")
    private @Nullable String qualityPair;

    private @Nullable String explains;

    @Column(name = "goal_link")
    private @Nullable String goalLink;

    @Column(name = "goal_value")
    private @Nullable BigDecimal goalValue;

    @Column(name = "coverage_factor")
    private @Nullable BigDecimal coverageFactor;

    private @Nullable String influencers;

    @Column(name = "owner_name")
    private @Nullable String owner;

    @Column(name = "data_source")
    private @Nullable String dataSource;

    private @Nullable String rationale;

    protected PlanItem() {}

    /**
     * An item of a draft.
     *
     * @param dimensions by name, such as channel
     * @param texts free texts by name, see {@link #TEXTS}
     * @throws KpiException E-FIELD-VALUE for a negative weight, or a dimension that its stored text could not hold
     */
    public PlanItem(
            Indicator indicator,
            Map<String, String> dimensions,
            Usage usage,
            BigDecimal weight,
            Marks marks,
            TargetPhasing phasing,
            @Nullable Controllability controllability,
            Map<String, String> texts) {
        if (weight.signum() < 0) {
            throw new KpiException(Code.E_FIELD_VALUE, "weight", weight.toPlainString(), "0..100");
        }
        dimensions.forEach(PlanItem::check);
        this.indicator = indicator.code();
        this.direction = indicator.direction();
        this.formula = indicator.formula().toString();
        this.dims = Dimensions.text(dimensions);
        this.usage = usage;
        this.weight = weight;
        this.marks = marks;
        this.phasing = phasing.kind();
        this.phasingProfile =
                phasing.profile() == null ? null : phasing.profile().toString();
        this.controllability = controllability;
        this.qualityPair = texts.get("qualityPair");
        this.explains = texts.get("explains");
        this.goalLink = texts.get("goalLink");
        this.influencers = texts.get("influencers");
        this.owner = texts.get("owner");
        this.dataSource = texts.get("dataSource");
        this.rationale = texts.get("rationale");
    }

    /** The same item with a gate, or without one. */
    public PlanItem with(@Nullable Gate otherGate) {
        PlanItem item = copy();
        item.gate = otherGate;
        return item;
    }

    /**
     * The same item with the figure of its goal: a goal of 10 m that a pipeline must cover three times over.
     *
     * @param value of the goal, in the unit of the item; null for none
     * @param factor how many times the target must cover it; null for once
     * @throws KpiException E-FIELD-VALUE unless both are above 0
     */
    public PlanItem withGoal(@Nullable BigDecimal value, @Nullable BigDecimal factor) {
        requirePositive("goalValue", value);
        requirePositive("coverageFactor", factor);
        PlanItem item = copy();
        item.goalValue = value;
        item.coverageFactor = factor;
        return item;
    }

    /** The same item with the definition that its indicator has in a catalogue, whole as it is. */
    PlanItem defined(Catalogue catalogue) {
        PlanItem item = copy();
        item.definition = catalogue.indicator(indicator).map(catalogue::print).orElse(null);
        return item;
    }

    /** The same item by another version of its indicator. */
    PlanItem by(Indicator version) {
        PlanItem item = copy();
        item.direction = version.direction();
        item.formula = version.formula().toString();
        return item;
    }

    private static void requirePositive(String field, @Nullable BigDecimal value) {
        if (value != null && value.signum() <= 0) {
            throw new KpiException(Code.E_FIELD_VALUE, field, value.toPlainString(), "> 0");
        }
    }

    private PlanItem copy() {
        PlanItem item = new PlanItem();
        item.indicator = indicator;
        item.dims = dims;
        item.usage = usage;
        item.weight = weight;
        item.direction = direction;
        item.formula = formula;
        item.definition = definition;
        item.marks = marks;
        item.phasing = phasing;
        item.phasingProfile = phasingProfile;
        item.controllability = controllability;
        item.gate = gate;
        item.goalValue = goalValue;
        item.coverageFactor = coverageFactor;
        item.qualityPair = qualityPair;
        item.explains = explains;
        item.goalLink = goalLink;
        item.influencers = influencers;
        item.owner = owner;
        item.dataSource = dataSource;
        item.rationale = rationale;
        return item;
    }

    private static void check(String dimension, String value) {
        boolean marks = value.chars().anyMatch(c -> c == ';' || c == '=' || c == '"' || c < ' ');
        if (marks || value.isBlank()) {
            throw new KpiException(Code.E_FIELD_VALUE, "dims." + dimension, value, "[^;=\"]+");
        }
    }

    public String indicator() {
        return indicator;
    }

    /** Dimensions as text, sorted, {@code channel=social}; empty for none. */
    public String dims() {
        return dims;
    }

    public Map<String, String> dimensions() {
        return Dimensions.parse(dims);
    }

    /** {@code LEADS} or {@code LEADS[channel=social]}. */
    public String key() {
        return dims.isEmpty() ? indicator : indicator + "[" + dims + "]";
    }

    public Usage usage() {
        return usage;
    }

    public BigDecimal weight() {
        return weight;
    }

    public Direction direction() {
        return direction;
    }

    /** The formula as it was when the item was written. */
    public String formula() {
        return formula;
    }

    /**
     * SHA-256 of the definition by which it was written, with all that its formula rests on; empty for items from before it
     * was kept.
     */
    public Optional<String> definitionHash() {
        return Optional.ofNullable(definition);
    }

    /**
     * The indicator with the formula and direction that it had when the item was written; empty if it is unknown, or if
     * the formula names what is no longer there.
     */
    public Optional<Indicator> definition(Catalogue catalogue) {
        Formula signed = Formula.parse(formula);
        return catalogue
                .indicator(indicator)
                .filter(i -> catalogue.resolves(signed))
                .map(i -> i.by(signed, direction));
    }

    public Marks marks() {
        return marks;
    }

    public TargetPhasing phasing() {
        return new TargetPhasing(phasing, phasingProfile == null ? null : PhasingProfile.parse(phasingProfile));
    }

    public @Nullable Controllability controllability() {
        return controllability;
    }

    /** The condition under which it counts; empty where it always does. */
    public Optional<Gate> gate() {
        return Optional.ofNullable(gate);
    }

    /** The figure of the goal that the item serves, in the unit of the item; empty where none is given. */
    public Optional<BigDecimal> goalValue() {
        return Optional.ofNullable(goalValue);
    }

    /** How many times the target must cover the goal; empty where nothing is said. */
    public Optional<BigDecimal> coverageFactor() {
        return Optional.ofNullable(coverageFactor);
    }

    public @Nullable String explains() {
        return explains;
    }

    /** The free texts by name, nulls included. */
    public Map<String, @Nullable String> texts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("qualityPair", qualityPair);
        texts.put("explains", explains);
        texts.put("goalLink", goalLink);
        texts.put("influencers", influencers);
        texts.put("owner", owner);
        texts.put("dataSource", dataSource);
        texts.put("rationale", rationale);
        return texts;
    }

    /** Everything that is signed, by name. */
    Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(texts());
        content.putAll(marks.values());
        content.put("indicator", indicator);
        content.put("dims", dims);
        content.put("usage", usage);
        content.put("weight", weight);
        content.put("direction", direction);
        content.put("formula", formula);
        if (definition != null) {
            content.put(PlanFields.DEFINITION, definition);
        }
        content.put("phasing", phasing);
        if (phasingProfile != null) {
            content.put(PhasingProfile.FIELD, phasingProfile);
        }
        content.put("controllability", controllability);
        goalValue().ifPresent(v -> content.put("goalValue", v));
        coverageFactor().ifPresent(v -> content.put("coverageFactor", v));
        if (gate != null) {
            content.put("gate", gate.terms());
        }
        return content;
    }
}
