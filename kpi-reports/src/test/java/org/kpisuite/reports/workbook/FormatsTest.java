package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.Rounding;

class FormatsTest {
    private static final List<Rounding> ROUNDINGS = List.of(
            new Rounding(0, 0),
            new Rounding(0, 2),
            new Rounding(3, 1),
            new Rounding(6, 1),
            new Rounding(9, 0),
            new Rounding(-2, 1),
            new Rounding(-2, 2));

    private static final List<String> VALUES = List.of(
            "0",
            "900",
            "-1234.5",
            "29.1666666",
            "0.004",
            "-0.004",
            "0.125",
            "-0.0004",
            "0.0109523809",
            "122800",
            "49",
            "-49",
            "-51",
            "-150000",
            "18412345.67",
            "12345678901",
            "499999",
            "-499999",
            "500000");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " 0 | 0 | [>=0.5]#,##0;[<=-0.5]\"−\"#,##0;#,##0",
                " 3 | 1 | [>=50]#,##0.0,;[<=-50]\"−\"#,##0.0,;#,##0.0,",
                " 6 | 0 | [>=500000]#,##0,,;[<=-500000]\"−\"#,##0,,;#,##0,,",
                "-2 | 2 | [>=0.00005]#,##0.00%;[<=-0.00005]\"−\"#,##0.00%;#,##0.00%"
            })
    void thousandsAndPercent_areScaledByTheFormat_notByTheValue(int power, int scale, String format) {
        assertThat(Formats.value(new Rounding(power, scale))).isEqualTo(format);
    }

    @Test
    void cellsPrint_asTheScorecardPrints(@TempDir Path folder) throws IOException {
        NumberText numbers = NumberText.of(Messages.EN);
        List<List<String>> expected = new ArrayList<>();
        for (String value : VALUES) {
            List<String> line = new ArrayList<>();
            for (Rounding rounding : ROUNDINGS) {
                String percent = rounding.power() < 0 ? "%" : "";
                line.add(numbers.value(new BigDecimal(value), rounding) + percent);
                line.add(numbers.variance(new BigDecimal(value), rounding) + percent);
            }
            expected.add(line);
        }
        assertThat(LibreOffice.firstSheet(workbook(), folder)).isEqualTo(expected);
    }

    /** Each value in a row, printed by each rounding as a value and as a variance. */
    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Styles styles = new Styles(workbook);
            XSSFSheet sheet = workbook.createSheet();
            for (int row = 0; row < VALUES.size(); row++) {
                sheet.createRow(row);
                for (int i = 0; i < ROUNDINGS.size(); i++) {
                    cell(sheet, styles, row, 2 * i, Formats.value(ROUNDINGS.get(i)));
                    cell(sheet, styles, row, 2 * i + 1, Formats.variance(ROUNDINGS.get(i)));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void cell(XSSFSheet sheet, Styles styles, int row, int column, String format) {
        XSSFCell cell = sheet.getRow(row).createCell(column);
        cell.setCellValue(new BigDecimal(VALUES.get(row)).doubleValue());
        cell.setCellStyle(styles.number(Look.NUMBER, format));
    }
}
