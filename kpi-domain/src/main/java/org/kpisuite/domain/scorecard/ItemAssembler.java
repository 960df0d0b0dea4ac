package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kpisuite.domain.actual.OtherSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Progress;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;

/** Makes the lines of one scorecard. */
final class ItemAssembler {
    private static final BigDecimal RUN_RATE_ELAPSED_MIN = new BigDecimal("0.25");

    private final Grounds grounds;
    private final Evaluation evaluation;
    private final Timing timing;
    private final Period period;
    private final DayRange elapsed;

    ItemAssembler(Grounds grounds, Evaluation evaluation, Timing timing) {
        this.grounds = grounds;
        this.evaluation = evaluation;
        this.timing = timing;
        this.period = timing.period();
        this.elapsed = timing.elapsed();
    }

    /** The line of an approved plan's item; empty if its indicator is unknown. */
    Optional<ScorecardItem> planned(Plan plan, PlanItem item) {
        return Line.of(plan, item, grounds.definitions(), evaluation).map(line -> of(line, Optional.of(item)));
    }

    /** A line without a plan; empty if nothing was delivered for it. */
    Optional<ScorecardItem> unplanned(Indicator indicator) {
        Line line = Line.of(indicator, grounds.definitions(), evaluation, period.days());
        return line.over(elapsed).cell() instanceof Cell.NotDelivered
                ? Optional.empty()
                : Optional.of(of(line, Optional.empty()));
    }

    /** How a line came about: an item of the plan by its key, or an indicator by its code; empty if there is none. */
    Optional<Explanation> explain(String key, Instant asOf) {
        Optional<Plan> plan = Optional.ofNullable(grounds.plans().get(period));
        Optional<PlanItem> item = plan.flatMap(p -> p.item(key));
        Optional<Line> line = item.isPresent()
                ? Line.of(plan.orElseThrow(), item.get(), grounds.definitions(), evaluation)
                : grounds.definitions()
                        .on(period.start())
                        .indicator(key)
                        .map(i -> Line.of(i, grounds.definitions(), evaluation, period.days()));
        return line.map(l -> new Explanation(
                grounds.facts().unit(),
                period,
                asOf,
                key,
                l.indicator().name(l.dimensions()),
                steps(l, item),
                otherSources(l)));
    }

    /** As printed; what is scored is so in the currency of the plan. */
    private List<Explanation.Step> steps(Line local, Optional<PlanItem> item) {
        ScorecardItem made = of(local, item);
        Line line = shown(local);
        Quantity actual = actual(line);
        DayRange covered =
                timing.isWhole() ? elapsed : actual.dataTo().map(elapsed::upTo).orElse(elapsed);
        DayRange asked = line.over(elapsed).cell().equals(actual.cell()) ? elapsed : period.days();
        Explainer explainer = new Explainer(evaluation);
        List<Explanation.Step> steps = new ArrayList<>();
        steps.add(explainer.value(Explanation.Kind.ACTUAL, line.own(), asked));
        explainer.surveyError(line.own(), asked).ifPresent(steps::add);
        item.ifPresent(i -> {
            PhasedMarks marks = marks(i, local, covered);
            Cell opening = new Exchange(evaluation, grounds.rates(), local, line)
                    .plan(marks.opening().map(Cell::of), period);
            List<Explanation.Step> gate = i.gate()
                    .map(g -> explainer.gate(gates(local), g, local.dimensions()))
                    .orElse(List.of());
            steps.addAll(new PlanExplainer(marks, made, actual(local).cell(), opening.usable()).steps(gate));
        });
        compared(Explanation.Kind.PREVIOUS, line, period.previous().days(), covered, explainer)
                .ifPresent(steps::add);
        timing.priorYear(period)
                .flatMap(p -> compared(Explanation.Kind.PRIOR_YEAR, line, p, covered, explainer))
                .ifPresent(steps::add);
        return steps;
    }

    private Optional<Explanation.Step> compared(
            Explanation.Kind kind, Line line, DayRange other, DayRange covered, Explainer explainer) {
        DayRange range = timing.same(other, covered);
        return range.isEmpty() ? Optional.empty() : line.computation(range).map(c -> explainer.value(kind, c, range));
    }

    /** What an item of a past plan brought to its score; empty if its indicator is unknown. */
    Optional<Score.Part> part(Plan plan, PlanItem item) {
        return Line.of(plan, item, grounds.definitions(), evaluation).map(line -> {
            Progress whole = new Progress(period, elapsed, timing.workingDays());
            PhasedMarks marks = new PhasedMarks(item, line.own(), whole, Optional.empty());
            Optional<BigDecimal> ungated = marks.achievement(line.over(elapsed).cell());
            BigDecimal achievement = gate(line, Optional.of(item), ungated)
                    .map(GateResult::achievement)
                    .orElse(ungated.orElse(null));
            return new Score.Part(item.weight(), achievement, item.marks().cap());
        });
    }

    private ScorecardItem of(Line local, Optional<PlanItem> item) {
        Line line = shown(local);
        Indicator indicator = line.indicator();
        Quantity actual = actual(line);
        DayRange covered = actual.dataTo().map(elapsed::upTo).orElse(elapsed);
        DayRange compared = timing.isWhole() ? elapsed : covered;
        Cell previous =
                line.over(timing.same(period.previous().days(), compared)).cell();
        Cell priorYear = timing.priorYear(period)
                .map(p -> line.over(timing.same(p, compared)).cell())
                .orElseGet(Cell.NotApplicable::new);
        Optional<PhasedMarks> marks = item.map(i -> marks(i, local, compared));
        Exchange exchange = new Exchange(evaluation, grounds.rates(), local, line);
        Cell planToDate = exchange.plan(marks.map(PhasedMarks::planToDate), period);
        Cell plan = exchange.plan(marks.map(PhasedMarks::plan), period);
        Foretold foretold =
                foretold(local, line, item, exchange, () -> forecast(line, actual.cell(), compared, period));
        Cell forecast = foretold.value;
        List<ScorecardItem.TrendPoint> points = trend(line, exchange, actual, planToDate, previous, priorYear);
        Optional<BigDecimal> value = actual.cell().usable();
        Quantity scored = line == local ? actual : actual(local);
        Optional<BigDecimal> ungated = achievement(item, marks, scored);
        Optional<GateResult> gate = gate(local, item, ungated);
        UnitKind unit = indicator.unitKind();
        Optional<BigDecimal> material = indicator.materialityAbs();
        Change toPlan = Change.of(value, planToDate.usable(), unit, material);
        Change toPrevious = Change.of(value, previous.usable(), unit, material);
        Change toPriorYear = Change.of(value, priorYear.usable(), unit, material);
        Rounding rounding = rounding(
                indicator,
                Stream.concat(
                        Stream.of(actual.cell(), plan, planToDate, previous, priorYear, forecast),
                        Stream.of(toPlan, toPrevious, toPriorYear)
                                .flatMap(c -> c.absoluteValue().stream())
                                .map(Cell::of)),
                points);
        List<ScorecardItem.Note> notes = new ItemNotes(timing, line, actual, covered).of(item, marks, gate);
        if (isRoundedApart(rounding, value, planToDate, toPlan)
                || isRoundedApart(rounding, value, priorYear, toPriorYear)) {
            notes.add(ScorecardItem.Note.ROUNDING);
        }
        if (Stream.of(toPlan, toPrevious, toPriorYear).anyMatch(Change::lowBase)
                && !notes.contains(ScorecardItem.Note.LOW_BASE)) {
            notes.add(ScorecardItem.Note.LOW_BASE);
        }
        List<OtherSource> otherSources = otherSources(line);
        if (!otherSources.isEmpty()) {
            notes.add(ScorecardItem.Note.OTHER_SOURCE);
        }
        foretold.note().ifPresent(notes::add);
        return new ScorecardItem(
                indicator.code(),
                Dimensions.text(line.dimensions()),
                indicator.name(line.dimensions()),
                indicator.nature(),
                item.map(PlanItem::usage).orElse(indicator.defaultUsage()),
                item.map(PlanItem::weight).orElse(BigDecimal.ZERO),
                item.map(PlanItem::explains).orElse(null),
                unit,
                unit == UnitKind.MONEY ? evaluation.currency(line.own()) : null,
                item.map(PlanItem::direction).orElse(indicator.direction()),
                rounding,
                actual.cell(),
                planToDate,
                plan,
                previous,
                priorYear,
                toPlan,
                toPrevious,
                toPriorYear,
                forecast,
                foretold.method,
                marks.map(PhasedMarks::anchors).orElse(NO_ANCHORS),
                gate.map(GateResult::achievement).orElse(ungated.orElse(null)),
                actual.completeness(),
                actual.dataTo().orElse(null),
                notes,
                points,
                new ScorecardItem.Beside(
                        gate,
                        new RollingSpans(timing).of(line, (whole, days) -> planned(local, exchange, whole, days)),
                        exchange.effect(scored.cell(), marks.map(PhasedMarks::planToDate), actual.cell(), period),
                        actual.leftOut(),
                        otherSources,
                        foretold.byHand,
                        grounds.rules().score().limits()));
    }

    private List<OtherSource> otherSources(Line line) {
        return elapsed.isEmpty() ? List.of() : line.otherSources(elapsed);
    }

    /** The line with its money in the currency that the reader asked for. */
    Line shown(Line line) {
        boolean money = line.indicator().unitKind() == UnitKind.MONEY;
        return grounds.shown()
                .filter(c -> money && !c.equals(evaluation.currency(line.own())))
                .map(line::in)
                .orElse(line);
    }

    private PhasedMarks marks(PlanItem item, Line line, DayRange compared) {
        Progress progress = new Progress(period, compared, timing.workingDays());
        return new PhasedMarks(item, line.own(), progress, opening(line, period));
    }

    /** Where a stock began a period: at the end of the one before. */
    static Optional<BigDecimal> opening(Line line, Period of) {
        return line.over(of.previous().days()).cell().usable();
    }

    /** The targets of all quarters in a span to date: flows add up, of all else the last one holds. */
    private Cell planned(Line line, Exchange exchange, Period whole, DayRange days) {
        BigDecimal sum = BigDecimal.ZERO;
        Cell last = new Cell.NotApplicable();
        LocalDate covered = days.start();
        List<Period> quarters = grounds.plans().keySet().stream()
                .filter(q -> whole.days().encloses(q.days()) && days.overlaps(q.days()))
                .sorted()
                .toList();
        for (Period quarter : quarters) {
            Optional<PlanItem> item = item(quarter, line);
            if (item.isEmpty() || !quarter.start().equals(covered)) {
                return new Cell.NotApplicable();
            }
            Progress progress = new Progress(quarter, quarter.days().intersect(days), timing.workingDays());
            PhasedMarks marks = new PhasedMarks(item.get(), line.own(), progress, opening(line, quarter));
            last = exchange.plan(Optional.of(marks.planToDate()), quarter);
            sum = sum.add(last.usable().orElse(BigDecimal.ZERO));
            covered = quarter.endInclusive().plusDays(1);
        }
        boolean complete = covered.isAfter(days.endInclusive());
        if (!complete || last.usable().isEmpty()) {
            return new Cell.NotApplicable();
        }
        return PhasedMarks.isFlow(line.own()) ? Cell.of(sum) : last;
    }

    Optional<PlanItem> item(Period quarter, Line line) {
        return Optional.ofNullable(grounds.plans().get(quarter)).flatMap(p -> p.items().stream()
                .filter(i -> i.indicator().equals(line.indicator().code())
                        && i.dimensions().equals(line.dimensions()))
                .findFirst());
    }

    /** A count that adds over nothing may be delivered for the whole of a period that still runs, as far as it goes. */
    private Quantity actual(Line line) {
        Quantity toDate = line.over(elapsed);
        boolean exactOnly = line.indicator().timeAggregation() == TimeAggregation.RECOUNT
                && toDate.cell().raw().isEmpty();
        if (!exactOnly || elapsed.isEmpty() || timing.isWhole()) {
            return toDate;
        }
        Quantity sofar = line.over(period.days());
        return sofar.cell().raw().isPresent()
                ? new Quantity(sofar.cell(), Optional.of(elapsed.endInclusive()), sofar.marks(), sofar.leftOut())
                : toDate;
    }

    private static final ScorecardItem.Anchors NO_ANCHORS =
            new ScorecardItem.Anchors(null, null, null, null, null, BigDecimal.ZERO);

    private Optional<BigDecimal> achievement(Optional<PlanItem> item, Optional<PhasedMarks> marks, Quantity actual) {
        return item.filter(i -> i.usage() == Usage.EVAL)
                .flatMap(i -> marks.orElseThrow().achievement(actual.cell()));
    }

    private Optional<GateResult> gate(Line line, Optional<PlanItem> item, Optional<BigDecimal> ungated) {
        return item.flatMap(PlanItem::gate).map(gate -> gates(line).of(gate, line.dimensions(), ungated.orElse(null)));
    }

    private Gates gates(Line line) {
        return new Gates(line.catalogue(), evaluation, period.days(), timing.lastDay());
    }

    /** What is printed as the forecast, and how it came about. */
    private record Foretold(
            Cell value, Optional<ScorecardItem.ForecastMethod> method, Optional<ManualForecast.Said> byHand) {
        static Foretold of(Cell value, ScorecardItem.ForecastMethod method) {
            Optional<ScorecardItem.ForecastMethod> known = value.usable().map(v -> method);
            return new Foretold(value, known, Optional.empty());
        }

        Optional<ScorecardItem.Note> note() {
            return method.flatMap(m -> switch (m) {
                case MANUAL -> Optional.of(ScorecardItem.Note.MANUAL_FORECAST);
                case MODEL -> Optional.of(ScorecardItem.Note.MODEL_FORECAST);
                case RUN_RATE -> Optional.empty();
            });
        }
    }

    /** While the period runs: by hand, else by a confirmed pair, else by run-rate. */
    private Foretold foretold(
            Line local, Line line, Optional<PlanItem> item, Exchange exchange, Supplier<Cell> runRate) {
        Optional<ManualForecast.Said> byHand = Optional.ofNullable(grounds.foretold()
                        .get(item.map(PlanItem::key).orElse(local.indicator().code())))
                .filter(s -> !timing.isWhole());
        Cell said = exchange.plan(byHand.flatMap(ManualForecast.Said::value).map(Cell::of), period);
        if (said.usable().isPresent()) {
            return new Foretold(said, Optional.of(ScorecardItem.ForecastMethod.MANUAL), byHand);
        }
        return modelled(line, item)
                .map(v -> Foretold.of(Cell.of(v), ScorecardItem.ForecastMethod.MODEL))
                .orElseGet(() -> Foretold.of(runRate.get(), ScorecardItem.ForecastMethod.RUN_RATE));
    }

    /** By a confirmed pair, while the period runs. */
    private Optional<BigDecimal> modelled(Line line, Optional<PlanItem> item) {
        if (timing.isWhole() || grounds.pairs().isEmpty()) {
            return Optional.empty();
        }
        ModelForecast model = new ModelForecast(
                line,
                evaluation.currency(line.own()),
                period,
                line::over,
                day -> item.flatMap(i -> plannedAfter(i, line, day)));
        return model.of(grounds.pairs());
    }

    private Optional<BigDecimal> plannedAfter(PlanItem item, Line line, LocalDate day) {
        Progress progress = new Progress(period, period.days().upTo(day), timing.workingDays());
        PhasedMarks marks = new PhasedMarks(item, line.own(), progress, opening(line, period));
        return marks.plan()
                .usable()
                .flatMap(whole -> marks.planToDate().usable().map(whole::subtract));
    }

    /** By run-rate: of a flow, once a quarter of the days is in. */
    static Cell forecast(Line line, Cell actual, DayRange compared, Period period) {
        BigDecimal share = Decimals.share(compared.days(), period.days().days());
        Optional<BigDecimal> value = actual.usable();
        boolean possible = PhasedMarks.isFlow(line.own())
                && share.compareTo(BigDecimal.ONE) < 0
                && share.compareTo(RUN_RATE_ELAPSED_MIN) >= 0
                && value.isPresent();
        return possible ? Cell.of(Decimals.divide(value.get(), share)) : new Cell.NotApplicable();
    }

    private List<ScorecardItem.TrendPoint> trend(
            Line line, Exchange exchange, Quantity actual, Cell planToDate, Cell previous, Cell priorYear) {
        List<ScorecardItem.TrendPoint> points = new ArrayList<>();
        for (Period past : timing.trend().subList(0, timing.trend().size() - 1)) {
            points.add(new ScorecardItem.TrendPoint(
                    past,
                    line.over(past.days()).cell(),
                    exchange.plan(item(past, line).map(i -> i.marks().aim()).map(Cell::of), past),
                    line.over(past.previous().days()).cell(),
                    timing.priorYear(past).map(p -> line.over(p).cell()).orElseGet(Cell.NotApplicable::new)));
        }
        points.add(new ScorecardItem.TrendPoint(period, actual.cell(), planToDate, previous, priorYear));
        return points;
    }

    /** Whether readers who subtract the printed values find another variance than the printed one. */
    private static boolean isRoundedApart(
            Rounding rounding, Optional<BigDecimal> actual, Cell reference, Change change) {
        if (change.absolute() == null) {
            return false;
        }
        BigDecimal printed = rounding.printed(actual.orElseThrow())
                .subtract(rounding.printed(reference.usable().orElseThrow()));
        return printed.compareTo(rounding.printed(change.absolute())) != 0;
    }

    private static Rounding rounding(Indicator indicator, Stream<Cell> cells, List<ScorecardItem.TrendPoint> points) {
        BigDecimal largest = Stream.concat(cells, points.stream().map(ScorecardItem.TrendPoint::actual))
                .map(Cell::usable)
                .flatMap(Optional::stream)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return Rounding.of(indicator.unitKind(), indicator.displayScale(), largest);
    }
}
