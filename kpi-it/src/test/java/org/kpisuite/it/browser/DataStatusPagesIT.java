package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.path.Company;

/** A controller sees who owes what, narrows the list, takes a template and a refused file home. */
class DataStatusPagesIT extends BrowserTests {
    private final Company company = new Company(suite);

    @Test
    void controller_seesWhoOwesWhat_narrowsIt_andTakesTheTemplate() throws IOException {
        company.deliveredByMonth("2026-Q4", "2026-09");
        company.approved("2026-Q4", Map.of("LEADS", "1000", "CAC", "5000"));
        ok(company.as("controller")
                .post(
                        "/api/imports",
                        "text/csv",
                        "unit,measure,period,value\n" + company.department() + ",LEADS,2026-10-01,40\n"));
        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/data-status?period=2026-Q4");
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("table.fd tbody tr")).hasCount(3);
        assertThat(page.locator("table.fd")).containsText("LEADS");
        assertThat(page.locator("table.fd")).containsText("Person head");

        page.selectOption("select[name=sort]", "measure");
        page.click("form.flt button");
        assertThat(page.locator("table.fd tbody tr")).hasCount(3);

        page.navigate(suite.baseUrl() + "/data-status?period=2026-Q4&lang=ru");
        assertThat(page.locator("h1")).not().containsText("Late");

        page.click("details.menu summary.btn");
        Download template = page.waitForDownload(
                () -> page.locator("a[href*='imports/template']").first().click());
        Assertions.assertThat(new String(Files.readAllBytes(template.path()), 0, 2, StandardCharsets.ISO_8859_1))
                .isEqualTo("PK");
    }

    @Test
    void viewerWithoutAnyData_isToldWhatWillStandHere() {
        Page page = signedIn(company, "viewer");
        page.navigate(suite.baseUrl() + "/data-status");
        assertThat(page.locator(".ptitle")).isVisible();
        assertThat(page.locator("table.fd")).hasCount(0);
    }
}
