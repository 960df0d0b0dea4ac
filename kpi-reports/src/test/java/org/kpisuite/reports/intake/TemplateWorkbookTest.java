package org.kpisuite.reports.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.failure.Messages;

/** A blank template: what stands in it, in which language, and what its cells let a person choose. */
class TemplateWorkbookTest {
    private static final Instant AT = Instant.parse("2026-10-12T06:00:00Z");

    private static byte[] bytes(Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateWorkbook.write(SampleTemplate.of(), locale, AT, out);
        return out.toByteArray();
    }

    private static List<String> lines(XSSFSheet sheet) {
        DataFormatter formatter = new DataFormatter(Locale.ENGLISH);
        List<String> lines = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
                cells.add(formatter.formatCellValue(cell));
            }
            lines.add(String.join("|", cells));
        }
        return lines;
    }

    @Test
    void oneRowForEachValue_everythingGivenButTheValue() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(Messages.EN)))) {
            assertThat(lines(workbook.getSheetAt(0)))
                    .containsExactly(
                            "unit|measure|measure name|dim.channel|period|value|currency|scenario|source|due by|note",
                            "SALES|LEADS|Leads||2026-W40|||AC|CRM|2026-10-05|",
                            "SALES|LEADS|Leads||2026-W41|||AC|CRM|2026-10-12|",
                            "SALES|LEADS|Leads|social|2026-W40|||AC|CRM|2026-10-05|",
                            "SALES|LEADS|Leads|social|2026-W41|||AC|CRM|2026-10-12|",
                            "EAST|REVENUE|Revenue||2026-10||RUB|AC|FINANCE|2026-11-01|",
                            "EAST|REVENUE|Revenue||2026-11||RUB|AC|FINANCE|2026-12-01|",
                            "EAST|REVENUE|Revenue||2026-12||RUB|AC|FINANCE|2027-01-01|");
        }
    }

    @Test
    void russianReader_getsRussianHeader_andExplanations() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(Messages.RU)))) {
            assertThat(lines(workbook.getSheetAt(0)).get(0))
                    .isEqualTo("подразделение|показатель|название показателя|dim.channel|период|значение|валюта"
                            + "|сценарий|источник|срок сдачи|комментарий");
            assertThat(lines(workbook.getSheet("Guide")))
                    .contains(
                            "LEADS|Лиды|SALES|штуки|неделя|CRM, 1 р.д.|2026-10-05|2026-10-12|LEADS, Olga",
                            "REVENUE|Выручка|EAST|деньги, RUB|месяц|FINANCE, 5 р.д.|2026-11-01|2027-01-01|REVENUE",
                            "EAST|Восток");
        }
    }

    @Test
    void cellsChooseFromLists_typedPeriodsStayText_headerStays() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(Messages.EN)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getDataValidations())
                    .extracting(v -> v.getRegions().getCellRangeAddress(0).formatAsString() + " "
                            + v.getValidationConstraint().getFormula1())
                    .containsExactlyInAnyOrder(
                            "A2:A508 list_UNIT",
                            "B2:B508 list_MEASURE",
                            "G2:G508 list_CURRENCY",
                            "H2:H508 list_SCENARIO",
                            "I2:I508 list_SOURCE");
            assertThat(workbook.getName("list_UNIT").getRefersToFormula()).isEqualTo("Lists!$A$1:$A$2");
            assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("Lists")))
                    .isEqualTo(SheetVisibility.HIDDEN);
            assertThat(sheet.getRow(1).getCell(4).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(sheet.getRow(1).getCell(5).getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        }
    }

    @Test
    void sameTemplate_givesTheSameBytes() {
        assertThat(bytes(Messages.EN)).isEqualTo(bytes(Messages.EN));
    }
}
