package org.kpisuite.reports.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Explanation.Kind;

/** The sheet Param: what the formulas on the sheet Data ask for, unit and days; change it, and the workbook follows. */
final class ParamSheet {
    /** The cell of the unit. */
    static final String UNIT = "Param!$B$1";

    private static final Map<Kind, String> SPANS = new LinkedHashMap<>();

    static {
        SPANS.put(Kind.ACTUAL, "ac");
        SPANS.put(Kind.PREVIOUS, "pp");
        SPANS.put(Kind.PRIOR_YEAR, "py");
    }

    private final Book book;
    private final Page page;
    private int row;

    ParamSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.PARAM);
    }

    /** Writes the sheet; answers the days that stand on it, each with the row (from 1) of its first day. */
    Map<DayRange, Integer> write() {
        Map<DayRange, Integer> spans = new HashMap<>();
        line("audit.unit", book.scorecard.heading().unit(), "ParamUnit");
        SPANS.forEach((kind, key) -> {
            Optional<DayRange> days = usual(kind);
            days.ifPresent(d -> spans.putIfAbsent(d, row + 1));
            day("param.first-" + key, days.map(DayRange::start));
            day("param.last-" + key, days.map(DayRange::endInclusive));
        });
        line("audit.period", book.scorecard.heading().period().code(), "ParamPeriod");
        line(
                "audit.as-of-instant",
                DateTimeFormatter.ISO_INSTANT.format(book.scorecard.heading().asOf()),
                "ParamAsOf");
        line("audit.language", book.locale.getLanguage(), "ParamLanguage");
        page.spill(row + 1, 0, book.words.text("param.note"), Look.LEGEND);
        page.print(book, 0, 0, 1);
        page.fitColumns();
        return spans;
    }

    /** The days that most lines are worked out over. */
    private Optional<DayRange> usual(Kind kind) {
        Map<DayRange, Integer> counts = new LinkedHashMap<>();
        for (Explanation working : book.evidence.workings()) {
            working.step(kind).ifPresent(s -> counts.merge(s.days(), 1, Integer::sum));
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private void line(String key, String value, String name) {
        label(key);
        page.code(row, 1, value, Look.TEXT);
        book.name(name, SheetName.PARAM.title() + "!$B$" + (row + 1));
        row++;
    }

    private void day(String key, Optional<LocalDate> day) {
        label(key);
        Optional<XSSFCell> cell = day.map(d -> page.date(row, 1, d, Look.TEXT));
        if (cell.isEmpty()) {
            page.blank(row, 1, Look.TEXT, Formats.DATE);
        }
        row++;
    }

    private void label(String key) {
        page.text(row, 0, book.words.text(key), Look.TEXT_GREY);
    }
}
