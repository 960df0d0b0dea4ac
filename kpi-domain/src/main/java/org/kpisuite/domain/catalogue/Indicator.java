package org.kpisuite.domain.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * An indicator: what a formula makes of base measures. Source: domain specification §2.1.
 *
 * @param multiplier 1, 100 or 1000; percent values are fractions and need none, NPS is 100 times a share
 * @param displayScale printed decimals, 0..4
 * @param aggregation of the indicator as a whole. One that is nothing but a measure may take it otherwise than the measure
 *     is usually taken ({@code FOLLOWERS} as its mean over time), also where a formula names that indicator
 */
public record Indicator(
        String code,
        LocalizedText name,
        LocalizedText definition,
        Nature nature,
        Usage defaultUsage,
        Formula formula,
        int multiplier,
        UnitKind unitKind,
        int displayScale,
        Direction direction,
        Set<IndicatorGroup> groups,
        Aggregation aggregation,
        Terms terms,
        Validity validity)
        implements Definition {
    private static final int DISPLAY_SCALE_MAX = 4;
    private static final int DAYS_MAX = 1100;
    private static final Set<Integer> MULTIPLIERS = Set.of(1, 100, 1000);

    public Indicator {
        groups = Set.copyOf(groups);
    }

    /** One as it is shipped, with the usual terms. */
    public Indicator(
            String code,
            LocalizedText name,
            LocalizedText definition,
            Nature nature,
            Usage defaultUsage,
            Formula formula,
            int multiplier,
            UnitKind unitKind,
            int displayScale,
            Direction direction,
            Set<IndicatorGroup> groups,
            TimeAggregation timeAggregation,
            boolean activity) {
        this(
                code,
                name,
                definition,
                nature,
                defaultUsage,
                formula,
                multiplier,
                unitKind,
                displayScale,
                direction,
                groups,
                Aggregation.of(timeAggregation),
                Terms.USUAL.marked(activity, false),
                Validity.SHIPPED);
    }

    @Override
    public Kind entryKind() {
        return Kind.INDICATOR;
    }

    /** Its name of some dimensions: {@code Leads (social)}. */
    public LocalizedText name(Map<String, String> dimensions) {
        if (dimensions.isEmpty()) {
            return name;
        }
        String values = String.join(", ", new TreeMap<>(dimensions).values());
        return new LocalizedText(name.en() + " (" + values + ")", name.ru() + " (" + values + ")");
    }

    public TimeAggregation timeAggregation() {
        return aggregation.time();
    }

    public OrgAggregation orgAggregation() {
        return aggregation.org();
    }

    /** Code of the flow that weighs a {@link TimeAggregation#WAVG}. */
    public Optional<String> weight() {
        return aggregation.weightCode();
    }

    public boolean activity() {
        return terms.activity();
    }

    public boolean quantity() {
        return terms.quantity();
    }

    public MissingPolicy missingPolicy() {
        return terms.missingPolicy();
    }

    public Optional<String> currency() {
        return Optional.ofNullable(terms.currency());
    }

    public Optional<Granularity> granularity() {
        return Optional.ofNullable(terms.feed().granularity());
    }

    public Optional<String> dataSource() {
        return Optional.ofNullable(terms.feed().dataSource());
    }

    public Optional<Integer> sourceLagDays() {
        return Optional.ofNullable(terms.feed().sourceLagDays());
    }

    public Optional<Integer> maturityDays() {
        return Optional.ofNullable(terms.feed().maturityDays());
    }

    public Optional<String> definitionId() {
        return Optional.ofNullable(terms.feed().definitionId());
    }

    public Optional<BigDecimal> materialityAbs() {
        return Optional.ofNullable(terms.bounds().materialityAbs());
    }

    public Optional<BigDecimal> minDenominator() {
        return Optional.ofNullable(terms.bounds().minDenominator());
    }

    public boolean canBeNegative() {
        return terms.bounds().canBeNegative();
    }

    /** The same indicator by another formula and direction, such as those that a plan was signed with. */
    public Indicator by(Formula otherFormula, Direction otherDirection) {
        return copy(otherFormula, otherDirection, aggregation, terms, validity);
    }

    public Indicator with(Aggregation other) {
        return copy(formula, direction, other, terms, validity);
    }

    public Indicator with(Terms other) {
        return copy(formula, direction, aggregation, other, validity);
    }

    @Override
    public Indicator with(Validity other) {
        return copy(formula, direction, aggregation, terms, other);
    }

    private Indicator copy(Formula f, Direction d, Aggregation a, Terms t, Validity v) {
        return new Indicator(
                code,
                name,
                definition,
                nature,
                defaultUsage,
                f,
                multiplier,
                unitKind,
                displayScale,
                d,
                groups,
                a,
                t,
                v);
    }

    @Override
    public List<Refusal> refusals() {
        FieldCheck check = new FieldCheck()
                .code(code)
                .name("name", name)
                .name("definition", definition)
                .require(MULTIPLIERS.contains(multiplier), "multiplier", multiplier, "1, 100, 1000")
                .require(multiplier == 1 || unitKind != UnitKind.PERCENT, "multiplier", multiplier, "PERCENT: 1")
                .require(
                        displayScale >= 0 && displayScale <= DISPLAY_SCALE_MAX,
                        "displayScale",
                        displayScale,
                        "0.." + DISPLAY_SCALE_MAX)
                .require(!activity() || defaultUsage == Usage.DIAG, "defaultUsage", defaultUsage, "activity: DIAG")
                .and(aggregation.refusals())
                .currency(terms.currency(), unitKind == UnitKind.MONEY)
                .validity(validity);
        checkFeed(check);
        checkBound(check, "materialityAbs", terms.bounds().materialityAbs());
        checkBound(check, "minDenominator", terms.bounds().minDenominator());
        return check.found();
    }

    private void checkFeed(FieldCheck check) {
        Feed feed = terms.feed();
        check.days("sourceLagDays", feed.sourceLagDays(), DAYS_MAX);
        check.days("maturityDays", feed.maturityDays(), DAYS_MAX);
    }

    private static void checkBound(FieldCheck check, String field, @Nullable BigDecimal bound) {
        check.require(bound == null || bound.signum() >= 0, field, bound, "≥ 0");
    }
}
