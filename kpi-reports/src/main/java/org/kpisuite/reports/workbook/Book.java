package org.kpisuite.reports.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.wording.HeadingText;
import org.kpisuite.reports.wording.NoteText;
import org.kpisuite.reports.wording.Wording;

/** What all sheets of one workbook share while they are written. */
final class Book {
    final XSSFWorkbook workbook;
    final Scorecard scorecard;
    final Evidence evidence;
    final Locale locale;
    final ReportLook look;
    final Wording words;
    final HeadingText heading;
    final NoteText notes;
    final NumberText numbers;
    final Checks checks;
    /** What becomes a formula when all else was evaluated. */
    final List<SourceCell> sources = new ArrayList<>();

    /** Parts that are written as they stand here, by the name of their entry. */
    final Map<String, byte[]> replaced = new HashMap<>();

    private final Styles styles;
    private final Map<SheetName, Page> pages = new EnumMap<>(SheetName.class);

    Book(XSSFWorkbook workbook, Scorecard scorecard, Evidence evidence, Locale wanted, ReportLook look) {
        this.workbook = workbook;
        this.scorecard = scorecard;
        this.evidence = evidence;
        this.look = look;
        this.locale = Messages.supported(wanted);
        this.words = Wording.of("org.kpisuite.reports.workbook.workbook", locale);
        this.heading = new HeadingText(scorecard, locale);
        this.notes = new NoteText(scorecard, locale);
        this.numbers = NumberText.of(locale);
        this.styles = new Styles(workbook);
        this.checks = new Checks(workbook);
        for (SheetName name : SheetName.values()) {
            pages.put(name, new Page(workbook.createSheet(name.title()), styles));
        }
    }

    /** Writes a part as this text, not as the model has it. */
    void replace(PackagePart part, String xml) {
        replaced.put(part.getPartName().getName().substring(1), xml.getBytes(StandardCharsets.UTF_8));
    }

    Styles styles() {
        return styles;
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

    /** What the foot of every printed page says. */
    String footer() {
        return heading.unit() + " · " + heading.periodWithDays() + " · " + heading.plan() + " · "
                + words.text("as-of", heading.asOf());
    }

    String translated(String key) {
        return Messages.text(locale, key);
    }
}
