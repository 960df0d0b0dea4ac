package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.LagCorrelation;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.reports.look.ReportLook;

/** The test of one pair as a workbook: its verdict, its numbers, and correlations that whoever opens it can follow. */
class PairWorkbookTest {
    private static final ZonedDateTime AS_OF = ZonedDateTime.parse("2026-11-22T06:00:00+03:00[Europe/Moscow]");

    private static PairSide side(String code, LocalizedText name, double... values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            series.put(Period.parse("2022-01").plus(i), BigDecimal.valueOf(values[i]));
        }
        return new PairSide(new LagSeries(code, name, UnitKind.COUNT, series), Direction.UP, null, 0, null);
    }

    private static PairReading reading(int months) {
        double[] steps = new Random(5).doubles(months).map(v -> v - 0.5).toArray();
        double[] x = new double[months];
        double[] y = new double[months];
        for (int t = 0; t < months; t++) {
            x[t] = 1000 * Math.exp(0.2 * steps[t]);
            y[t] = 1000 * Math.exp(t < 2 ? 0 : 0.1 * steps[t - 2]);
        }
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, 1, 2, 6, false);
        return PairReading.of(
                pair,
                side("X", new LocalizedText("=Leads", "Лиды"), x),
                side("Y", new LocalizedText("Revenue", "Выручка"), y),
                Comparisons.STANDARD);
    }

    private static byte[] file(PairReading reading, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PairWorkbook(reading, new LocalizedText("Marketing", "Маркетинг"), AS_OF, ReportLook.USUAL)
                .write(locale, out);
        return out.toByteArray();
    }

    private static List<Cell> cells(XSSFSheet sheet) {
        List<Cell> cells = new ArrayList<>();
        for (Row row : sheet) {
            row.forEach(cells::add);
        }
        return cells;
    }

    @Test
    void confirmedPair_hasItsVerdict_andOneLiveCorrelationALag() throws Exception {
        PairReading reading = reading(40);
        assertThat(reading.analysis().isConfirmed()).isTrue();

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(reading, Messages.EN)))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            List<Cell> cells = cells(book.getSheet("LeadLag"));
            List<String> texts = cells.stream()
                    .filter(c -> c.getCellType() == CellType.STRING)
                    .map(Cell::getStringCellValue)
                    .toList();
            assertThat(texts).contains(reading.analysis().text().en());
            assertThat(texts).anyMatch(t -> t.equals("Marketing · P · data as of 22 Nov 2026 06:00 MSK"));
            List<Cell> correlations = cells.stream()
                    .filter(c -> c.getCellType() == CellType.FORMULA
                            && c.getCellFormula().startsWith("CORREL("))
                    .toList();
            List<LagCorrelation> lags =
                    reading.analysis().evidence().orElseThrow().decision().lags();
            assertThat(correlations).hasSameSizeAs(lags);
            var evaluator = book.getCreationHelper().createFormulaEvaluator();
            for (int i = 0; i < lags.size(); i++) {
                assertThat(BigDecimal.valueOf(
                                evaluator.evaluate(correlations.get(i)).getNumberValue()))
                        .isCloseTo(
                                lags.get(i).r(), org.assertj.core.api.Assertions.within(new BigDecimal("0.000000001")));
            }
            assertThat(cells)
                    .as("a name that looks like a formula stays text")
                    .noneMatch(c -> c.getCellType() == CellType.FORMULA
                            && c.getCellFormula().contains("Leads"));
        }
    }

    @Test
    void tooFewPeriods_haveNoCorrelation() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(reading(9), Messages.RU)))) {
            assertThat(cells(book.getSheet("LeadLag")))
                    .noneMatch(c -> c.getCellType() == CellType.FORMULA
                            && c.getCellFormula().contains("CORREL"))
                    .anyMatch(c -> c.getCellType() == CellType.STRING
                            && c.getStringCellValue().startsWith("Мало периодов (8"));
        }
    }

    @Test
    void equalReadings_giveEqualBytes() {
        assertThat(file(reading(40), Messages.EN)).isEqualTo(file(reading(40), Messages.EN));
    }
}
