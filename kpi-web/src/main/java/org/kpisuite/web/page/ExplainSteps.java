package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;
import org.kpisuite.domain.scorecard.GateText;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** Turns the steps of an explanation into words and numbers of one reader. */
final class ExplainSteps {
    /** {@code WORKDAYS: 37 / 65, 1000 → 569.2308}. */
    private static final Pattern PHASED =
            Pattern.compile(".*?(LINEAR_DAYS|WORKDAYS|PROFILE|STEP).*: (\\d+) / (\\d+), .*");

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
                .map(s -> step(s, "", s.kind() == Kind.ACTUAL))
                .toList();
    }

    private ExplainStep step(Step step, String measure, boolean open) {
        String subject = step.kind() == Kind.MEASURE ? step.subject() : measure;
        boolean folded = step.inputs().size() > PARTS_OPEN_MAX;
        Stream<ExplainStep> inputs =
                step.inputs().stream().distinct().map(s -> step(s, subject, open && !folded && s.kind() != Kind.UNIT));
        Stream<ExplainStep> slices = step.slices().stream().map(s -> slice(s, subject, state(step, s)));
        return new ExplainStep(
                step.kind().name(),
                Messages.text(reader.getLocale(), "explain." + step.kind()),
                name(step),
                code(step),
                working(step),
                rule(step),
                source(step),
                share(step),
                isMade(step) && !step.completeness().isFull(),
                value(step, subject),
                exact(step, subject),
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
            case PLAN_TO_DATE -> phased(step.working());
            case ACHIEVEMENT -> scale();
            case GATE ->
                item.beside()
                        .gate()
                        .map(g -> g.gate() + ". " + new GateText(g, reader.getLocale()).sentence())
                        .orElse("");
            case POINTS ->
                item.scored()
                        .map(a -> figures.digits(item.weight()) + " × "
                                + reader.numbers().points(a) + " / 100")
                        .orElse("");
            default -> step.working();
        };
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

    private String phased(String working) {
        Matcher matcher = PHASED.matcher(working);
        return matcher.matches()
                ? reader.text("explain.phasing." + matcher.group(1), matcher.group(2), matcher.group(3))
                : reader.text("explain.phasing.none");
    }

    /** The numbers in the formula of the achievement: actual, marks to date, cap, and the share of the way. */
    private String scale() {
        ScorecardItem.Anchors marks = item.anchors();
        List<String> parts = new ArrayList<>();
        item.actual().usable().ifPresent(x -> parts.add("x = " + figures.bare(x)));
        Stream.of(
                        letter("F", marks.floor()),
                        letter("T", marks.target()),
                        letter("S", marks.stretch()),
                        letter("L", marks.low()),
                        letter("H", marks.high()))
                .flatMap(Optional::stream)
                .forEach(parts::add);
        parts.add(reader.text("field.cap") + " " + figures.digits(marks.cap()));
        String numbers = String.join(", ", parts);
        return way(marks).map(w -> numbers + "; " + w).orElse(numbers);
    }

    private Optional<String> letter(String letter, @Nullable BigDecimal value) {
        return Optional.ofNullable(value).map(v -> letter + " = " + figures.bare(v));
    }

    /** The arithmetic of the stretch of the way on which the actual lies; where the plan sets no floor, that of the rule. */
    private Optional<String> way(ScorecardItem.Anchors marks) {
        Optional<BigDecimal> actual = item.actual().usable();
        BigDecimal target = marks.target();
        if (target == null || actual.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal usual = item.direction() == Direction.DOWN ? target.add(target) : BigDecimal.ZERO;
        BigDecimal floor = marks.floor() == null ? usual : marks.floor();
        BigDecimal x = actual.get();
        boolean beyond = item.direction() == Direction.DOWN ? x.compareTo(target) < 0 : x.compareTo(target) > 0;
        if (beyond && marks.stretch() != null) {
            String share = share(x, target, marks.stretch());
            return Optional.of("100 + (" + figures.digits(marks.cap()) + " − 100) × " + share);
        }
        return target.compareTo(floor) == 0
                ? Optional.empty()
                : Optional.of(reader.text("explain.way", share(x, floor, target)));
    }

    private String share(BigDecimal x, BigDecimal from, BigDecimal to) {
        return "(%s − %s) / (%s − %s)"
                .formatted(figures.bare(x), figures.bare(from), figures.bare(to), figures.bare(from));
    }

    private String rule(Step step) {
        return switch (step.kind()) {
            case ACTUAL, INDICATOR, MEASURE, PREVIOUS, PRIOR_YEAR ->
                step.aggregation() == null ? "" : reader.text("explain.rule." + step.aggregation());
            case ACHIEVEMENT -> reader.text("explain.scale." + item.direction());
            case POINTS -> reader.text("explain.points");
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

    private String share(Step step) {
        if (!isMade(step)) {
            return "";
        }
        Completeness known = step.completeness();
        return known.isFull()
                ? reader.text("explain.share.full")
                : reader.text("explain.share", reader.count(known.have()), reader.count(known.expected()));
    }

    private String value(Step step, String measure) {
        return switch (step.kind()) {
            case ACTUAL, LINK, PREVIOUS, PRIOR_YEAR, TARGET, PLAN_TO_DATE -> figures.line(step.value());
            case INDICATOR -> figures.indicator(step.subject(), step.value());
            case MEASURE, UNIT -> figures.measure(measure, step.value());
            case ACHIEVEMENT, GATE, POINTS ->
                Optional.ofNullable(step.value())
                        .map(v -> reader.numbers().points(v) + " " + Messages.text(reader.getLocale(), "unit.points"))
                        .orElse(NumberText.NO_VALUE);
            case SURVEY_ERROR ->
                Optional.ofNullable(step.value())
                        .map(v -> figures.digits(Decimals.round(v, 2)))
                        .orElse(NumberText.NO_VALUE);
        };
    }

    private String exact(Step step, String measure) {
        return switch (step.kind()) {
            case ACTUAL, LINK, PREVIOUS, PRIOR_YEAR, TARGET, PLAN_TO_DATE -> figures.exactLine(step.value());
            case INDICATOR -> figures.exactIndicator(step.subject(), step.value());
            case MEASURE, UNIT -> figures.exactMeasure(measure, step.value());
            case ACHIEVEMENT, GATE, POINTS, SURVEY_ERROR ->
                Optional.ofNullable(step.value()).map(figures::digits).orElse("");
        };
    }

    /** Whether the unit's value is the state at the end rather than the sum: it is where the sum makes another value. */
    private static boolean state(Step unit, FactSlice slice) {
        return unit.value() != null && unit.slices().size() == 1 && unit.value().compareTo(slice.last()) == 0;
    }

    private ExplainStep slice(FactSlice slice, String measure, boolean state) {
        BigDecimal value = state ? slice.last() : slice.sum();
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
                figures.measure(measure, value),
                figures.exactMeasure(measure, value),
                false,
                List.of());
    }
}
