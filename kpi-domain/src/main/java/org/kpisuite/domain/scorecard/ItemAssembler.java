package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Progress;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;

/** Makes the lines of one scorecard. */
final class ItemAssembler {
    private static final BigDecimal RUN_RATE_ELAPSED_MIN = new BigDecimal("0.25");

    private final Definitions definitions;
    private final Evaluation evaluation;
    private final Map<Period, Plan> plans;
    private final List<Period> trend;
    private final Period period;
    private final DayRange elapsed;
    private final WorkingDays workingDays;

    ItemAssembler(
            Definitions definitions,
            Evaluation evaluation,
            Map<Period, Plan> plans,
            List<Period> trend,
            DayRange elapsed,
            WorkingDays workingDays) {
        this.definitions = definitions;
        this.evaluation = evaluation;
        this.plans = plans;
        this.trend = trend;
        this.period = trend.get(trend.size() - 1);
        this.elapsed = elapsed;
        this.workingDays = workingDays;
    }

    /** The line of an approved plan's item; empty if its indicator is unknown. */
    Optional<ScorecardItem> planned(Plan plan, PlanItem item) {
        return Line.of(plan, item, definitions, evaluation).map(line -> of(line, Optional.of(item)));
    }

    /** A line without a plan; empty if nothing was delivered for it. */
    Optional<ScorecardItem> unplanned(Indicator indicator) {
        Line line = Line.of(indicator, definitions.on(period.start()), definitions, evaluation, period.days());
        return line.over(elapsed).cell() instanceof Cell.NotDelivered
                ? Optional.empty()
                : Optional.of(of(line, Optional.empty()));
    }

    private ScorecardItem of(Line line, Optional<PlanItem> item) {
        Indicator indicator = line.indicator();
        Quantity actual = actual(line);
        DayRange covered = actual.dataTo().map(elapsed::upTo).orElse(elapsed);
        boolean whole = elapsed.equals(period.days());
        DayRange compared = whole ? elapsed : covered;
        Cell previous = line.over(same(period.previous(), compared, whole)).cell();
        Cell priorYear = period.priorYear()
                .map(p -> line.over(same(p, compared, whole)).cell())
                .orElseGet(Cell.NotApplicable::new);
        Optional<BigDecimal> opening =
                line.over(period.previous().days()).cell().usable();
        Optional<PhasedMarks> marks =
                item.map(i -> new PhasedMarks(i, line.own(), new Progress(period, compared, workingDays), opening));
        Cell planToDate = marks.map(PhasedMarks::planToDate).orElseGet(Cell.NotApplicable::new);
        Cell plan = marks.map(PhasedMarks::plan).orElseGet(Cell.NotApplicable::new);
        Cell forecast = forecast(line, actual, compared);
        List<ScorecardItem.TrendPoint> points = trend(line, actual, planToDate, previous, priorYear);
        Optional<BigDecimal> value = actual.cell().usable();
        UnitKind unit = indicator.unitKind();
        Optional<BigDecimal> material = indicator.materialityAbs();
        return new ScorecardItem(
                indicator.code(),
                Dimensions.text(line.dimensions()),
                name(indicator, line.dimensions()),
                indicator.nature(),
                item.map(PlanItem::usage).orElse(indicator.defaultUsage()),
                item.map(PlanItem::weight).orElse(BigDecimal.ZERO),
                item.map(PlanItem::explains).orElse(null),
                unit,
                unit == UnitKind.MONEY ? evaluation.currency(line.own()) : null,
                item.map(PlanItem::direction).orElse(indicator.direction()),
                rounding(indicator, Stream.of(actual.cell(), plan, planToDate, previous, priorYear, forecast), points),
                actual.cell(),
                planToDate,
                plan,
                previous,
                priorYear,
                Change.of(value, planToDate.usable(), unit, material),
                Change.of(value, previous.usable(), unit, material),
                Change.of(value, priorYear.usable(), unit, material),
                forecast,
                forecast instanceof Cell.Measured
                        ? Optional.of(ScorecardItem.ForecastMethod.RUN_RATE)
                        : Optional.empty(),
                marks.map(PhasedMarks::anchors).orElse(NO_ANCHORS),
                achievement(item, marks, actual),
                completeness(actual),
                actual.dataTo().orElse(null),
                notes(line, item, marks, actual, covered),
                points);
    }

    /** A count that adds over nothing may be delivered for the whole of a period that still runs, as far as it goes. */
    private Quantity actual(Line line) {
        Quantity toDate = line.over(elapsed);
        boolean exactOnly = line.indicator().timeAggregation() == TimeAggregation.RECOUNT
                && toDate.cell().raw().isEmpty();
        if (!exactOnly || elapsed.isEmpty() || elapsed.equals(period.days())) {
            return toDate;
        }
        Quantity sofar = line.over(period.days());
        return sofar.cell().raw().isPresent()
                ? new Quantity(sofar.cell(), Optional.of(elapsed.endInclusive()), sofar.marks())
                : toDate;
    }

    private static final ScorecardItem.Anchors NO_ANCHORS =
            new ScorecardItem.Anchors(null, null, null, null, null, BigDecimal.ZERO);

    /** The whole of another period, or as many of its first days as have elapsed of this one. */
    private static DayRange same(Period other, DayRange compared, boolean whole) {
        return whole ? other.days() : other.days().first(compared.days());
    }

    private @Nullable BigDecimal achievement(Optional<PlanItem> item, Optional<PhasedMarks> marks, Quantity actual) {
        boolean scored = item.filter(i -> i.usage() == Usage.EVAL).isPresent();
        if (!scored) {
            return null;
        }
        return marks.orElseThrow().achievement(actual.cell()).orElse(null);
    }

    private Cell forecast(Line line, Quantity actual, DayRange compared) {
        BigDecimal share = Decimals.share(compared.days(), period.days().days());
        Optional<BigDecimal> value = actual.cell().usable();
        boolean possible = PhasedMarks.isFlow(line.own())
                && share.compareTo(BigDecimal.ONE) < 0
                && share.compareTo(RUN_RATE_ELAPSED_MIN) >= 0
                && value.isPresent();
        return possible ? Cell.of(Decimals.divide(value.get(), share)) : new Cell.NotApplicable();
    }

    private List<ScorecardItem.TrendPoint> trend(
            Line line, Quantity actual, Cell planToDate, Cell previous, Cell priorYear) {
        List<ScorecardItem.TrendPoint> points = new ArrayList<>();
        for (Period past : trend.subList(0, trend.size() - 1)) {
            points.add(new ScorecardItem.TrendPoint(
                    past,
                    line.over(past.days()).cell(),
                    plan(past, line),
                    line.over(past.previous().days()).cell(),
                    past.priorYear().map(p -> line.over(p.days()).cell()).orElseGet(Cell.NotApplicable::new)));
        }
        points.add(new ScorecardItem.TrendPoint(period, actual.cell(), planToDate, previous, priorYear));
        return points;
    }

    private Cell plan(Period past, Line line) {
        return Optional.ofNullable(plans.get(past))
                .flatMap(p -> p.items().stream()
                        .filter(i -> i.indicator().equals(line.indicator().code())
                                && i.dimensions().equals(line.dimensions()))
                        .findFirst())
                .map(i -> i.marks().aim())
                .map(Cell::of)
                .orElseGet(Cell.NotApplicable::new);
    }

    private static Rounding rounding(Indicator indicator, Stream<Cell> cells, List<ScorecardItem.TrendPoint> points) {
        BigDecimal largest = Stream.concat(cells, points.stream().map(ScorecardItem.TrendPoint::actual))
                .map(Cell::usable)
                .flatMap(Optional::stream)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return Rounding.of(indicator.unitKind(), indicator.displayScale(), largest);
    }

    private static Completeness completeness(Quantity actual) {
        return actual.cell() instanceof Cell.Measured measured ? measured.completeness() : new Completeness(0, 1);
    }

    private List<ScorecardItem.Note> notes(
            Line line, Optional<PlanItem> item, Optional<PhasedMarks> marks, Quantity actual, DayRange covered) {
        List<ScorecardItem.Note> notes = new ArrayList<>();
        if (item.isEmpty()) {
            notes.add(ScorecardItem.Note.PLAN_NOT_APPROVED);
        }
        if (actual.cell() instanceof Cell.Uncounted) {
            notes.add(ScorecardItem.Note.UNCOUNTED);
        } else if (actual.cell() instanceof Cell.NotDelivered || actual.cell() instanceof Cell.NotApplicable) {
            notes.add(ScorecardItem.Note.NOT_DELIVERED);
        } else if (actual.cell() instanceof Cell.Failed failed) {
            notes.add(
                    switch (failed.reason()) {
                        case DIV0 -> ScorecardItem.Note.DIV0;
                        case DIV0_COST -> ScorecardItem.Note.DIV0_COST;
                        case CURRENCY -> ScorecardItem.Note.CURRENCIES;
                        case NOT_AGGREGABLE -> ScorecardItem.Note.NOT_AGGREGABLE;
                    });
        } else if (actual.cell().usable().isEmpty()) {
            notes.add(ScorecardItem.Note.TOO_INCOMPLETE);
        } else if (!completeness(actual).isFull() || (!covered.equals(elapsed) && !actual.stale())) {
            notes.add(ScorecardItem.Note.PARTIAL);
        }
        actual.marks().stream().map(ItemAssembler::note).sorted().forEach(notes::add);
        if (line.isRedefined(period.previous().days())
                || period.priorYear().filter(p -> line.isRedefined(p.days())).isPresent()) {
            notes.add(ScorecardItem.Note.REDEFINED);
        }
        if (marks.filter(PhasedMarks::lacksOpening).isPresent()) {
            notes.add(ScorecardItem.Note.NO_OPENING);
        }
        return notes;
    }

    private static ScorecardItem.Note note(Mark mark) {
        return switch (mark) {
            case STALE -> ScorecardItem.Note.STALE;
            case ESTIMATED -> ScorecardItem.Note.ESTIMATED;
            case CAPPED -> ScorecardItem.Note.CAPPED;
            case LOW_BASE -> ScorecardItem.Note.LOW_BASE;
            case SINGLE_PART -> ScorecardItem.Note.SINGLE_PART;
        };
    }

    private static LocalizedText name(Indicator indicator, Map<String, String> dimensions) {
        if (dimensions.isEmpty()) {
            return indicator.name();
        }
        String values = dimensions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return new LocalizedText(
                indicator.name().en() + " (" + values + ")", indicator.name().ru() + " (" + values + ")");
    }
}
