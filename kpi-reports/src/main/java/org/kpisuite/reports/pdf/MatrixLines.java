package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Axis;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.chart.Spans;
import org.kpisuite.reports.chart.VarianceStrips;
import org.kpisuite.reports.page.Gap;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.MatrixBlock;
import org.kpisuite.reports.page.MatrixHead;
import org.kpisuite.reports.page.MatrixNote;
import org.kpisuite.reports.page.MatrixRow;

/** Makes the matrix: the lines of the scorecard and of its pairs across twelve weeks, leading above lagging. */
final class MatrixLines {
    static final int COLUMNS = Course.WEEKS_PRINTED;
    static final float PITCH = 50.15f;

    private static final float NAME_WIDTH = 166;
    private static final float NAME_SIZE = 7;
    private static final int RANK_OF_REST = 2;

    /** Where numbers end, from the middle of their column. */
    private static final float RIGHT_OF_CENTRE = 10;

    private static final Scale STRIP = new Scale(new BigDecimal("0.25"));

    private final Edition edition;
    private final ItemName names;
    private final List<PairReading> pairs;
    private final List<Course> lines;
    private final Optional<PairReading> first;

    MatrixLines(Edition edition, List<PairReading> pairs) {
        this.edition = edition;
        this.names = new ItemName(edition);
        this.first = pairs.stream()
                .filter(p -> p.pair().granularity() == Granularity.WEEK)
                .findFirst();
        this.pairs = pairs;
        this.lines = edition.scorecard().courses().lines().stream()
                .sorted(Comparator.comparing(this::rank))
                .toList();
    }

    /** What is scored, then what pairs name, then the rest. */
    private int rank(Course line) {
        String key = line.item().key();
        boolean paired = pairs.stream()
                .anyMatch(p ->
                        p.pair().leading().equals(key) || p.pair().lagging().equals(key));
        return edition.isKpi(line.item()) && line.planned() ? 0 : paired ? 1 : RANK_OF_REST;
    }

    boolean hasValues() {
        return lines.stream()
                .flatMap(l -> l.weeksPrinted().stream())
                .anyMatch(p -> p.actual().usable().isPresent());
    }

    /** How many KPIs the last whole week has behind plan, and which is furthest from it; empty without plan or value. */
    Optional<String> headline() {
        List<Week> week = lines.stream()
                .filter(l -> edition.isKpi(l.item()) && l.planned())
                .flatMap(l -> lastWhole(l).stream())
                .toList();
        if (week.isEmpty()) {
            return Optional.empty();
        }
        Texts texts = edition.texts();
        List<Week> adverse = week.stream().filter(w -> w.effect() < 0).toList();
        String code = texts.period(week.get(0).period());
        if (adverse.isEmpty()) {
            return Optional.of(texts.text("matrix.message.on", code, week.size()));
        }
        return Optional.of(adverse.stream()
                .filter(w -> w.change().relativeValue().isPresent())
                .max(Comparator.comparing(w -> w.relative().abs()))
                .map(w -> texts.text(
                        "matrix.message",
                        code,
                        adverse.size(),
                        week.size(),
                        edition.text(w.item()).name(),
                        texts.numbers().relative(w.relative())))
                .orElseGet(() -> texts.text("matrix.message.behind", code, adverse.size(), week.size())));
    }

    /** A line in a week, against its plan; there is no percentage of points and losses. */
    private record Week(Period period, ScorecardItem item, Change change) {
        int effect() {
            return item.effect(change.absoluteValue().orElseThrow());
        }

        BigDecimal relative() {
            return change.relativeValue().orElseThrow();
        }
    }

    private static Optional<Week> lastWhole(Course line) {
        ScorecardItem item = line.byWeek();
        return line.weeksPrinted().stream()
                .filter(p -> !p.isRunning())
                .reduce((earlier, later) -> later)
                .map(p -> new Week(
                        p.period(),
                        item,
                        Change.of(p.actual().usable(), p.planToDate().usable(), item.unitKind())))
                .filter(w -> w.change().absoluteValue().isPresent());
    }

    List<Period> periods() {
        return lines.stream()
                .findFirst()
                .map(l -> l.weeksPrinted().stream().map(Course.Point::period).toList())
                .orElse(List.of());
    }

    /** The last week while it runs. */
    Optional<Course.Point> running() {
        return lines.stream()
                .findFirst()
                .map(l -> l.weeksPrinted().get(l.weeksPrinted().size() - 1))
                .filter(Course.Point::isRunning);
    }

    Line head() {
        return new MatrixHead(
                new Spans(months(), PITCH),
                periods().stream().map(edition.texts()::period).toList(),
                running().isPresent());
    }

    /** A week belongs to the month of its Thursday. */
    private List<Spans.Span> months() {
        List<Spans.Span> spans = new ArrayList<>();
        for (Period week : periods()) {
            String month = edition.texts().monthName(week.start().plusDays(3));
            Spans.@Nullable Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && last.name().equals(month)) {
                spans.set(spans.size() - 1, new Spans.Span(month, last.columns() + 1));
            } else {
                spans.add(new Spans.Span(month, 1));
            }
        }
        return spans;
    }

    /** Some of the rows, each under the heading of its block. */
    List<Line> blocks(int from, int to) {
        List<Course> kept = lines.subList(from, to);
        List<Line> all = new ArrayList<>();
        for (Nature nature : Nature.values()) {
            List<Course> rows = edition.scorecard().courses().lines(nature).stream()
                    .filter(kept::contains)
                    .toList();
            if (!rows.isEmpty()) {
                if (!all.isEmpty()) {
                    all.add(new Gap(Axis.none(), Axis.none(), false));
                }
                all.add(block(nature, all.isEmpty()));
                rows.forEach(r -> all.add(row(r)));
            }
        }
        all.add(new Gap(Axis.none(), Axis.none(), false));
        return all;
    }

    /** How many rows to print: all that is scored or paired, and so many of the rest as find room beside them. */
    int rows(int room) {
        long needed = lines.stream().filter(l -> rank(l) < RANK_OF_REST).count();
        return (int) Math.max(needed, Math.min(lines.size(), room));
    }

    private Line block(Nature nature, boolean leads) {
        boolean answers = nature == Nature.LAG && first.isPresent();
        List<String> answered = answers
                ? periods().stream()
                        .map(p -> edition.texts()
                                .period(p.plus(-first.orElseThrow().analysis().lag())))
                        .toList()
                : List.of();
        return new MatrixBlock(
                Messages.text(edition.locale(), "nature." + nature.name()),
                leads,
                answers
                        ? edition.texts()
                                .text(
                                        "matrix.answers",
                                        first.orElseThrow()
                                                .leading()
                                                .series()
                                                .name()
                                                .in(edition.locale()))
                        : null,
                answered,
                answers ? compared(Nature.LAG) : -1,
                running().isPresent());
    }

    /** The column of the compared period of the first pair, where both of them are shown; below 0 for none. */
    private int compared(Nature nature) {
        return first.flatMap(Compared::of)
                .filter(c -> periods().contains(c.leading()) && periods().contains(c.lagging()))
                .map(c -> periods().indexOf(nature == Nature.LEAD ? c.leading() : c.lagging()))
                .orElse(-1);
    }

    private Line row(Course line) {
        ScorecardItem item = line.byWeek();
        int bold = isCompared(line) ? compared(item.nature()) : -1;
        List<MatrixRow.Value> values = new ArrayList<>();
        List<VarianceStrips.@Nullable Strip> strips = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<Course.Point> points = line.weeksPrinted();
        for (int i = 0; i < points.size(); i++) {
            Course.Point point = points.get(i);
            String style = point.isRunning() ? "matrixRunning" : i == bold ? "matrixCompared" : "matrixRight";
            values.add(new MatrixRow.Value(edition.cell(item, point.actual()), style, null));
            Change change =
                    Change.of(point.actual().usable(), point.planToDate().usable(), item.unitKind());
            strips.add(strip(item, change));
            told.add(edition.text(item).relative(change));
        }
        return new MatrixRow(
                names.text(item, NAME_WIDTH, NAME_SIZE, 1),
                values,
                new VarianceStrips(strips, PITCH),
                edition.texts().text("alt.strips", String.join("; ", told)),
                running().isPresent()
                        && !reachesOver(values.get(values.size() - 1).text()));
    }

    /** Whether a number of the last column begins left of it, where the line of the running week stands. */
    private boolean reachesOver(String number) {
        return edition.lettering().width(number, NAME_SIZE, false) > PITCH / 2 + RIGHT_OF_CENTRE - 1;
    }

    private boolean isCompared(Course line) {
        String key = line.item().key();
        return first.map(PairReading::pair)
                .filter(p -> p.leading().equals(key) || p.lagging().equals(key))
                .isPresent();
    }

    private VarianceStrips.@Nullable Strip strip(ScorecardItem item, Change change) {
        Optional<BigDecimal> variance = change.absoluteValue();
        if (variance.isEmpty()) {
            return null;
        }
        int effect = item.effect(variance.get());
        float share = change.relativeValue().map(STRIP::share).orElse(Float.NaN);
        return new VarianceStrips.Strip(share, effect < 0, edition.palette().of(effect));
    }

    /** What the strips mean, and what the running week is compared with. */
    Line note() {
        List<String> sentences = new ArrayList<>(List.of(edition.texts().text("matrix.strips")));
        running()
                .ifPresent(week -> sentences.add(edition.texts()
                        .text(
                                "matrix.running",
                                edition.texts().period(week.period()),
                                edition.texts().counted(Granularity.DAY, days(week)))));
        return new MatrixNote(String.join(" ", sentences));
    }

    static long days(Course.Point week) {
        return week.period().days().upTo(week.to()).days();
    }
}
