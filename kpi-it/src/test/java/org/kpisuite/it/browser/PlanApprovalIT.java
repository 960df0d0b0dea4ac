package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.path.Company;

/** How a plan is checked, returned, submitted again and approved by page; what a revision changed; what is said about it. */
class PlanApprovalIT extends BrowserTests {
    private static final String PASSWORD = "a long enough password";
    private static final String PERIOD = "2026-Q4";
    private static final JsonObject EMPTY = Json.createObjectBuilder().build();

    private final Company company = new Company(suite);

    @Test
    void plan_isReturned_submittedAgain_checked_andApproved_byWhoeverTookNoPart() {
        JsonObject plan = ok(
                company.as("author").post("/api/plans", company.plan(PERIOD, Map.of("LEADS", "1000", "CAC", "5000"))));
        String path = "/plan?id=" + plan.getInt("id");
        ok(company.as("head").post("/api/plans/" + plan.getInt("id") + "/submit", EMPTY));

        Page controller = signedIn("controller");
        controller.navigate(suite.baseUrl() + "/inbox");
        controller.click("a.rowlink[href*='" + path + "']");
        assertThat(controller.locator("aside.dec")).containsText("controller");
        controller.click("[id='act:return']");
        assertThat(controller.locator(".note.bad")).containsText("E-COMMENT-SHORT");
        controller.fill("[id='act:comment']", "Give the source of the leads");
        controller.click("[id='act:return']");
        assertThat(controller.locator(".toast")).isVisible();
        assertThat(controller.locator("ol.tl")).containsText("Give the source of the leads");

        Page head = signedIn("head");
        head.navigate(suite.baseUrl() + path);
        head.click("[id='step:submit']");
        assertThat(head.locator("[id='step:withdraw']")).isVisible();

        controller = signedIn("controller");
        controller.navigate(suite.baseUrl() + path);
        sign(controller, "act:check");
        assertThat(controller.locator("[id='act:check']")).hasCount(0);

        Page approver = signedIn("approver");
        approver.navigate(suite.baseUrl() + path + "&lang=ru");
        assertThat(approver.locator("aside.dec")).containsText("соблюдены");
        approver.keyboard().press("a");
        approver.click("dialog[open] [data-sign=do]");
        assertThat(approver.locator("[id='act:approve']")).hasCount(0);
        assertThat(ok(company.as("viewer").get("/api/plans/" + plan.getInt("id")))
                        .getString("state"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void revision_showsWhatChanged_andAnybodyReadsTheHistory() {
        String period = nextQuarter();
        JsonObject plan = company.approved(period, Map.of("LEADS", "1000", "CAC", "5000"));
        Page head = signedIn("head");
        head.navigate(suite.baseUrl() + "/plan?id=" + plan.getInt("id"));
        head.click("summary:has-text('Revise')");
        head.fill("[id='next:reason']", "A new channel");
        head.click("[id='next:revise']");
        head.waitForURL(u -> !u.contains("id=" + plan.getInt("id")));
        String next = head.url().replaceAll(".*id=(\\d+).*", "$1");
        JsonObject draft = ok(company.as("author").get("/api/plans/" + next));
        ok(company.as("author")
                .put(
                        "/api/plans/" + next,
                        company.plan(period, Map.of("LEADS", "1200", "CAC", "5000")),
                        "If-Match",
                        "\"" + draft.getInt("version") + "\""));

        Page viewer = signedIn("viewer");
        viewer.navigate(suite.baseUrl() + "/plan?id=" + next);
        assertThat(viewer.locator("h1")).containsText("Leads target up by 200");
        assertThat(viewer.locator("table.df")).containsText("+20.0%");
        assertThat(viewer.locator("aside .btn")).hasCount(0);
        viewer.navigate(suite.baseUrl() + "/plan-history?id=" + next);
        assertThat(viewer.locator("table.pl tbody tr")).hasCount(2);
        viewer.click("a[href*='plan-compare']");
        assertThat(viewer.locator("h1")).containsText("Leads target up by 200");
    }

    @Test
    void staleWriting_isAnswered_withWhatItWouldChange() {
        JsonObject plan = ok(
                company.as("author").post("/api/plans", company.plan(PERIOD, Map.of("LEADS", "1000", "CAC", "5000"))));
        String path = "/api/plans/" + plan.getInt("id");
        String version = "\"" + plan.getInt("version") + "\"";
        ok(company.as("author")
                .put(path, company.plan(PERIOD, Map.of("LEADS", "1100", "CAC", "5000")), "If-Match", version));
        var stale = company.as("author")
                .put(path, company.plan(PERIOD, Map.of("LEADS", "1300", "CAC", "5000")), "If-Match", version);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("\"field\":\"target\"", "\"before\":\"1100\"", "\"after\":\"1300\"");
    }

    @Test
    void comment_isWritten_answered_andResolved() {
        JsonObject plan = ok(
                company.as("author").post("/api/plans", company.plan(PERIOD, Map.of("LEADS", "1000", "CAC", "5000"))));
        Page author = signedIn("author");
        author.navigate(suite.baseUrl() + "/plan?id=" + plan.getInt("id"));
        author.click(".ask summary");
        author.selectOption("[id='talk:item']", "LEADS");
        author.fill("[id='talk:text']", "Where do they come from?");
        author.check("[id='talk:blocking']");
        author.click("[id='talk:do']");
        assertThat(author.locator("section:has(#talk)")).containsText("blocks");

        author.click("section:has(#talk) li summary");
        author.fill("[id='threads:of:0:reply']", "From partners");
        author.click("[id='threads:of:0:answer']");
        assertThat(author.locator("section:has(#talk) li")).containsText("From partners");
        author.click("[id='threads:of:0:resolve']");
        assertThat(author.locator("section:has(#talk) li")).containsText("resolved by");
    }

    /** One that has not begun: late in a running one only the CFO revises. */
    private static String nextQuarter() {
        LocalDate then = Company.today().plusMonths(3);
        return then.getYear() + "-Q" + ((then.getMonthValue() - 1) / 3 + 1);
    }

    private static void sign(Page page, String button) {
        page.click("[id='" + button + "']");
        page.click("dialog[open] [data-sign=do]");
    }

    /** A page of the person of that role, signed in. */
    private Page signedIn(String role) {
        URI invitation = URI.create(company.invitation(role));
        Page page = openAnew(invitation.getPath() + "?" + invitation.getQuery() + "&lang=en");
        page.fill("[id$=password]", PASSWORD);
        page.fill("[id$=again]", PASSWORD);
        page.click("main [type=submit]");
        page.waitForURL("**/signin*");
        page.fill("[id$=login]", company.login(role));
        page.fill("[id$=password]", PASSWORD);
        page.click("main [type=submit]");
        page.waitForURL(u -> !u.contains("/signin"));
        return page;
    }
}
