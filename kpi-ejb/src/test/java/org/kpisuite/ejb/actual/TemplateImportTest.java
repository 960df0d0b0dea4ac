package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.feed.FeedGrounds;
import org.kpisuite.domain.feed.ImportTemplate;
import org.kpisuite.domain.feed.Need;
import org.kpisuite.domain.feed.TemplateFeeds;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.reports.intake.TemplateWorkbook;

/** A blank template, filled in and sent back, is taken as it is. */
class TemplateImportTest {
    private static final Period QUARTER = Period.parse("2026-Q3");

    @TempDir
    private Path folder;

    private static ImportTemplate template() {
        OrgUnit sales = new OrgUnit("SALES", new LocalizedText("Sales", "Продажи"), null, null);
        List<Need> needs = List.of(
                need("LEADS", "", Granularity.DAY),
                need("LEADS", "channel=social", Granularity.DAY),
                need("REVENUE", "", null),
                need("CUST_CLOSE", "", Granularity.WEEK));
        FeedGrounds grounds = new FeedGrounds(
                Catalogue.shipped(),
                new OrgTree(List.of(sales), "RUB"),
                WorkingDays.MONDAY_TO_FRIDAY,
                needs,
                List.of(),
                Set.of());
        return TemplateFeeds.of(grounds, "SALES", QUARTER, LocalDate.of(2026, 10, 5));
    }

    private static Need need(String measure, String dims, Granularity granularity) {
        return new Need("SALES", QUARTER, measure, measure, dims, granularity, "CRM", null, 0, null);
    }

    /** Puts a number into every row of a sheet, all different. */
    private static byte[] filled(Locale locale, int valueColumn) throws IOException {
        ByteArrayOutputStream blank = new ByteArrayOutputStream();
        TemplateWorkbook.write(template(), locale, ImportFixture.BEGIN, blank);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(blank.toByteArray()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                if (row.getRowNum() > 0) {
                    row.getCell(valueColumn).setCellValue(row.getRowNum());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, en", "H2, ru", "POSTGRESQL, ru"})
    void filledTemplate_isTakenWithoutAWord(TestDatabase database, String language) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult result = fixture.bytes(filled(Locale.forLanguageTag(language), 5));
        // A running number cannot make parts agree with their total.
        assertThat(result.issues()).extracting(Refusal::code).containsOnly(Code.W_TOTAL_MISMATCH);
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        assertThat(result.counts().created()).isEqualTo(template().lines()).isEqualTo(2 * 92 + 3 + 13);
        assertThat(fixture.rows("select measure, dims, grain, period_start, source, amount from actual"
                        + " where period_start in (date '2026-07-01', date '2026-09-28', date '2026-07-06')"
                        + " order by measure, dims, period_start"))
                .containsExactly(
                        "CUST_CLOSE  W 2026-07-06 CRM 189",
                        "LEADS  D 2026-07-01 CRM 1",
                        "LEADS  D 2026-07-06 CRM 6",
                        "LEADS  D 2026-09-28 CRM 90",
                        "LEADS channel=social D 2026-07-01 CRM 93",
                        "LEADS channel=social D 2026-07-06 CRM 98",
                        "LEADS channel=social D 2026-09-28 CRM 182",
                        "REVENUE  M 2026-07-01 CRM 185");
    }

    @ParameterizedTest
    @CsvSource({"H2", "POSTGRESQL"})
    void blankTemplate_bringsNothingAndHarmsNothing(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ByteArrayOutputStream blank = new ByteArrayOutputStream();
        TemplateWorkbook.write(template(), Locale.ENGLISH, ImportFixture.BEGIN, blank);
        ImportResult result = fixture.bytes(blank.toByteArray());
        assertThat(result.counts().empty()).isEqualTo(template().lines());
        assertThat(result.counts().refused()).isZero();
        assertThat(fixture.rows("select unit from actual")).isEmpty();
    }
}
