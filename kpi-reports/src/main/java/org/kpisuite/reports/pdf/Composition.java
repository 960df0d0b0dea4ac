package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Axis;
import org.kpisuite.reports.page.End;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.Page;
import org.kpisuite.reports.page.Panels;
import org.kpisuite.reports.page.Spacer;
import org.kpisuite.reports.page.ThinGap;
import org.kpisuite.reports.pdf.TableLines.Density;
import org.kpisuite.reports.pdf.TableLines.Group;

/**
 * The pages of a scorecard: first the table, complete in itself, then the matrix, then the courses.
 *
 * <p>Nothing flows: a page takes what fits below its head, the rest goes on the next one with the same head.
 */
final class Composition {
    /** Width between the margins, points. */
    static final float WIDTH = 774;

    /** Rows of the matrix above the panels. */
    private static final int ROWS_ABOVE_PANELS = 10;

    /** Rows of the matrix where it has a page of its own. */
    private static final int ROWS_MAX = 26;

    private final Edition edition;
    private final Footer footer;
    private final Titles titles;
    private final List<Draft> drafts = new ArrayList<>();

    /** Diagnostics that stand on the page of notes for want of room in the table. */
    private final List<ScorecardItem> elsewhere = new ArrayList<>();

    private Composition(Edition edition) {
        this.edition = edition;
        this.footer = new Footer(edition);
        this.titles = new Titles(edition);
    }

    static List<Page> pages(Edition edition) {
        Composition composition = new Composition(edition);
        composition.table();
        composition.matrix();
        composition.drafts.addAll(new CoursePages(edition, composition.footer, composition.titles).drafts());
        composition.drafts.addAll(composition.notePages());
        composition.drafts.addAll(new OverviewPages(edition, composition.footer, composition.titles).drafts());
        return composition.numbered();
    }

    private void table() {
        UnitScales scales = new UnitScales(edition.scorecard().items(), edition.locale());
        PinAxis pins = PinAxis.of(edition.scorecard().items());
        TableLines table = new TableLines(edition, new Rows(edition, scales, pins));
        Optional<Line> notes = new NotesLine(edition).make();
        Line strip = new StripLine(edition).make();
        Line head = new TableHeads(edition, pins).make();
        Line end = new End();
        List<Line> top = new ArrayList<>(List.of(strip));
        top.addAll(new OtherScores(edition).make());
        top.add(head);
        int fixed =
                new Group(top).height() + end.height() + notes.map(Line::height).orElse(0);
        List<Group> groups = groups(table, edition.body() - fixed);
        Draft blank = new Draft(
                titles.message(),
                edition.texts().text("kind.scorecard"),
                titles.table(),
                footer.tableLegend(),
                footer.tableScales(scales, pins),
                List.of());
        flow(blank, top, List.of(head), groups, List.of(end));
        notes.ifPresent(n -> append(blank, n));
    }

    /** Ever closer; then without diagnostics, never without KPIs. */
    private List<Group> groups(TableLines table, int room) {
        for (Density density : Density.values()) {
            List<Group> groups = table.groups(density);
            if (groups.stream().mapToInt(Group::height).sum() <= room) {
                return groups;
            }
        }
        edition.scorecard().items().stream().filter(i -> !edition.isKpi(i)).forEach(elsewhere::add);
        for (Density density : Density.values()) {
            List<Group> groups = table.kpis(density);
            if (groups.stream().mapToInt(Group::height).sum() <= room) {
                return groups;
            }
        }
        return table.kpis(Density.DENSE);
    }

    /** The matrix with the panels of the first pairs below it, then what is left of both. */
    private void matrix() {
        PanelLines panels = new PanelLines(edition);
        List<PairReading> pairs = panels.pairs();
        MatrixLines matrix = new MatrixLines(edition, pairs);
        int rowsMax = pairs.isEmpty() ? ROWS_MAX : ROWS_ABOVE_PANELS;
        int rows = matrix.hasValues() ? matrix.rows(rowsMax) : 0;
        int from = 0;
        int shown = 0;
        while (from < rows || shown < pairs.size()) {
            List<PairReading> next = pairs.subList(shown, Math.min(pairs.size(), shown + PanelLines.PER_PAGE));
            Draft page = open(matrixPage(matrix, pairs, !next.isEmpty()), List.of());
            int to = Math.min(rows, from + (next.isEmpty() ? ROWS_MAX : rowsMax));
            if (from < to) {
                page.lines().add(matrix.head());
                page.lines().addAll(matrix.blocks(from, to));
                page.lines().add(matrix.note());
            }
            if (!next.isEmpty()) {
                for (int i = to - from; i < ROWS_ABOVE_PANELS && from < to; i++) {
                    page.lines().add(new Spacer());
                }
                page.lines().add(new ThinGap(Axis.none(), Axis.none()));
                page.lines().add(new Panels(next.stream().map(panels::panel).toList()));
            }
            from = to;
            shown += next.size();
        }
    }

    private Draft matrixPage(MatrixLines matrix, List<PairReading> pairs, boolean panels) {
        return new Draft(
                titles.pairs(pairs, matrix),
                edition.texts().text("kind.matrix"),
                titles.matrix(matrix),
                footer.matrixLegend(panels),
                footer.matrixScales(panels),
                List.of());
    }

    /** Puts groups on as many pages as they need; each page begins with its head and ends with the tail. */
    private void flow(Draft blank, List<Line> firstHead, List<Line> head, List<Group> groups, List<Line> tail) {
        int tailHeight = new Group(tail).height();
        Draft page = open(blank, firstHead);
        boolean fresh = true;
        int body = edition.body();
        for (Group group : groups) {
            for (Group part :
                    parts(group, body - new Group(head).height() - new Group(group.again()).height() - tailHeight)) {
                if (!fresh && !page.takes(part.height() + tailHeight, body)) {
                    page.lines().addAll(tail);
                    page = open(blank, head);
                    page.lines().addAll(part.again());
                }
                page.lines().addAll(part.lines());
                fresh = false;
            }
        }
        page.lines().addAll(tail);
    }

    /** The group itself, or its single lines if no page could hold it. */
    private static List<Group> parts(Group group, int room) {
        return group.height() <= room
                ? List.of(group)
                : group.lines().stream()
                        .map(l -> new Group(List.of(l), group.again()))
                        .toList();
    }

    private Draft open(Draft blank, List<Line> head) {
        Draft page = blank.with(head);
        drafts.add(page);
        return page;
    }

    /** Below the table; where there is no room, the pages of notes say it all. */
    private void append(Draft blank, Line line) {
        Draft last = drafts.get(drafts.size() - 1);
        if (last.takes(line.height(), edition.body())) {
            last.lines().add(line);
        } else if (notePages().isEmpty()) {
            open(blank, List.of()).lines().add(line);
        }
    }

    private List<Draft> notePages() {
        return new NotePages(edition, titles, elsewhere).drafts();
    }

    private List<Page> numbered() {
        String provenance = footer.provenance();
        List<Page> pages = new ArrayList<>();
        for (Draft draft : drafts) {
            pages.add(new Page(
                    draft.message(),
                    draft.kind(),
                    edition.look().logo(),
                    edition.scorecard().heading().company().in(edition.locale()),
                    titles.who(draft.kind(), draft.when()),
                    draft.legend(),
                    draft.legend().words(),
                    draft.scales(),
                    provenance,
                    edition.texts().text("page", pages.size() + 1, drafts.size()),
                    List.copyOf(draft.lines())));
        }
        return pages;
    }
}
