package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Progress;

/** Makes the {@link Courses} of a scorecard, of the same facts and plans, worked out as the scorecard itself is. */
public final class CourseAssembler {
    private final Grounds grounds;
    private final Scorecard card;
    private final Evaluation evaluation;
    private final ItemAssembler items;

    /** An assembler over what {@link Courses#needs} asked for. */
    public CourseAssembler(Grounds grounds, Scorecard card) {
        ScorecardAssembler cards = new ScorecardAssembler(grounds);
        Period period = card.heading().period();
        Instant asOf = card.heading().asOf();
        ZoneId zone = card.heading().zone();
        this.grounds = grounds;
        this.card = card;
        this.evaluation = cards.evaluation(period);
        this.items = new ItemAssembler(grounds, evaluation, cards.timing(period, asOf, zone));
    }

    /** The lines of the scorecard, then those that only its pairs name. */
    public Courses courses() {
        Catalogue catalogue = grounds.definitions().on(period().start());
        List<Course> lines = new ArrayList<>();
        card.items().forEach(item -> line(item).ifPresent(line -> lines.add(course(item, line, true))));
        List<Pair> pairs = Courses.pairs(
                catalogue, card.items().stream().map(ScorecardItem::key).toList());
        pairs.stream()
                .flatMap(p -> Stream.of(p.leading(), p.lagging()))
                .distinct()
                .filter(code -> card.items().stream().noneMatch(i -> i.key().equals(code)))
                .flatMap(code -> catalogue.indicator(code).stream())
                .flatMap(i -> items.unplanned(i).stream())
                .forEach(item -> line(item).ifPresent(line -> lines.add(course(item, line, false))));
        Courses all = new Courses(lines, List.of());
        return new Courses(
                lines,
                pairs.stream()
                        .filter(p -> all.line(p.leading()).isPresent()
                                && all.line(p.lagging()).isPresent())
                        .sorted(Comparator.comparing((Pair p) -> weight(p, all))
                                .reversed()
                                .thenComparing(Pair::code))
                        .toList());
    }

    private static BigDecimal weight(Pair pair, Courses lines) {
        return Stream.of(pair.leading(), pair.lagging())
                .flatMap(code -> lines.line(code).stream())
                .map(line -> line.item().weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Period period() {
        return card.heading().period();
    }

    private Optional<Line> line(ScorecardItem item) {
        Optional<Plan> plan = Optional.ofNullable(grounds.plans().get(period()));
        Optional<PlanItem> planned = plan.flatMap(p -> p.item(item.key()));
        return planned.isPresent()
                ? Line.of(plan.orElseThrow(), planned.get(), grounds.definitions(), evaluation)
                : grounds.definitions()
                        .on(period().start())
                        .indicator(item.indicator())
                        .map(i -> Line.of(i, grounds.definitions(), evaluation, period().days()));
    }

    private Course course(ScorecardItem item, Line local, boolean planned) {
        Line line = items.shown(local);
        Exchange exchange = new Exchange(evaluation, grounds.rates(), local, line);
        LocalDate last = card.heading().lastDay();
        return new Course(
                item,
                planned,
                Courses.weeks(last).stream()
                        .map(p -> point(p, last, line, exchange))
                        .toList(),
                Courses.months(last).stream()
                        .map(p -> point(p, last, line, exchange))
                        .toList());
    }

    private Course.Point point(Period of, LocalDate last, Line line, Exchange exchange) {
        DayRange days = of.days().upTo(last);
        Cell actual = line.over(days).cell();
        boolean running = !days.equals(of.days());
        return new Course.Point(
                of,
                days.endInclusive(),
                actual,
                plan(line, exchange, days),
                plan(line, exchange, of.days()),
                grounds.rules()
                        .comparisons()
                        .priorYearDays(of)
                        .map(p -> line.over(p).cell())
                        .orElseGet(Cell.NotApplicable::new),
                running ? ItemAssembler.forecast(line, actual, days, of) : new Cell.NotApplicable());
    }

    /** The plan of some days: of a flow what the quarters that they touch plan for them, of all else what holds at their end. */
    private Cell plan(Line line, Exchange exchange, DayRange days) {
        BigDecimal sum = BigDecimal.ZERO;
        Cell last = new Cell.NotApplicable();
        LocalDate next = days.start();
        List<Period> quarters = grounds.plans().keySet().stream()
                .filter(q -> days.overlaps(q.days()))
                .sorted()
                .toList();
        for (Period quarter : quarters) {
            Optional<PlanItem> item = items.item(quarter, line);
            DayRange part = quarter.days().intersect(days);
            if (item.isEmpty() || !part.start().equals(next)) {
                return new Cell.NotApplicable();
            }
            last = exchange.plan(Optional.of(toDate(item.get(), line, quarter, part.endInclusive())), quarter);
            Cell before = exchange.plan(
                    Optional.of(toDate(item.get(), line, quarter, part.start().minusDays(1))), quarter);
            sum = sum.add(last.usable().orElse(BigDecimal.ZERO))
                    .subtract(before.usable().orElse(BigDecimal.ZERO));
            next = part.endInclusive().plusDays(1);
        }
        boolean covered = next.isAfter(days.endInclusive());
        if (!covered || last.usable().isEmpty()) {
            return new Cell.NotApplicable();
        }
        return PhasedMarks.isFlow(line.own()) ? Cell.of(sum) : last;
    }

    private Cell toDate(PlanItem item, Line line, Period quarter, LocalDate day) {
        Progress progress =
                new Progress(quarter, quarter.days().upTo(day), grounds.rules().workingDays());
        return new PhasedMarks(item, line.own(), progress, ItemAssembler.opening(line, quarter)).planToDate();
    }
}
