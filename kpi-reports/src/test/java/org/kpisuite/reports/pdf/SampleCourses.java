package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Background;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.Courses;
import org.kpisuite.domain.scorecard.Funnel;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.ScoreBridge;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** Gives fictitious scorecards their courses, the funnel and what lies behind their score. */
public final class SampleCourses {
    private static final String[] SHAPE = {
        "0.93", "0.95", "0.92", "0.95", "0.94", "1.42", "1.29", "1.13", "1.05", "0.97", "0.93", "0.89", "0.79"
    };
    private static final String[] STEADY = {
        "1.02", "1.01", "0.99", "0.97", "0.98", "0.96", "0.97", "0.98", "0.98", "0.99", "1.00", "1.02", "1.04"
    };
    private static final BigDecimal CAP = BigDecimal.valueOf(120);

    private SampleCourses() {}

    /** With all further pages: a funnel with a bottleneck, a bridge from a score that is known. */
    static Scorecard full(Scorecard card) {
        return bare(card).with(background(card, Optional.of(funnel())).saying(remarks(card)));
    }

    /** With courses and the scores of before, but nothing that came in this period. */
    static Scorecard silent(Scorecard card) {
        return bare(card).with(background(card, Optional.empty()));
    }

    /** With courses alone. */
    public static Scorecard bare(Scorecard card) {
        LocalDate last = card.heading().lastDay();
        return card.with(new Courses(
                card.items().stream()
                        .map(i -> new Course(
                                i,
                                true,
                                points(i, Granularity.WEEK, Courses.WEEKS, last, SHAPE),
                                points(i, Granularity.MONTH, Courses.MONTHS, last, STEADY)))
                        .toList(),
                List.of()));
    }

    private static List<Course.Point> points(
            ScorecardItem item, Granularity by, int count, LocalDate lastDay, String[] shape) {
        Period last = Period.of(by, lastDay);
        return IntStream.rangeClosed(1 - count, 0)
                .mapToObj(i -> point(item, last.plus(i), lastDay, shape[Math.floorMod(i - 1, shape.length)]))
                .toList();
    }

    private static Course.Point point(ScorecardItem item, Period period, LocalDate lastDay, String factor) {
        LocalDate to = lastDay.isBefore(period.endInclusive()) ? lastDay : period.endInclusive();
        boolean additive = item.unitKind() == UnitKind.COUNT || item.indicator().equals("DEALS");
        boolean running = to.isBefore(period.endInclusive());
        Period own = item.trend().get(item.trend().size() - 1).period();
        if (period.equals(own)) {
            return new Course.Point(
                    period,
                    to,
                    item.actual(),
                    item.planToDate(),
                    item.plan(),
                    item.priorYear(),
                    new Cell.NotApplicable());
        }
        BigDecimal share = Decimals.share(
                to.toEpochDay() - period.start().toEpochDay() + 1, period.days().days());
        BigDecimal part = additive
                ? Decimals.divide(BigDecimal.ONE, BigDecimal.valueOf(parts(own.granularity(), period.granularity())))
                : BigDecimal.ONE;
        Cell whole = times(item.actual(), part.multiply(new BigDecimal(factor)));
        Cell actual = additive && running ? times(whole, share) : whole;
        return new Course.Point(
                period,
                to,
                actual,
                times(item.planToDate(), additive ? part.multiply(share) : part),
                times(item.planToDate(), part),
                times(item.priorYear(), part),
                additive && running ? whole : new Cell.NotApplicable());
    }

    private static long parts(Granularity own, Granularity by) {
        return own == by ? 1 : by == Granularity.WEEK ? 7 : 2;
    }

    private static Cell times(Cell cell, BigDecimal factor) {
        return cell.usable()
                .map(v -> Cell.of(v.multiply(factor, Decimals.EXACT)))
                .orElse(cell);
    }

    private static Background background(Scorecard card, Optional<Funnel> funnel) {
        Map<String, ScoreBridge.Part> now = new LinkedHashMap<>();
        Map<String, ScoreBridge.Part> before = new LinkedHashMap<>();
        int shift = 0;
        for (ScorecardItem item : card.items()) {
            if (item.usage() == Usage.EVAL) {
                now.put(item.key(), new ScoreBridge.Part(item.weight(), item.scored()));
                BigDecimal earlier = item.scored()
                        .orElse(CAP)
                        .subtract(BigDecimal.valueOf(9L * (shift++ % 4) - 15L))
                        .min(CAP);
                before.put(item.key(), new ScoreBridge.Part(item.weight(), Optional.of(earlier)));
            }
        }
        Period period = card.heading().period();
        List<Background.PastScore> scores = new ArrayList<>();
        String[] points = {"71.4", "75.2", "79.8", "81.3", "80.6", "82.1"};
        for (int i = 0; i < points.length; i++) {
            scores.add(new Background.PastScore(
                    period.plus(i - 7), new Score(new BigDecimal(points[i]), Decimals.HUNDRED, null, null)));
        }
        return new Background(now, before, funnel, scores, List.of(), List.of());
    }

    /** About the card and its lines. */
    private static List<Remark.Said> remarks(Scorecard card) {
        Set<String> lines = card.items().stream().map(ScorecardItem::key).collect(Collectors.toSet());
        return remarks().stream()
                .filter(r -> r.item().map(lines::contains).orElse(true))
                .toList();
    }

    private static List<Remark.Said> remarks() {
        Instant at = Instant.parse("2026-11-20T09:00:00Z");
        String long1 =
                "Всплеск W40 совпал с акцией, в W46 лидов 103 за неделю. Причина: новая подборка площадок дала дешёвые, "
                        + "но холодные обращения; посадочная страница A не отвечает на их вопросы. До конца квартала возвращаем прежние "
                        + "площадки и проверяем посадочную B; решение о бюджете ноября отложено до итогов проверки.";
        return List.of(
                new Remark.Said(1, Optional.of("LEADS"), long1, "И. Орлова", at, Optional.empty()),
                new Remark.Said(
                        2,
                        Optional.of("LEADS"),
                        "Новая подборка площадок, посадочная B.",
                        "И. Орлова",
                        at,
                        Optional.of(new Remark.Task("И. Орлова", LocalDate.of(2026, 12, 5), Optional.empty()))),
                new Remark.Said(
                        3,
                        Optional.of("CAC"),
                        "Переговоры с площадкой о цене.",
                        "И. Орлова",
                        at,
                        Optional.of(new Remark.Task("П. Ким", LocalDate.of(2026, 11, 18), Optional.empty()))),
                new Remark.Said(
                        4,
                        Optional.empty(),
                        "Сверка затрат с бухгалтерией.",
                        "И. Орлова",
                        at,
                        Optional.of(new Remark.Task("А. Ли", LocalDate.of(2026, 11, 21), Optional.of(at)))));
    }

    static Funnel funnel() {
        return new Funnel(List.of(
                stage("Leads", "Лиды", "900", null, null),
                stage("Qualified", "Квалифицированы", "522", "0.58", "0.569"),
                stage("Meeting held", "Встреча проведена", "238", "0.456", "0.542"),
                stage("Offer", "Предложение", "190", "0.798", "0.804"),
                stage("Deal closed", "Сделка закрыта", "150", "0.789", "0.781")));
    }

    private static Funnel.Stage stage(String en, String ru, String count, String conversion, String usual) {
        return new Funnel.Stage(
                en,
                new LocalizedText(en, ru),
                new BigDecimal(count),
                Optional.ofNullable(conversion).map(BigDecimal::new),
                Optional.ofNullable(usual).map(BigDecimal::new));
    }
}
