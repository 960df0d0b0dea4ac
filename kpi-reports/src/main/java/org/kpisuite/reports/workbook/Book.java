package org.kpisuite.reports.workbook;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.wording.HeadingText;
import org.kpisuite.reports.wording.NoteText;

/** What all sheets of the workbook of a scorecard share while they are written. */
final class Book extends Sheets {
    final Scorecard scorecard;
    final Evidence evidence;
    final HeadingText heading;
    final NoteText notes;
    private final Map<SheetName, Page> pages = new EnumMap<>(SheetName.class);

    Book(XSSFWorkbook workbook, Scorecard scorecard, Evidence evidence, Locale wanted, ReportLook look) {
        super(workbook, wanted, look);
        this.scorecard = scorecard;
        this.evidence = evidence;
        this.heading = new HeadingText(scorecard, locale);
        this.notes = new NoteText(scorecard, locale);
        for (SheetName name : SheetName.values()) {
            pages.put(name, added(name));
        }
    }

    Page page(SheetName name) {
        return pages.get(name);
    }

    /** A name of the whole workbook for a cell or range. */
    void name(String name, String reference) {
        Name range = workbook.createName();
        range.setNameName(name);
        range.setRefersToFormula(reference);
    }

    @Override
    String footer() {
        return heading.unit() + " · " + heading.periodWithDays() + " · " + heading.plan() + " · "
                + words.text("as-of", heading.asOf());
    }

    String translated(String key) {
        return Messages.text(locale, key);
    }
}
