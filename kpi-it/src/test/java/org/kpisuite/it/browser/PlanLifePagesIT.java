package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.it.path.Company;

/**
 * The whole life of a plan by the pages alone, in both languages, those who approve on a phone. Its quarter is over, so that
 * it can be closed; no new customers were delivered for it, so that something is to be decided then.
 */
class PlanLifePagesIT extends BrowserTests {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    /** The first PDF of a server takes far longer than all others. */
    private static final double PDF_MILLIS_MAX = 120_000;

    private final Company company = new Company(suite);
    private final LocalDate then = Company.today().minusMonths(3);
    private final String quarter = then.getYear() + "-Q" + ((then.getMonthValue() - 1) / 3 + 1);
    private String language = "en";

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void plan_isWritten_returned_approvedByADelegate_revised_andClosed(String spoken) throws IOException {
        language = spoken;
        deliver();
        Page author = desk("author");
        Page head = desk("head");
        Page controller = desk("controller");
        Page approver = phone("approver");

        String plan = begin(author);
        write(author);
        ask(controller, plan);
        show(head, plan);
        head.click("[id='step:submit']");
        assertThat(head.locator(".note.bad")).containsText("E-COMMENT-OPEN");
        answer(author, plan);
        submit(head, plan);
        check(controller, plan);

        open(approver, plan);
        approver.fill("[id='act:comment']", "short");
        approver.click("[id='act:return']");
        assertThat(approver.locator(".note.bad")).containsText("E-COMMENT-SHORT");
        assertStands(approver, "CHECKED");
        approver.fill("[id='act:comment']", "Give a floor to the leads");
        approver.click("[id='act:return']");
        assertStands(approver, "RETURNED");
        assertThat(approver.locator("ol.tl")).containsText("Give a floor to the leads");

        edit(author, plan, "floor", "2800");
        submit(head, plan);
        check(controller, plan);
        delegate(approver);
        approveForAnother(phone("deputy"), plan);
        revoke(approver);

        String next = revise(approver, plan);
        edit(author, next, "target", "3200");
        seeWhatChanged(head, next);
        submit(head, next);
        check(controller, next);
        open(approver, next);
        approve(approver);
        show(approver, plan);
        assertStands(approver, "SUPERSEDED");

        close(controller, next);
        assertSigned(next, "REVISE", "SUBMIT", "CHECK", "APPROVE", "CLOSE");
    }

    /** Two years of leads and cost, by the month; new customers until the quarter begins. */
    private void deliver() {
        YearMonth first = YearMonth.of(then.getYear(), (then.getMonthValue() - 1) / 3 * 3 + 1);
        StringBuilder csv = new StringBuilder("unit,measure,period,value,currency\n");
        for (YearMonth month = first.minusYears(2); month.isBefore(first.plusMonths(3)); month = month.plusMonths(1)) {
            String row = company.department() + ",%s," + month + ",%s\n";
            csv.append(row.formatted("LEADS", "1000,")).append(row.formatted("MKT_COST", "50000,RUB"));
            if (month.isBefore(first)) {
                csv.append(row.formatted("NEW_CUSTOMERS", "500,"));
            }
        }
        ok(company.as("controller").post("/api/imports", "text/csv", csv.toString()));
    }

    private Page desk(String role) {
        return signedIn(company, role, options().setLocale(language));
    }

    private Page phone(String role) {
        return signedIn(
                company,
                role,
                options()
                        .setLocale(language)
                        .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                        .setIsMobile(true)
                        .setHasTouch(true));
    }

    private void show(Page page, String plan) {
        page.navigate(suite.baseUrl() + "/plan?id=" + plan);
    }

    /** Opens the plan from the list of what waits for the person. */
    private void open(Page page, String plan) {
        page.navigate(suite.baseUrl() + "/inbox");
        page.click("a.rowlink[href$='/plan?id=" + plan + "']");
        assertThat(page.locator("aside.dec")).isVisible();
        if (page.viewportSize().width == PHONE_WIDTH) {
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
        }
    }

    /** The page names that state in its language. */
    private void assertStands(Page page, String state) {
        assertThat(page.locator(".crumbs .tag"))
                .hasText(Messages.text(Locale.forLanguageTag(language), "plan.state." + state));
    }

    private static String idOf(Page page) {
        return page.url().replaceAll(".*[?&]id=(\\d+).*", "$1");
    }

    private String begin(Page author) {
        author.navigate(suite.baseUrl() + "/plans");
        author.locator("summary[data-key=n]").click();
        author.selectOption("[id='new:period']", new SelectOption().setLabel(quarter));
        author.click("[id='new:begin']");
        author.waitForURL("**/plan?id=*");
        assertStands(author, "DRAFT");
        return idOf(author);
    }

    /** Two lines; everything that the lint finds missing; a reason for each thing that it warns of. */
    private static void write(Page author) {
        author.click("main a[data-key=e]");
        PlanEditor editor = new PlanEditor(author);
        editor.add("LEADS");
        editor.add("CAC");
        editor.type("LEADS", "weight", "50");
        editor.type("CAC", "weight", "50");
        editor.type("LEADS", "target", "3100");
        editor.type("CAC", "target", "95");
        assertThat(author.locator("tr.lint.e .code")).hasText(new String[] {"L03", "L05", "L11", "L03", "L05"});
        editor.explain("LEADS", "CAC");
        editor.explain("CAC", "");
        assertThat(author.locator("tr.lint.e")).hasCount(0);
        editor.consult("Anna Orlova, Ivan Petrov");
        assertThat(author.locator("tr[data-finding]:has-text('L20')")).hasCount(0);
        editor.answerWarnings();
    }

    private void edit(Page author, String plan, String column, String value) {
        show(author, plan);
        author.click("main a[data-key=e]");
        PlanEditor editor = new PlanEditor(author);
        editor.type("LEADS", column, value);
        editor.answerWarnings();
    }

    /** Something that is in the way until it is settled. */
    private void ask(Page controller, String plan) {
        show(controller, plan);
        controller.click(".ask summary");
        controller.selectOption("[id='talk:item']", "LEADS");
        controller.fill("[id='talk:text']", "Where do they come from?");
        controller.check("[id='talk:blocking']");
        controller.click("[id='talk:do']");
        assertThat(controller.locator("section:has(#talk) li .tag")).isVisible();
    }

    private void answer(Page author, String plan) {
        show(author, plan);
        Locator thread = author.locator("section:has(#talk) li");
        thread.locator("summary").click();
        author.fill("[id='threads:of:0:reply']", "From partners");
        author.click("[id='threads:of:0:answer']");
        assertThat(thread).containsText("From partners");
        author.click("[id='threads:of:0:resolve']");
        assertThat(thread.locator(".tag")).hasCount(0);
    }

    private void submit(Page head, String plan) {
        show(head, plan);
        head.click("[id='step:submit']");
        assertStands(head, "SUBMITTED");
    }

    private void check(Page controller, String plan) {
        open(controller, plan);
        controller.click("[id='act:check']");
        controller.click("dialog[open] [data-sign=do]");
        assertStands(controller, "CHECKED");
    }

    private void approve(Page approver) {
        approver.click("[id='act:approve']");
        approver.click("dialog[open] [data-sign=do]");
        assertStands(approver, "ACTIVE");
    }

    private void delegate(Page approver) {
        approver.navigate(suite.baseUrl() + "/delegations");
        approver.fill("[id='give:delegate']", company.login("deputy"));
        approver.selectOption("[id='give:unit']", company.department());
        approver.fill("[id='give:reason']", "Leave");
        approver.click("[id='give:do']");
        assertThat(approver.locator("table.dl tbody tr")).hasCount(1);
    }

    private void revoke(Page approver) {
        approver.navigate(suite.baseUrl() + "/delegations");
        approver.click("table.dl details summary");
        approver.click("table.dl [id$=revoke]");
        assertThat(approver.locator("table.dl details")).hasCount(0);
    }

    private void approveForAnother(Page deputy, String plan) throws IOException {
        open(deputy, plan);
        assertThat(deputy.locator("aside.dec")).containsText("P. approver");
        readPack(deputy);
        approve(deputy);
        assertSigned(plan, "SUBMIT", "CHECK", "RETURN", "SUBMIT", "CHECK", "APPROVE");
        JsonObject last = signatures(plan).get(5);
        assertThat(last.getString("signer")).isEqualTo(company.login("deputy"));
        assertThat(last.getString("onBehalfOf")).isEqualTo(company.login("approver"));
        assertThat(last.getString("authMethod")).isEqualTo("PASSWORD");
    }

    /** The pack is the file for the board: two to four pages, with the hash that the page shows. */
    private static void readPack(Page deputy) throws IOException {
        String address = deputy.locator("main a[data-key=p]").getAttribute("href");
        APIResponse pack = deputy.request().get(address, RequestOptions.create().setTimeout(PDF_MILLIS_MAX));
        assertThat(pack.headers().get("content-type")).startsWith("application/pdf");
        String hash = withoutBlanks(deputy.locator("aside.dec dd.code").textContent());
        assertThat(hash).matches("[0-9a-f]{16}");
        try (PDDocument pdf = Loader.loadPDF(pack.body())) {
            assertThat(pdf.getNumberOfPages()).isBetween(2, 4);
            assertThat(withoutBlanks(new PDFTextStripper().getText(pdf))).contains(hash);
        }
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }

    private List<JsonObject> signatures(String plan) {
        return ok(company.as("viewer").get("/api/plans/" + plan))
                .getJsonArray("signatures")
                .getValuesAs(JsonObject.class);
    }

    private void assertSigned(String plan, String... meanings) {
        assertThat(signatures(plan)).extracting(s -> s.getString("meaning")).containsExactly(meanings);
    }

    /** So late only the CFO may. */
    private String revise(Page approver, String plan) {
        show(approver, plan);
        approver.click("summary:has(+ form[id=next])");
        approver.fill("[id='next:reason']", "A new channel");
        approver.click("[id='next:revise']");
        approver.waitForURL(u -> !u.endsWith("id=" + plan));
        assertStands(approver, "DRAFT");
        return idOf(approver);
    }

    private void seeWhatChanged(Page head, String plan) {
        show(head, plan);
        assertThat(head.locator("h1")).containsText("100");
        assertThat(head.locator("table.df")).containsText(language.equals("ru") ? "+3,2" : "+3.2");
        head.click("a[href*=plan-history]");
        assertThat(head.locator("table.pl tbody tr")).hasCount(2);
        head.click("a[href*=plan-compare]");
        assertThat(head.locator("table.df")).containsText(language.equals("ru") ? "+3,2" : "+3.2");
    }

    private void close(Page controller, String plan) {
        show(controller, plan);
        assertThat(controller.locator("table.cl tbody tr")).hasCount(1);
        sign(controller);
        assertThat(controller.locator("table.cl .bad")).isVisible();
        controller.selectOption("table.cl select", "EXCUSED");
        controller.fill("table.cl input", "The shop counts anew from October");
        sign(controller);
        assertThat(controller.locator(".note.bad")).containsText("E-ACTION-MISSING");
        assertThat(controller.locator("a[href$='#talk']")).isVisible();
        actOnLeads();
        sign(controller);
        assertStands(controller, "CLOSED");
    }

    /** They are half way from floor to target, which is red. */
    private void actOnLeads() {
        ok(company.as("head")
                .post(
                        "/api/scorecards/" + company.department() + "/" + quarter + "/actions",
                        Json.createObjectBuilder()
                                .add("item", "LEADS")
                                .add("text", "Landing page B")
                                .add("owner", "I. Orlova")
                                .add("due", Company.today().toString())
                                .build()));
    }

    private static void sign(Page controller) {
        controller.click("[id='closing:close']");
        controller.click("dialog[open] [data-sign=do]");
    }
}
