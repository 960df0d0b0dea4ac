package org.kpisuite.reports.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.feed.ImportTemplate;
import org.kpisuite.domain.feed.ImportTemplate.DuePeriod;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.reports.wording.Wording;

/** The sheet that explains a template: how to fill it in, the measures with their due days, the departments. */
final class TemplateGuide {
    private static final int CHARACTER = 256;
    private static final int[] WIDTHS = {24, 36, 16, 20, 20, 24, 12, 12, 24};
    private static final List<String> RULES = List.of("fill", "empty", "numbers", "periods", "rows", "back");

    private final ImportTemplate template;
    private final Locale locale;
    private final Wording words;
    private final TemplateStyles styles;
    private int next;

    TemplateGuide(ImportTemplate template, Locale locale, Wording words, TemplateStyles styles) {
        this.template = template;
        this.locale = locale;
        this.words = words;
        this.styles = styles;
    }

    void write(XSSFSheet sheet) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, CHARACTER * WIDTHS[i]);
        }
        line(
                sheet,
                styles.head,
                words.text("title", template.unit(), template.period().code()));
        RULES.forEach(rule -> line(sheet, styles.plain, words.text("rule." + rule)));
        next++;
        line(
                sheet,
                styles.head,
                words.text("measure"),
                words.text("name"),
                words.text("unit"),
                words.text("unit-kind"),
                words.text("rhythm"),
                words.text("source"),
                words.text("first-due"),
                words.text("last-due"),
                words.text("needed-for"));
        template.feeds().forEach(feed -> feed(sheet, feed));
        next++;
        line(sheet, styles.head, words.text("unit"), words.text("name"));
        template.units().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(u -> line(sheet, styles.text, u.getKey(), named(u.getValue())));
    }

    private void feed(XSSFSheet sheet, ImportTemplate.Feed feed) {
        String kind = words.text("kind." + feed.measure().unitKind());
        String owner = feed.owner() == null ? "" : ", " + feed.owner();
        List<DuePeriod> periods = feed.periods();
        line(
                sheet,
                styles.text,
                feed.measure().code(),
                named(feed.measure().name()),
                feed.unit(),
                feed.currency() == null ? kind : kind + ", " + feed.currency(),
                Messages.text(locale, "granularity." + feed.granularity()),
                feed.source() + ", " + words.text("lag", feed.lagDays()),
                periods.isEmpty() ? "" : periods.get(0).dueOn().toString(),
                periods.isEmpty() ? "" : periods.get(periods.size() - 1).dueOn().toString(),
                feed.item() + owner);
    }

    private String named(LocalizedText text) {
        return text.in(locale);
    }

    private void line(XSSFSheet sheet, XSSFCellStyle style, String... texts) {
        XSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < texts.length; i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(texts[i]);
            cell.setCellStyle(style);
        }
    }
}
