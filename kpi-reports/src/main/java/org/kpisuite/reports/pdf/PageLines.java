package org.kpisuite.reports.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.Page;

/** Feeds the template line by line: the field named like a line's band holds it, all others are null. */
final class PageLines implements JRDataSource {
    private record Entry(Page page, Line line) {}

    private final Deque<Entry> rest = new ArrayDeque<>();
    private @Nullable Entry current;

    PageLines(List<Page> pages) {
        pages.forEach(page -> page.lines().forEach(line -> rest.add(new Entry(page, line))));
    }

    @Override
    public boolean next() {
        current = rest.poll();
        return current != null;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        Entry entry = current;
        if (entry == null) {
            return null;
        }
        if ("page".equals(field.getName())) {
            return entry.page();
        }
        return entry.line().band().equals(field.getName()) ? entry.line() : null;
    }
}
