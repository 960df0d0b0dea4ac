package org.kpisuite.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Aggregation;
import org.kpisuite.domain.catalogue.Bounds;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Feed;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.MissingPolicy;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.OrgAggregation;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.catalogue.SourceType;
import org.kpisuite.domain.catalogue.Stewardship;
import org.kpisuite.domain.catalogue.Terms;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.catalogue.Validity;
import org.kpisuite.domain.catalogue.WeekSplit;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.ejb.catalogue.Catalogues;

/** Entries of the catalogue as they are put: whatever may be left out has its usual value. */
public final class DefinitionBody {
    private static final String TIME_AGGREGATIONS =
            "SUM, LAST, FIRST, AVG_T, RATIO_OF_SUMS, RECOUNT, CHAIN, WAVG(MEASURE), NONE";

    private final String code;
    private final Body body;

    public DefinitionBody(String code, Body body) {
        this.code = code;
        this.body = body;
    }

    /**
     * The entry as it would be recorded.
     *
     * @param measures by code, as {@link #indicator} needs them
     */
    public Catalogues.Draft of(Definition.Kind kind, Map<String, Measure> measures) {
        return switch (kind) {
            case MEASURE -> measure();
            case INDICATOR -> indicator(measures);
            case PAIR -> pair();
            case SOURCE -> source();
        };
    }

    Catalogues.Draft measure() {
        LocalizedText name = body.names("name");
        MeasureKind kind = body.requiredChoice("kind", MeasureKind.class);
        UnitKind unit = body.requiredChoice("unitKind", UnitKind.class);
        Optional<String> currency = body.text("currency");
        Optional<Granularity> granularity = body.choice("granularity", Granularity.class);
        Aggregation aggregation = aggregation(Aggregation.of(Measure.defaultAggregation(kind)));
        WeekSplit split = body.choice("weekSplit", WeekSplit.class).orElse(WeekSplit.NONE);
        List<String> priority = body.textList("sourcePriority");
        return draft(new Measure(
                code,
                name,
                kind,
                unit,
                currency.orElse(null),
                granularity.orElse(null),
                aggregation,
                split,
                priority,
                Validity.SHIPPED));
    }

    /**
     * An indicator.
     *
     * @param measures by code, whose aggregation is the usual one of the indicator
     */
    Catalogues.Draft indicator(Map<String, Measure> measures) {
        LocalizedText name = body.names("name");
        LocalizedText definition = body.names("definition");
        Nature nature = body.requiredChoice("nature", Nature.class);
        Optional<Usage> usage = body.choice("usage", Usage.class);
        Formula formula = body.requiredParsed("formula", Formula::parse, "MKT_COST / NEW_CUSTOMERS")
                .orElse(new Formula.Constant(BigDecimal.ONE));
        int multiplier = body.integer("multiplier").orElse(1);
        UnitKind unit = body.requiredChoice("unitKind", UnitKind.class);
        int scale = body.integer("displayScale").orElse(usualScale(unit));
        Direction direction = body.requiredChoice("direction", Direction.class);
        Aggregation aggregation = aggregation(Aggregation.defaultOf(formula, measures));
        Set<IndicatorGroup> groups = groups();
        Terms terms = terms();
        return draft(new Indicator(
                code,
                name,
                definition,
                nature,
                usage.orElse(terms.activity() ? Usage.DIAG : Usage.EVAL),
                formula,
                multiplier,
                unit,
                scale,
                direction,
                groups,
                aggregation,
                terms,
                Validity.SHIPPED));
    }

    private Terms terms() {
        Feed feed = new Feed(
                body.choice("granularity", Granularity.class).orElse(null),
                body.text("dataSource").orElse(null),
                body.integer("sourceLagDays").orElse(null),
                body.integer("maturityDays").orElse(null),
                body.text("definitionId").orElse(null));
        Bounds bounds = new Bounds(
                body.decimal("materialityAbs").orElse(null),
                body.decimal("minDenominator").orElse(null),
                body.flag("canBeNegative").orElse(false));
        Stewardship stewardship = new Stewardship(
                body.text("businessProcess").orElse(null),
                body.text("owner").orElse(null),
                body.text("steward").orElse(null),
                body.flag("personalData").orElse(false));
        return new Terms(
                body.text("currency").orElse(null),
                body.parsed("missingPolicy", MissingPolicy::parse, "NULL, ZERO, CARRY(1) … CARRY(12)")
                        .orElse(MissingPolicy.NULL),
                feed,
                bounds,
                stewardship,
                body.flag("activity").orElse(false),
                body.flag("quantity").orElse(false));
    }

    private Set<IndicatorGroup> groups() {
        Set<IndicatorGroup> groups = EnumSet.noneOf(IndicatorGroup.class);
        groups.addAll(body.choices("groups", IndicatorGroup.class));
        return groups;
    }

    private Aggregation aggregation(Aggregation usual) {
        Aggregation time = body.parsed("timeAggregation", Aggregation::parse, TIME_AGGREGATIONS)
                .orElse(usual);
        return body.choice("orgAggregation", OrgAggregation.class)
                .map(time::over)
                .orElse(time);
    }

    private static int usualScale(UnitKind unit) {
        return switch (unit) {
            case COUNT -> 0;
            case PERCENT, POINTS, DURATION -> 1;
            case MONEY, RATIO -> 2;
        };
    }

    Catalogues.Draft pair() {
        String leading = body.requiredText("leading");
        String lagging = body.requiredText("lagging");
        Granularity granularity = body.requiredChoice("granularity", Granularity.class);
        int sign = body.integer("expectedSign").orElse(1);
        int lag = body.integer("expectedLag").orElse(0);
        int longest = body.integer("maxPlausibleLag").orElse(Pair.LAG_MAX);
        boolean seasonal = body.flag("seasonal").orElse(false);
        return draft(new Pair(code, leading, lagging, granularity, sign, lag, longest, seasonal));
    }

    Catalogues.Draft source() {
        LocalizedText name = body.names("name");
        SourceType type = body.requiredChoice("type", SourceType.class);
        int lag = body.integer("lagDays").orElse(0);
        return draft(new Source(code, name, type, lag));
    }

    private Catalogues.Draft draft(Definition definition) {
        Optional<LocalDate> validFrom = body.parsed("validFrom", LocalDate::parse, "2026-10-01");
        Optional<LocalDate> closedOn = body.parsed("closedOn", LocalDate::parse, "2026-10-01");
        if (body.isRefused()) {
            body.note(ofGiven(definition.refusals()));
        }
        body.check();
        return new Catalogues.Draft(definition, validFrom, closedOn);
    }

    /** What is wrong in itself is told with what is missing; not what depends on something missing. */
    private List<Refusal> ofGiven(List<Refusal> found) {
        Set<String> undecided = new HashSet<>(Set.of("name.en", "name.ru", "definition.en", "definition.ru"));
        if (!body.isGiven("unitKind")) {
            undecided.addAll(Set.of("currency", "multiplier"));
        }
        if (!body.isGiven("kind") || !body.isGiven("formula")) {
            undecided.addAll(Set.of("timeAggregation", "orgAggregation", "weekSplit"));
        }
        return found.stream().filter(r -> !undecided.contains(r.column())).toList();
    }

    /** The day of {@code {"closedOn"}}. */
    static LocalDate closedOn(Body body) {
        Optional<LocalDate> day = body.requiredParsed("closedOn", LocalDate::parse, "2026-10-01");
        body.check();
        return day.orElseThrow();
    }
}
