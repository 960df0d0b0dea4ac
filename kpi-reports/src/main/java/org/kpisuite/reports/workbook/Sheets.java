package org.kpisuite.reports.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.wording.Wording;

/** What all sheets of any workbook share while they are written: language, look, checks. */
abstract class Sheets {
    final XSSFWorkbook workbook;
    final Locale locale;
    final ReportLook look;
    final Wording words;
    final NumberText numbers;
    final Checks checks;
    /** What becomes a formula when all else was evaluated. */
    final List<SourceCell> sources = new ArrayList<>();

    /** Parts that are written as they stand here, by the name of their entry. */
    final Map<String, byte[]> replaced = new HashMap<>();

    private final Styles styles;

    Sheets(XSSFWorkbook workbook, Locale wanted, ReportLook look) {
        this.workbook = workbook;
        this.look = look;
        this.locale = Messages.supported(wanted);
        this.words = Wording.of("org.kpisuite.reports.workbook.workbook", locale);
        this.numbers = NumberText.of(locale);
        this.styles = new Styles(workbook);
        this.checks = new Checks(workbook);
    }

    /** What the foot of every printed page says. */
    abstract String footer();

    /** Writes a part as this text, not as the model has it. */
    void replace(PackagePart part, String xml) {
        replaced.put(part.getPartName().getName().substring(1), xml.getBytes(StandardCharsets.UTF_8));
    }

    Styles styles() {
        return styles;
    }

    /** A new sheet of that name. */
    Page added(SheetName name) {
        return new Page(workbook.createSheet(name.title()), styles);
    }
}
