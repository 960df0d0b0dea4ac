package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Axis;
import org.kpisuite.reports.page.Block;
import org.kpisuite.reports.page.Diagnostic;
import org.kpisuite.reports.page.Gap;
import org.kpisuite.reports.page.Kpi;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.Row;
import org.kpisuite.reports.page.ThinGap;
import org.kpisuite.reports.page.Words;

/**
 * The lines of the table: leading above lagging, each KPI with the diagnostics that explain it, in plan order.
 *
 * <p>A {@link Group} is never split between pages.
 */
final class TableLines {
    private final Edition edition;
    private final Rows rows;
    private final Sparks sparks;

    /** Several densities are tried, in which rows are the same. */
    private final Map<Place, Row> made = new HashMap<>();

    private record Place(String item, Axis bars, Axis pins) {}

    TableLines(Edition edition, Rows rows) {
        this.edition = edition;
        this.rows = rows;
        this.sparks = new Sparks(edition);
    }

    /** How tightly rows stand, from airy to dense. */
    enum Density {
        AIRY(true, true),
        CLOSE_DIAGNOSTICS(true, false),
        DENSE(false, false);

        private final boolean airyKpis;
        private final boolean airyDiagnostics;

        Density(boolean airyKpis, boolean airyDiagnostics) {
            this.airyKpis = airyKpis;
            this.airyDiagnostics = airyDiagnostics;
        }
    }

    /**
     * Lines that stay together.
     *
     * @param again what stands above them where they begin a page: the heading of their block, unless they have it
     */
    record Group(List<Line> lines, List<Line> again) {
        Group(List<Line> lines) {
            this(lines, List.of());
        }

        int height() {
            return lines.stream().mapToInt(Line::height).sum();
        }
    }

    List<Group> groups(Density density) {
        return groups(density, true);
    }

    /** The same of KPIs alone. */
    List<Group> kpis(Density density) {
        return groups(density, false);
    }

    private List<Group> groups(Density density, boolean diagnostics) {
        List<Group> groups = new ArrayList<>();
        boolean first = true;
        for (Nature nature : Nature.values()) {
            if (edition.isPlanned() || !edition.kpis(nature).isEmpty()) {
                groups.addAll(block(nature, density, first, diagnostics));
                first = false;
            }
        }
        return groups;
    }

    /** The heading stays with the first group of its block. */
    private List<Group> block(Nature nature, Density density, boolean first, boolean diagnostics) {
        List<List<ScorecardItem>> families = diagnostics
                ? families(nature)
                : edition.kpis(nature).stream().map(List::of).toList();
        List<Line> heading = new ArrayList<>(List.of(heading(nature, first, true)));
        List<Line> again = List.of(heading(nature, true, false));
        if (families.isEmpty()) {
            heading.add(new Words(edition.texts().text("block.none")));
            return List.of(new Group(heading));
        }
        List<ScorecardItem> all = families.stream().flatMap(List::stream).toList();
        List<Group> groups = new ArrayList<>();
        for (List<ScorecardItem> family : families) {
            boolean leads = groups.isEmpty();
            List<Line> lines = leads ? heading : new ArrayList<>();
            addFamily(lines, family, all, density, !leads);
            groups.add(new Group(lines, leads ? List.of() : again));
        }
        return groups;
    }

    private Line heading(Nature nature, boolean first, boolean ruled) {
        String weight = edition.isPlanned() ? edition.texts().numbers().plain(whole(nature)) : "";
        List<Period> periods = sparks.periods(nature);
        String trend = periods.isEmpty()
                ? ""
                : edition.texts()
                        .text(
                                "block.trend",
                                edition.texts().counted(periods.get(0).granularity(), periods.size()),
                                edition.texts().period(periods.get(0)),
                                edition.texts().period(periods.get(periods.size() - 1)));
        return new Block(
                Messages.text(edition.locale(), "nature." + nature.name()),
                weight,
                edition.texts().text("block." + nature.name() + ".hint"),
                trend,
                first,
                ruled);
    }

    private BigDecimal whole(Nature nature) {
        return new BigDecimal(Decimals.plain(edition.scorecard().weight(nature)));
    }

    /** KPIs each with the diagnostics that explain them; diagnostics that explain none of this block come last. */
    private List<List<ScorecardItem>> families(Nature nature) {
        List<ScorecardItem> items = edition.scorecard().items(nature);
        List<ScorecardItem> kpis = edition.kpis(nature);
        List<String> keys = edition.kpis().stream().map(ScorecardItem::key).toList();
        List<List<ScorecardItem>> families = new ArrayList<>();
        for (ScorecardItem kpi : kpis) {
            List<ScorecardItem> family = new ArrayList<>(List.of(kpi));
            edition.scorecard().items().stream()
                    .filter(i -> !edition.isKpi(i) && kpi.key().equals(i.explains()))
                    .forEach(family::add);
            families.add(family);
        }
        items.stream()
                .filter(i -> !edition.isKpi(i) && !keys.contains(i.explains()))
                .forEach(i -> families.add(List.of(i)));
        return families;
    }

    private void addFamily(
            List<Line> lines, List<ScorecardItem> family, List<ScorecardItem> block, Density density, boolean ruled) {
        ScorecardItem head = family.get(0);
        boolean kpi = edition.isKpi(head);
        if (kpi && (density.airyKpis || ruled)) {
            lines.add(gap(head, block, ruled, true));
        }
        for (ScorecardItem item : family) {
            Place place = new Place(item.key(), bars(item, block), pins(item, block));
            Row row = made.computeIfAbsent(place, p -> rows.row(item, p.bars, p.pins));
            if (edition.isKpi(item)) {
                lines.add(new Kpi(row));
                if (density.airyKpis) {
                    lines.add(gap(item, block, false, false));
                }
            } else {
                lines.add(new Diagnostic(row, family.size() > 1));
                if (density.airyDiagnostics) {
                    lines.add(new ThinGap(through(bars(item, block), false), through(pins(item, block), false)));
                }
            }
        }
        if (!kpi || family.size() > 1) {
            lines.add(gap(family.get(family.size() - 1), block, false, false));
        }
    }

    /** White before or after a row; the axes run through it unless they start or end there. */
    private Line gap(ScorecardItem item, List<ScorecardItem> block, boolean ruled, boolean before) {
        Axis bars = bars(item, block);
        Axis pins = pins(item, block);
        return new Gap(through(bars, before), through(pins, before), ruled);
    }

    private static Axis through(Axis axis, boolean before) {
        boolean crossing = axis.visible() && !(before ? axis.starts() : axis.ends());
        return new Axis(crossing, false, false);
    }

    private Axis bars(ScorecardItem item, List<ScorecardItem> block) {
        return axis(item, block, rows::interruptsBars);
    }

    private Axis pins(ScorecardItem item, List<ScorecardItem> block) {
        return axis(item, block, rows::interruptsPins);
    }

    private static Axis axis(ScorecardItem item, List<ScorecardItem> block, Predicate<ScorecardItem> interrupts) {
        if (interrupts.test(item)) {
            return Axis.none();
        }
        int i = block.indexOf(item);
        boolean starts = i == 0 || interrupts.test(block.get(i - 1));
        boolean ends = i == block.size() - 1 || interrupts.test(block.get(i + 1));
        return new Axis(true, starts, ends);
    }
}
