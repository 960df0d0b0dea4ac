package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Columns;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.page.Charts;

/** Draws one item across its periods, and tells it in words. */
final class KpiCell {
    private final Edition edition;
    private final CoursePoints course;
    private final ScorecardItem item;
    private final Scale values;
    private final Scale variances;

    KpiCell(Edition edition, CoursePoints course) {
        this.edition = edition;
        this.course = course;
        this.item = course.item();
        this.values = Scale.of(course.points().stream()
                .flatMap(p -> Stream.of(p.actual(), p.plan(), p.priorYear(), p.forecast()))
                .flatMap(c -> c.usable().stream())
                .toList());
        this.variances = Scale.of(course.points().stream()
                .flatMap(p -> p.variance(item).absoluteValue().stream())
                .toList());
    }

    Columns draw() {
        List<String> labels = course.labels(edition.texts());
        List<Columns.Column> columns = new ArrayList<>();
        for (int i = 0; i < course.points().size(); i++) {
            columns.add(column(course.points().get(i), labels.get(i)));
        }
        Optional<CoursePoints.Point> closed = course.lastClosed();
        return new Columns(
                new ItemName(edition).caption(item, Charts.WIDTH, 2),
                columns,
                closed.map(this::variance).orElseGet(() -> new Columns.Variance("", false)),
                closed.map(p -> edition.cell(item, p.actual())).orElse(""),
                atEnd());
    }

    private Columns.Column column(CoursePoints.Point p, String label) {
        Optional<BigDecimal> variance = p.variance(item).absoluteValue();
        boolean instead = p.running() && !p.additive();
        return new Columns.Column(
                share(p.actual()),
                share(p.plan()),
                share(p.priorYear()),
                p.running() ? share(instead ? p.actual() : p.forecast()) : null,
                p.additive(),
                variance.isPresent() ? (Float) variances.share(variance.get()) : null,
                variance.map(d -> edition.palette().of(item.effect(d))).orElse(Ink.NEUTRAL),
                p.running(),
                label);
    }

    private @Nullable Float share(Cell cell) {
        Optional<BigDecimal> value = cell.usable();
        return value.isPresent() ? (Float) values.share(value.get()) : null;
    }

    private Columns.Variance variance(CoursePoints.Point p) {
        Change change = p.variance(item);
        return new Columns.Variance(
                change.absoluteValue().isPresent() ? edition.text(item).absolute(change) : "",
                change.absoluteValue().filter(d -> item.effect(d) < 0).isPresent());
    }

    /** Plan and forecast of the last period at the height of their values, or that it has no actual. */
    private List<Columns.Label> atEnd() {
        List<Columns.Label> labels = new ArrayList<>();
        CoursePoints.Point last = course.last();
        label("chart.plan", last.plan(), false, labels);
        if (last.actual().usable().isEmpty()) {
            labels.add(new Columns.Label(edition.texts().text("chart.no-actual"), 0, false));
        } else if (last.running()) {
            label(
                    last.additive() ? "chart.forecast" : "chart.actual",
                    last.additive() ? last.forecast() : last.actual(),
                    true,
                    labels);
        }
        return labels;
    }

    private void label(String key, Cell cell, boolean strong, List<Columns.Label> labels) {
        Float share = share(cell);
        if (share != null) {
            labels.add(new Columns.Label(edition.texts().text(key, edition.cell(item, cell)), share, strong));
        }
    }

    /** The series in words: from when to when, its last closed period and the running one. */
    String words() {
        Texts texts = edition.texts();
        List<String> parts = new ArrayList<>(List.of(texts.text(
                "chart.alt",
                new ItemName(edition).spoken(item),
                course.points().size(),
                course.points().get(0).period().code(),
                course.last().period().code())));
        course.lastClosed().map(this::told).ifPresent(parts::add);
        CoursePoints.Point last = course.last();
        if (last.running()) {
            parts.add(told(last));
        } else if (last.actual().usable().isEmpty()) {
            parts.add(texts.text("chart.alt.missing", last.period().code()));
        }
        return String.join("; ", parts);
    }

    private String told(CoursePoints.Point p) {
        List<String> values = new ArrayList<>();
        values.add("AC " + edition.cell(item, p.actual()));
        value("PL", p.plan(), values);
        value("PY", p.priorYear(), values);
        if (p.running() && p.additive()) {
            value("FC", p.forecast(), values);
        }
        p.variance(item)
                .absoluteValue()
                .ifPresent(d -> values.add("ΔPL " + edition.text(item).absolute(p.variance(item))));
        return p.period().code() + ": " + String.join(", ", values);
    }

    private void value(String code, Cell cell, List<String> values) {
        if (cell.usable().isPresent()) {
            values.add(code + " " + edition.cell(item, cell));
        }
    }
}
