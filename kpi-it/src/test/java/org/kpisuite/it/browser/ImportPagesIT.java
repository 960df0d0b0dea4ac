package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.path.Company;

/** How a controller brings in a file by page: looks at it, loads it, takes it back; decides on late rows; builds a profile. */
class ImportPagesIT extends BrowserTests {
    private static final String HEADER = "unit;measure;period;value\n";

    private final Company company = new Company(suite);

    @Test
    void fileWithErrors_isShown_loadedWithoutThem_givenBack_andTakenBack() throws IOException {
        Page page = signedIn(company, "controller");
        read(
                page,
                "crm.csv",
                row("LEADS", "2026-08-11", "40") + row("LEADS", "10/05/2026", "412") + "MKTT;LEADS;2026-08-12;5\n");

        assertThat(page.locator("table.pv tr.e[data-row]")).hasCount(2);
        assertThat(page.locator("table.pv .raw.bb").first()).containsText("10/05/2026");
        assertThat(page.locator("table.pv td.bad").first()).containsText("unclear");
        assertThat(page.locator("table.pv tr.why").first()).containsText("E-PERIOD-AMBIGUOUS");
        page.keyboard().press("F8");
        assertThat(page.locator("tr[data-question]").first()).isFocused();
        page.keyboard().press("Control+Enter");

        page.waitForURL(Pattern.compile(".*/import\\?(from=\\d+&)?id=\\d+"));
        assertThat(page.locator("h1")).containsText("1 of 3 rows loaded");
        assertThat(page.locator("table.is tbody tr")).hasCount(2);
        assertThat(page.locator("table.back td.hit").first()).containsText("10/05/2026");
        Download returned = page.waitForDownload(() -> page.click("main a[data-key=d]"));
        assertThat(Files.size(returned.path())).isPositive();
        assertThat(returned.suggestedFilename()).endsWith(".xlsx");

        page.click("main [data-dialog=undo]");
        page.fill("[id='f-undo:reason']", "The wrong file");
        page.click("[id='f-undo:do']");
        assertThat(page.locator("h1")).containsText("Taken back");
        assertThat(page.locator(".note.acc")).containsText("The wrong file");
        page.navigate(suite.baseUrl() + "/imports?state=UNDONE");
        assertThat(page.locator("table.il tbody tr")).hasCount(1);
    }

    @Test
    void russian_readsTheSameFile_inHisWords() {
        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/imports?lang=ru");
        read(page, "crm.csv", row("LEADS", "2026-08-11", "1.234"));

        assertThat(page.locator("h1")).containsText("прочитать не удалось");
        assertThat(page.locator("table.pv td.bad")).containsText("неясно");
        page.navigate(suite.baseUrl() + "/quarantine");
        assertThat(page.locator("h1")).containsText("арантин");
    }

    @Test
    void rowForAClosedMonth_weighingMuch_isLetInByTwoPeople() {
        company.approved("2017-Q3", Map.of("LEADS", "100", "CAC", "5000"));
        delivered();
        closed("2017-07");
        Page page = signedIn(company, "controller");
        read(page, "late.csv", row("LEADS", "2017-07-14", "95"));
        page.click("[id='go:load']");
        page.click(".note.warn a[href*='/quarantine']");

        assertThat(page.locator("table.qr tbody tr")).hasCount(1);
        assertThat(page.locator("table.qr .c-o")).hasText("1");
        assertThat(page.locator("table.qr .c-v")).hasText("95");
        page.fill("#reason", "A late delivery");
        page.click("#accept");
        assertThat(page.locator(".toast")).containsText("second person");
        assertThat(page.locator("#accept")).hasCount(0);

        Page approver = signedIn(company, "approver");
        approver.navigate(suite.baseUrl() + "/quarantine");
        approver.click("#accept");
        assertThat(approver.locator(".toast")).containsText("Rows accepted: 1");
        approver.navigate(suite.baseUrl() + "/quarantine?show=decided");
        assertThat(approver.locator("table.qr .c-t").first()).containsText("A late delivery");
    }

    @Test
    void profile_isBuiltFromASample_andReadsTheNextFile() {
        String code = suite.uniqueCode("deals").toLowerCase(Locale.ROOT);
        String deals = "Dept;Closed on;Amount;Status\n" + company.department() + ";03.08.2026;10;Won\n"
                + company.department() + ";03.08.2026;20;Lost\n" + company.department() + ";04.08.2026;30;Won\n";
        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/import-profile");
        page.setInputFiles("[id='sample:file']", payload("deals.csv", deals));
        page.click("[id='sample:look']");
        assertThat(page.locator("#reading")).containsText("facts");

        page.selectOption("[data-column='Dept']", "unit");
        page.selectOption("[data-column='Closed on']", "period");
        page.selectOption("[id='edit:0:m'],[id$=':0:m']", "LEADS");
        page.selectOption("[id$=':0:w']", "Status");
        page.fill("[id$=':0:x']", "Won");
        page.locator("[id$=':0:x']").blur();
        assertThat(page.locator("#reading")).containsText("facts 2");
        page.fill("[id='edit:code']", code);
        page.fill("[id='edit:nameEn']", "Deals won");
        page.fill("[id='edit:nameRu']", "Сделки");
        page.click("[id='edit:save']");
        page.waitForURL(Pattern.compile(".*/import-profiles"));
        assertThat(page.locator(".toast")).isVisible();
        assertThat(page.locator("table.pfs")).containsText("Deals won");

        page.navigate(suite.baseUrl() + "/imports?with=" + code);
        page.setInputFiles("[id='upload:file']", payload("deals.csv", deals));
        page.click("[id='upload:load']");
        page.waitForURL(Pattern.compile(".*/import-preview\\?id=\\d+"));
        assertThat(page.locator(".sidecol")).containsText("Deals won");
        assertThat(page.locator("table.oc tr").first()).containsText("2");
    }

    /** All that the plan needs, for every day of its quarter: a lead, a customer, their cost. */
    private void delivered() {
        StringBuilder csv = new StringBuilder("unit,measure,period,value,currency\n");
        for (LocalDate day = LocalDate.of(2017, 7, 1); day.isBefore(LocalDate.of(2017, 10, 1)); day = day.plusDays(1)) {
            for (String measure : List.of("LEADS,%s,1,", "NEW_CUSTOMERS,%s,1,", "MKT_COST,%s,4000,RUB")) {
                csv.append(company.department())
                        .append(',')
                        .append(measure.formatted(day))
                        .append('\n');
            }
        }
        ok(company.as("controller").post("/api/imports", "text/csv", csv.toString()));
    }

    private void closed(String period) {
        JsonObject state = ok(company.as("viewer").get("/api/periods/" + period));
        if (state.getString("state").equals("OPEN")) {
            ok(company.as("controller").post("/api/periods/" + period + "/close", JsonValue.EMPTY_JSON_OBJECT));
        }
    }

    private String row(String measure, String period, String value) {
        return company.department() + ";" + measure + ";" + period + ";" + value + "\n";
    }

    private void read(Page page, String name, String rows) {
        page.navigate(suite.baseUrl() + "/imports");
        page.setInputFiles("[id='upload:file']", payload(name, HEADER + rows));
        page.click("[id='upload:load']");
        page.waitForURL(Pattern.compile(".*/import-preview\\?id=\\d+"));
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
