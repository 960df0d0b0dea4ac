package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.Background;
import org.kpisuite.domain.scorecard.Funnel;
import org.kpisuite.domain.scorecard.ScoreBridge;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.sample.SampleScorecards;

/** The bridge of the score in the workbook: live formulas that come to the domain's numbers. */
class BridgeSheetTest {
    private static Scorecard card() {
        Scorecard card = SampleScorecards.open();
        Map<String, ScoreBridge.Part> now = new LinkedHashMap<>();
        Map<String, ScoreBridge.Part> before = new LinkedHashMap<>();
        card.items().stream().filter(i -> i.usage() == Usage.EVAL).forEach(i -> {
            now.put(i.key(), new ScoreBridge.Part(i.weight(), i.scored()));
            before.put(i.key(), new ScoreBridge.Part(i.weight(), Optional.of(Decimals.HUNDRED)));
        });
        Funnel funnel =
                new Funnel(List.of(stage("FUNNEL_1", "1000", null, null), stage("FUNNEL_2", "400", "0.4", "0.5")));
        return card.with(new Background(now, before, Optional.of(funnel), List.of(), List.of(), List.of()));
    }

    private static Funnel.Stage stage(String code, String count, String conversion, String usual) {
        return new Funnel.Stage(
                code,
                new LocalizedText(code, code),
                new BigDecimal(count),
                Optional.ofNullable(conversion).map(BigDecimal::new),
                Optional.ofNullable(usual).map(BigDecimal::new));
    }

    @Test
    void contributions_areFormulas_thatComeToTheBridge_andAddUp() throws IOException {
        Scorecard card = card();
        ScoreBridge bridge = card.bridge().orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(card, Messages.EN, bytes);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            XSSFSheet sheet = workbook.getSheet("Bridge");
            double sum = sheet.getRow(4).getCell(5).getNumericCellValue();
            int row = 5;
            for (String key : card.background().now().keySet()) {
                assertThat(sheet.getRow(row).getCell(0).getStringCellValue()).isEqualTo(key);
                assertThat(sheet.getRow(row).getCell(5).getCellType()).isEqualTo(CellType.FORMULA);
                if (sheet.getRow(row).getCell(5).getCachedFormulaResultType() == CellType.NUMERIC) {
                    sum += sheet.getRow(row).getCell(5).getNumericCellValue();
                }
                row++;
            }
            assertThat(sheet.getRow(row).getCell(5).getNumericCellValue())
                    .isCloseTo(bridge.shifted().doubleValue(), offset(1e-9));
            assertThat(sum + bridge.shifted().doubleValue())
                    .isCloseTo(bridge.after().doubleValue(), offset(1e-9));
            assertThat(sheet.getRow(row + 5).getCell(5).getNumericCellValue())
                    .as("40% instead of the usual 50%")
                    .isCloseTo(-0.1, offset(1e-9));
        }
    }
}
