package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.reports.page.End;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.Page;
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

    /** Height of the body of a page, points. */
    static final int BODY = 444;

    private final Edition edition;
    private final Footer footer;
    private final Titles titles;
    private final List<Draft> drafts = new ArrayList<>();

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
        List<Group> groups = groups(table, BODY - fixed);
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

    private static List<Group> groups(TableLines table, int room) {
        for (Density density : Density.values()) {
            List<Group> groups = table.groups(density);
            if (groups.stream().mapToInt(Group::height).sum() <= room) {
                return groups;
            }
        }
        return table.groups(Density.DENSE);
    }

    private void matrix() {
        MatrixLines matrix = new MatrixLines(edition);
        List<Group> groups = matrix.groups();
        if (groups.isEmpty() || edition.scorecard().trendPeriods().isEmpty()) {
            return;
        }
        Draft blank = new Draft(
                titles.message(),
                edition.texts().text("kind.matrix"),
                titles.matrix(),
                footer.matrixLegend(),
                footer.matrixScales(),
                List.of());
        List<Line> head = List.of(matrix.head());
        flow(blank, head, head, groups, List.of(new End()));
    }

    /** Puts groups on as many pages as they need; each page begins with its head and ends with the tail. */
    private void flow(Draft blank, List<Line> firstHead, List<Line> head, List<Group> groups, List<Line> tail) {
        int tailHeight = new Group(tail).height();
        Draft page = open(blank, firstHead);
        boolean fresh = true;
        for (Group group : groups) {
            for (Group part :
                    parts(group, BODY - new Group(head).height() - new Group(group.again()).height() - tailHeight)) {
                if (!fresh && !page.takes(part.height() + tailHeight)) {
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

    private void append(Draft blank, Line line) {
        Draft last = drafts.get(drafts.size() - 1);
        (last.takes(line.height()) ? last : open(blank, List.of())).lines().add(line);
    }

    private List<Page> numbered() {
        String provenance = footer.provenance();
        List<Page> pages = new ArrayList<>();
        for (Draft draft : drafts) {
            pages.add(new Page(
                    draft.message(),
                    titles.who(draft.kind(), draft.when()),
                    draft.legend(),
                    draft.scales(),
                    provenance,
                    edition.texts().text("page", pages.size() + 1, drafts.size()),
                    List.copyOf(draft.lines())));
        }
        return pages;
    }
}
