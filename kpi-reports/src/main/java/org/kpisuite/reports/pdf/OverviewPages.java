package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.domain.scorecard.StatusLimits;
import org.kpisuite.reports.chart.StatusAxis;
import org.kpisuite.reports.page.Departments;
import org.kpisuite.reports.page.Distribution;
import org.kpisuite.reports.page.Line;

/** The overview of all departments below a unit, from the worst to the best: how they stand together, then each of them. */
final class OverviewPages {
    private static final int CELLS_A_PAGE = 12;
    private static final int FEW = 7;
    private static final int ROWS_MAX = 3;
    private static final int NAMED_MAX = 2;
    private static final float COUNT_RADIUS = 3.4f;

    private final Edition edition;
    private final Texts texts;
    private final Footer footer;
    private final Titles titles;
    private final List<Scorecard> departments;

    OverviewPages(Edition edition, Footer footer, Titles titles) {
        this.edition = edition;
        this.texts = edition.texts();
        this.footer = footer;
        this.titles = titles;
        this.departments = edition.scorecard().background().departments();
    }

    /** None where there are no departments. */
    List<Draft> drafts() {
        if (departments.isEmpty()) {
            return List.of();
        }
        Draft blank = new Draft(
                titles.message(message()),
                texts.text("kind.overview"),
                titles.overview(),
                footer.overviewLegend(),
                footer.overviewScales(),
                List.of());
        int columns = departments.size() < FEW ? 3 : 4;
        int page = departments.size() < FEW ? columns * ROWS_MAX : CELLS_A_PAGE;
        List<Draft> drafts = new ArrayList<>();
        for (int from = 0; from < departments.size(); from += page) {
            List<Line> lines = new ArrayList<>(List.of(distribution()));
            lines.addAll(rows(departments.subList(from, Math.min(departments.size(), from + page)), columns));
            drafts.add(blank.with(lines));
        }
        return drafts;
    }

    private List<Line> rows(List<Scorecard> cards, int columns) {
        List<Line> rows = new ArrayList<>();
        for (int from = 0; from < cards.size(); from += columns) {
            boolean last = from + columns >= cards.size();
            List<DepartmentPanel> row = cards.subList(from, Math.min(cards.size(), from + columns)).stream()
                    .map(c -> new DepartmentPanel(edition, c))
                    .toList();
            List<Renderable> drawings = new ArrayList<>();
            row.forEach(d -> drawings.add(d.draw(Departments.width(columns), !last)));
            rows.add(new Departments(
                    columns, drawings, row.stream().map(DepartmentPanel::words).toList()));
        }
        return rows;
    }

    private Map<Status, Long> counts() {
        return departments.stream()
                .collect(Collectors.groupingBy(d -> d.score().status(), TreeMap::new, Collectors.counting()));
    }

    private Line distribution() {
        List<StatusAxis.Count> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            counts.add(new StatusAxis.Count(
                    Signs.sign(status, edition.isOpen(), edition.palette(), 0, COUNT_RADIUS),
                    Long.toString(counts().getOrDefault(status, 0L))));
        }
        List<StatusAxis.Point> points = departments.stream()
                .flatMap(d -> d.score().points().stream()
                        .map(p -> new StatusAxis.Point(
                                p.floatValue(),
                                Signs.sign(d.score().status(), false, edition.palette(), 0, Signs.RADIUS))))
                .toList();
        StatusLimits limits = limits();
        return new Distribution(
                new StatusAxis(
                        texts.text("overview.counts"),
                        counts,
                        texts.text("overview.axis"),
                        points,
                        Stream.of(limits.amber(), limits.green())
                                .map(l -> new StatusAxis.Tick(l.floatValue(), plain(l)))
                                .toList()),
                words());
    }

    private StatusLimits limits() {
        return departments.get(0).score().limits();
    }

    private String plain(BigDecimal points) {
        return texts.numbers().plain(points.stripTrailingZeros().scale() < 0 ? points.setScale(0) : points);
    }

    private String words() {
        return texts.text("overview.counts") + ": "
                + Stream.of(Status.values())
                        .map(s -> limits().text(s, edition.locale()) + " " + counts().getOrDefault(s, 0L))
                        .collect(Collectors.joining(", "));
    }

    /** How many stand below, the worst by name, and how many on plan or above. */
    private String message() {
        List<Scorecard> red = departments.stream()
                .filter(d -> d.score().status() == Status.RED)
                .toList();
        long green = counts().getOrDefault(Status.GREEN, 0L);
        long rated =
                departments.stream().filter(d -> d.score().points().isPresent()).count();
        if (rated == 0) {
            return texts.text("overview.message.unrated", departments.size());
        }
        String below = red.isEmpty()
                ? texts.text("overview.message.none", plain(limits().amber()))
                : texts.text(
                        "overview.message.below", plain(limits().amber()), red.size(), departments.size(), names(red));
        return below + texts.text("overview.message.above", green);
    }

    private String names(List<Scorecard> red) {
        String named = red.stream()
                .limit(NAMED_MAX)
                .map(d -> d.heading().unitName().in(edition.locale())
                        + Lettering.NO_BREAK
                        + Optional.ofNullable(d.score().value())
                                .map(texts.numbers()::points)
                                .orElseThrow())
                .collect(Collectors.joining(", "));
        return red.size() > NAMED_MAX ? named + " …" : named;
    }
}
