package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kpisuite.it.path.Company;

/** Where numbers come from and whether they may still change: the explanation, the periods, the rates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourcesIT extends BrowserTests {
    private final Company company = new Company(suite);

    @Test
    void actual_leadsToItsExplanation_downToTheRowOfTheFile() {
        company.approved("2026-Q3", Map.of("LEADS", "100", "CAC", "5000"));
        JsonObject imported = ok(company.as("controller")
                .post(
                        "/api/imports",
                        "text/csv",
                        "unit,measure,period,value\n" + company.department() + ",LEADS,2026-08-11,40\n"
                                + company.department() + ",LEADS,2026-08-12,17\n"));

        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/scorecard?unit=" + company.department() + "&period=2026-Q3");
        page.locator("tr.link a[href*='indicator=LEADS']").press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/explain\\?.*indicator=LEADS.*"));
        assertThat(page.locator("h1")).containsText("Leads");
        assertThat(page.locator("ul.xt li.x-TARGET").first()).containsText("100");
        assertThat(page.locator("li.x-UNIT").first()).containsText(company.department());
        assertThat(page.locator("table.xd tbody tr")).hasCount(2);
        assertThat(page.locator("p.xctl.good")).containsText("57 equals the value 57");
        assertThat(page.locator("table.xd tbody tr").nth(1)).containsText("2026-08-12");
        assertThat(page.locator("table.xd tbody tr").nth(1))
                .containsText("import " + imported.getInt("id") + ", row 3");
        page.locator("table.xd tbody tr a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/trace\\?.*period=2026-08-11.*"));
        assertThat(page.locator("table.raw tbody td"))
                .hasText(new String[] {company.department(), "LEADS", "2026-08-11", "40"});
        assertThat(page.locator("table.tr td.c-o a"))
                .hasAttribute("href", Pattern.compile(".*/import\\?id=" + imported.getInt("id") + ".*"));
    }

    @Test
    void lineThatThereIsNot_isSaid_andTheOthersAreOffered() {
        Page page = signedIn(company, "viewer");
        page.navigate(suite.baseUrl() + "/explain?unit=" + company.department() + "&indicator=NOTHING&period=2026-Q3");
        assertThat(page.locator("h1")).containsText("NOTHING");
        assertThat(page.locator("a[href*='/scorecard']").first()).isVisible();
    }

    @Test
    void month_isClosedByTheController_andByNobodyWithoutTheRole() {
        Page viewer = signedIn(company, "viewer");
        viewer.navigate(suite.baseUrl() + "/periods?year=1971&period=1971-05");
        assertThat(viewer.locator("#chosen")).containsText("1971-05");
        assertThat(viewer.locator("#open-close")).hasCount(0);

        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/periods?year=1971&period=1971-05");
        page.click("#open-close");
        page.click("dialog#close [type=submit]");

        assertThat(page.locator("#chosen")).containsText("closed");
        assertThat(page.locator("#chosen ol.tl li").first()).containsText(company.login("controller"));
        assertThat(ok(company.as("viewer").get("/api/periods/1971-05")).getString("state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void reopening_isAskedForWithItsReason_andIsForSomebodyElseToApprove() {
        ok(company.as("controller").post("/api/periods/1971-08/close", JsonValue.EMPTY_JSON_OBJECT));
        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/periods?year=1971&period=1971-08");
        page.click("#open-request-reopen");
        page.click("dialog#request-reopen [type=submit]");
        assertThat(page.locator(".note.bad")).isVisible();

        page.click("#open-request-reopen");
        page.fill("dialog#request-reopen textarea", "A late invoice");
        page.check("dialog#request-reopen [type=checkbox]");
        page.click("dialog#request-reopen [type=submit]");
        assertThat(page.locator("#chosen")).containsText("A late invoice");
        assertThat(page.locator("#open-approve-reopen")).hasCount(0);

        Page approver = signedIn(company, "approver");
        approver.navigate(suite.baseUrl() + "/periods?year=1971&period=1971-08");
        approver.click("#open-approve-reopen");
        approver.click("dialog#approve-reopen [type=submit]");
        assertThat(approver.locator("#chosen")).containsText("open again");
        assertThat(ok(company.as("viewer").get("/api/periods/1971-08")).getString("state"))
                .isEqualTo("OPEN");
    }

    @Test
    void rate_isRecorded_shown_andChangedByItsNextVersion() {
        Page viewer = signedIn(company, "viewer");
        viewer.navigate(suite.baseUrl() + "/rates");
        assertThat(viewer.locator("[id='rate:record']")).hasCount(0);

        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/rates");
        record(page, "NOK", "1972-04", "8.125");
        assertThat(row(page)).containsText("8.125");

        record(page, "NOK", "1972-04", "9");
        assertThat(page.locator(".note.bad")).containsText("NOK");

        page.navigate(suite.baseUrl() + "/rates?currency=NOK&period=1972-04");
        page.fill("[id='rate:average']", "8.5");
        page.click("[id='rate:record']");
        assertThat(row(page)).containsText("8.5");
        assertThat(row(page).locator(".c-v")).hasText("2");
    }

    private static void record(Page page, String currency, String period, String average) {
        page.fill("[id='rate:currency']", currency);
        page.fill("[id='rate:period']", period);
        page.fill("[id='rate:average']", average);
        page.click("[id='rate:record']");
    }

    private static Locator row(Page page) {
        return page.locator("table.rt tbody tr")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("NOK\\s*1972-04")));
    }
}
