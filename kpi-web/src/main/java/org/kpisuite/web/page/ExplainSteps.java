package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.AchievementScale;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;
import org.kpisuite.domain.scorecard.GateText;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.SurveyError;

/** Turns the steps of an explanation into words and numbers of one reader. */
final class ExplainSteps {
    /** Marks that are points of achievement, not values of the line. */
    private static final Set<String> POINTS = Set.of("floorScore", "cap");

    private static final int PARTS_OPEN_MAX = 8;

    private final ScorecardItem item;
    private final ExplainFigures figures;
    private final Map<String, String> units;
    private final Reader reader;

    ExplainSteps(ScorecardItem item, ExplainFigures figures, Map<String, String> units, Reader reader) {
        this.item = item;
        this.figures = figures;
        this.units = units;
        this.reader = reader;
    }

    List<ExplainStep> of(Explanation explanation) {
        return explanation.steps().stream()
                .map(s -> step(s, null, s.kind() == Kind.ACTUAL))
                .toList();
    }

    /** One step, and the measure that it belongs to, if any. */
    private ExplainStep step(Step step, @Nullable Step above, boolean open) {
        Step measure = step.kind() == Kind.MEASURE ? step : above;
        boolean folded = step.inputs().size() > PARTS_OPEN_MAX;
        Stream<ExplainStep> inputs =
                step.inputs().stream().distinct().map(s -> step(s, measure, open && !folded && s.kind() != Kind.UNIT));
        Stream<ExplainStep> slices = step.slices().stream().map(s -> slice(s, Objects.requireNonNull(measure)));
        return new ExplainStep(
                step.kind().name(),
                Messages.text(reader.getLocale(), "explain." + step.kind()),
                name(step),
                code(step),
                working(step),
                rule(step),
                source(step),
                known(step),
                isMade(step) && !step.completeness().isFull(),
                value(step, measure),
                exact(step, measure),
                open,
                Stream.concat(inputs, slices).toList());
    }

    private String name(Step step) {
        return switch (step.kind()) {
            case UNIT -> units.getOrDefault(step.subject(), step.subject());
            case LINK, PREVIOUS, PRIOR_YEAR -> days(step.days());
            case INDICATOR, MEASURE -> step.name() == null ? "" : step.name().in(reader.getLocale());
            default -> "";
        };
    }

    private static String code(Step step) {
        return switch (step.kind()) {
            case INDICATOR, MEASURE, UNIT -> step.subject();
            default -> "";
        };
    }

    /** From the first day to the last one, in the reader's words. */
    String days(DayRange days) {
        return days.days() == 1
                ? reader.day(days.start())
                : reader.text("explain.days", reader.day(days.start()), reader.day(days.endInclusive()));
    }

    private String working(Step step) {
        return switch (step.kind()) {
            case TARGET -> marks(step.working());
            case PLAN_TO_DATE -> phased(step);
            case ACHIEVEMENT -> scale();
            case GATE ->
                item.beside()
                        .gate()
                        .map(g -> g.gate() + ". " + new GateText(g, reader.getLocale()).sentence())
                        .orElse("");
            case PREVIOUS -> compared(step, item.deltaPrevious());
            case PRIOR_YEAR -> compared(step, item.deltaPriorYear());
            case POINTS ->
                item.scored()
                        .map(a -> figures.digits(item.weight()) + " × "
                                + reader.numbers().points(a) + " / 100")
                        .orElse("");
            default -> step.working();
        };
    }

    /** The formula, and what the actual differs by; of a percentage in points and, labelled as such, in percent of itself. */
    private String compared(Step step, Change change) {
        if (change.absolute() == null) {
            return step.working();
        }
        return step.working() + "; Δ " + new ItemText(item, reader.getLocale()).inFull(change);
    }

    /** {@code floor 800, target 1,000}: the marks of the plan, named as in the plan. */
    private String marks(String working) {
        return Stream.of(working.split(", ", -1))
                .map(m -> m.split(" ", 2))
                .filter(m -> m.length == 2 && reader.knows("field." + m[0]))
                .map(m -> reader.text("field." + m[0]) + " " + mark(m[0], m[1]))
                .collect(Collectors.joining(" · "));
    }

    private String mark(String name, String value) {
        BigDecimal number = new BigDecimal(value);
        return POINTS.contains(name) ? figures.digits(number) : figures.bare(number);
    }

    /** {@code 1,200 × 37 / 66}, of a stock {@code 20,000 + (26,000 − 20,000) × 52 / 92}. */
    private String phased(Step step) {
        Optional<Step> share = input(step, Kind.PHASING);
        Optional<BigDecimal> plan = item.plan().usable();
        if (share.isEmpty() || plan.isEmpty()) {
            return reader.text("explain.phasing.none");
        }
        String target = figures.bare(plan.get());
        String way = input(step, Kind.OPENING)
                .map(Step::value)
                .map(figures::bare)
                .map(o -> o + " + (" + target + " − " + o + ")")
                .orElse(target);
        return way + " × " + share(share.get().working());
    }

    private static Optional<Step> input(Step step, Kind kind) {
        return step.inputs().stream().filter(s -> s.kind() == kind).findFirst();
    }

    /** {@code 37 / 66}, or a share of weights in the digits of the reader. */
    private String share(String working) {
        return working.contains(" / ") ? working : figures.digits(new BigDecimal(working));
    }

    /** The numbers in the formula of the achievement: actual, marks to date, cap, and the share of the way. */
    private String scale() {
        ScorecardItem.Anchors marks = item.anchors();
        Optional<AchievementScale> scale = marks.scale(item.direction());
        Optional<BigDecimal> actual = item.actual().usable().map(this::local);
        List<String> parts = new ArrayList<>();
        actual.ifPresent(x -> parts.add("x = " + figures.bare(x)));
        Stream.of(
                        letter("F", scale.map(AchievementScale::effectiveFloor).orElse(null)),
                        letter("T", marks.target()),
                        letter("S", marks.stretch()),
                        letter("LF", marks.lowFloor()),
                        letter("L", marks.low()),
                        letter("H", marks.high()),
                        letter("HF", marks.highFloor()))
                .flatMap(Optional::stream)
                .forEach(parts::add);
        parts.add(reader.text("field.cap") + " " + figures.digits(marks.cap()));
        String numbers = String.join(", ", parts);
        return scale.flatMap(s -> actual.flatMap(s::way))
                .map(w -> numbers + "; " + w.text(figures::bare, figures::digits))
                .orElse(numbers);
    }

    /** An actual in the currency of its plan, in which it is scored. */
    private BigDecimal local(BigDecimal actual) {
        return item.beside()
                .currencyEffect()
                .map(e -> Decimals.divide(actual, e.actualRate()))
                .orElse(actual);
    }

    private Optional<String> letter(String letter, @Nullable BigDecimal value) {
        return Optional.ofNullable(value).map(v -> letter + " = " + figures.bare(v));
    }

    private String rule(Step step) {
        return switch (step.kind()) {
            case ACTUAL, INDICATOR, MEASURE, PREVIOUS, PRIOR_YEAR ->
                step.aggregation() == null ? "" : reader.text("explain.rule." + step.aggregation());
            case ACHIEVEMENT -> reader.text("explain.scale." + item.direction());
            case POINTS -> reader.text("explain.points");
            case PHASING -> reader.text("explain.phasing." + step.subject());
            case GATE ->
                item.beside()
                        .gate()
                        .map(g -> reader.text("explain.gate." + g.gate().mode()))
                        .orElse("");
            default -> "";
        };
    }

    private String source(Step step) {
        return Optional.ofNullable(step.source())
                .map(s -> s.validFrom() == null
                        ? reader.text("explain.version", String.valueOf(s.version()))
                        : reader.text("explain.version.from", String.valueOf(s.version()), reader.day(s.validFrom())))
                .orElse("");
    }

    private static boolean isMade(Step step) {
        return switch (step.kind()) {
            case ACTUAL, INDICATOR, MEASURE, UNIT, LINK, PREVIOUS, PRIOR_YEAR -> true;
            default -> false;
        };
    }

    private String known(Step step) {
        if (!isMade(step)) {
            return "";
        }
        Completeness known = step.completeness();
        return known.isFull()
                ? reader.text("explain.share.full")
                : reader.text("explain.share", reader.count(known.have()), reader.count(known.expected()));
    }

    private String value(Step step, @Nullable Step measure) {
        return switch (step.kind()) {
            case ACTUAL, LINK, PREVIOUS, PRIOR_YEAR, TARGET, PLAN_TO_DATE, OPENING -> figures.line(step.value());
            case INDICATOR -> figures.indicator(step.subject(), step.value());
            case MEASURE, UNIT -> measured(Objects.requireNonNull(measure), step.value());
            case PHASING -> share(Objects.requireNonNull(step.value()));
            case STILL_OPEN -> figures.digits(Objects.requireNonNull(step.value()));
            case ACHIEVEMENT, GATE, POINTS ->
                Optional.ofNullable(step.value())
                        .map(v -> reader.numbers().points(v) + " " + Messages.text(reader.getLocale(), "unit.points"))
                        .orElse(NumberText.NO_VALUE);
            case SURVEY_ERROR -> SurveyError.of(step).text(reader.getLocale());
        };
    }

    private String exact(Step step, @Nullable Step measure) {
        return switch (step.kind()) {
            case ACTUAL, LINK, PREVIOUS, PRIOR_YEAR, TARGET, PLAN_TO_DATE, OPENING -> figures.exactLine(step.value());
            case INDICATOR -> figures.exactIndicator(step.subject(), step.value());
            case MEASURE, UNIT ->
                figures.exactMeasure(Objects.requireNonNull(measure).subject(), step.value());
            case ACHIEVEMENT, GATE, POINTS, SURVEY_ERROR, PHASING, STILL_OPEN ->
                Optional.ofNullable(step.value()).map(figures::digits).orElse("");
        };
    }

    /** Converted money is of another currency than its measure. */
    private String measured(Step measure, @Nullable BigDecimal value) {
        boolean converted = measure.inputs().stream().anyMatch(u -> !u.working().isEmpty());
        return converted ? figures.converted(value) : figures.measure(measure.subject(), value);
    }

    /** A share from 0 to 1. */
    private String share(BigDecimal share) {
        return figures.digits(Decimals.round(share.movePointRight(2), 2))
                + reader.numbers().percentSign();
    }

    /** What a slice brings to its unit, by the rule of the measure; of a mean over days their mean. */
    private static BigDecimal brought(FactSlice slice, Step measure) {
        return switch (TimeAggregation.valueOf(Objects.requireNonNull(measure.aggregation()))) {
            case SUM -> slice.sum();
            case FIRST -> slice.first();
            case AVG_T ->
                slice.granularity() == Granularity.DAY
                        ? Decimals.divide(slice.sum(), BigDecimal.valueOf(slice.daysWithData()))
                        : slice.last();
            default -> slice.last();
        };
    }

    private ExplainStep slice(FactSlice slice, Step measure) {
        BigDecimal value = brought(slice, measure);
        String dims = slice.dims().isEmpty() ? "" : " · " + slice.dims();
        String rows = Messages.text(
                reader.getLocale(), "granularity." + slice.granularity().name());
        return new ExplainStep(
                "SLICE",
                reader.text("explain.slice", rows),
                days(slice.days()) + dims,
                slice.source(),
                "",
                "",
                "",
                reader.text(
                        "explain.share.days",
                        reader.count(slice.daysWithData()),
                        reader.count(slice.days().days())),
                !slice.isComplete(),
                figures.measure(measure.subject(), value),
                figures.exactMeasure(measure.subject(), value),
                false,
                List.of());
    }
}
