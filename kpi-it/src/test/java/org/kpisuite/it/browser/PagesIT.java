package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.path.Company;

/** What people do on the pages: come in by an invitation, approve a plan, import a bad file, take both files home. */
class PagesIT extends BrowserTests {
    private static final String PASSWORD = "a long enough password";
    private static final JsonObject EMPTY = Json.createObjectBuilder().build();

    private final Company company = new Company(suite);

    @Test
    void approver_comesInByInvitation_andApprovesAPlan_asSignedInByPassword() {
        JsonObject plan = ok(company.as("author")
                .post("/api/plans", company.plan("2026-Q4", Map.of("LEADS", "1000", "CAC", "5000"))));
        ok(company.as("head").post("/api/plans/" + plan.getInt("id") + "/submit", EMPTY));
        ok(company.as("controller").post("/api/plans/" + plan.getInt("id") + "/check", EMPTY));

        Page page = signedIn("approver");
        page.navigate(suite.baseUrl() + "/plan?id=" + plan.getInt("id"));
        page.click("[id='act:approve']");
        page.click("dialog[open] [data-sign=do]");

        assertThat(page.locator("[id='act:approve']")).hasCount(0);
        JsonObject approved = ok(company.as("viewer").get("/api/plans/" + plan.getInt("id")));
        assertThat(approved.getString("state")).isEqualTo("ACTIVE");
        assertThat(approved.getJsonArray("signatures").toString()).contains(company.login("approver"), "PASSWORD");
    }

    @Test
    void controller_importsABadFile_andReadsEveryRefusal() {
        Page page = signedIn("controller");
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
        Page page = signedIn("viewer");
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

    private Page signedIn(String role) {
        Page page = open(URI.create(company.invitation(role)).getPath() + "?"
                + URI.create(company.invitation(role)).getQuery());
        page.fill("[id$=password]", PASSWORD);
        page.fill("[id$=again]", PASSWORD);
        page.click("[id$=enter]");
        page.navigate(suite.baseUrl() + "/signin");
        page.fill("[id$=login]", company.login(role));
        page.fill("[id$=password]", PASSWORD);
        page.click("[id$=enter]");
        assertThat(page.locator("[id$=enter]")).hasCount(0);
        return page;
    }
}
