package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kpisuite.it.path.Company;

/** What people do on the pages: come in by an invitation, import a bad file, take both files home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT extends BrowserTests {
    private final Company company = new Company(suite);

    @Test
    void controller_importsABadFile_andReadsEveryRefusal() {
        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/imports");
        String file = "unit,measure,period,value\n" + company.department() + ",LEEDS,2026-10-05,17\n"
                + company.department() + ",LEADS,10/05/2026,17\n";
        page.setInputFiles("[id$=file]", new FilePayload("bad.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.click("[type=submit][id$=load]");

        assertThat(page.locator("table.pv tr.e[data-row]")).hasCount(2);
        assertThat(page.locator("table.pv")).containsText("E-MEASURE-UNKNOWN");
        assertThat(page.locator("table.pv")).containsText("E-PERIOD-AMBIGUOUS");
        assertThat(page.locator("table.pv")).containsText("10/05/2026");
    }

    @Test
    void viewer_seesTheScorecard_andDownloadsBothFiles() throws IOException {
        ok(company.as("controller")
                .post(
                        "/api/imports",
                        "text/csv",
                        "unit,measure,period,value\n" + company.department() + ",LEADS,2026-08-11,40\n"));
        Page page = signedIn(company, "viewer");
        page.navigate(suite.baseUrl() + "/scorecard?unit=" + company.department() + "&period=2026-Q3");
        assertThat(page.locator("h1")).isVisible();
        for (Map.Entry<String, String> kind : List.of(Map.entry("form=pdf", "%PDF"), Map.entry("form=xlsx", "PK"))) {
            page.click("summary[data-key=d]");
            Download download = page.waitForDownload(() ->
                    page.locator("a[href*='" + kind.getKey() + "']").first().click());
            byte[] bytes = Files.readAllBytes(download.path());
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith(kind.getValue());
            page.reload();
        }
    }

    @Test
    void stranger_isSentToTheDoor_andNothingIsShown() {
        Page page = open("/scorecard?unit=" + company.department() + "&period=2026-Q3");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/signin.*"));
        page.fill("[id$=login]", company.login("viewer"));
        page.fill("[id$=password]", "not the password");
        page.click("[id$=enter]");
        assertThat(page.locator("[id$=login]")).isVisible();
    }
}
