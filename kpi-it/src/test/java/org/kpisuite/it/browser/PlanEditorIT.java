package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.it.path.Company;

/** What the head of a department does in the editor of a plan. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanEditorIT extends BrowserTests {
    private final Company company = new Company(suite);
    private int drafts;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|1,200", "ru|1\u00a0200"})
    void targetOutOfOrder_isToldUnderItsLine_restored_andUndone_whileAllIsSaved(String language, String printed) {
        JsonObject plan = draft();
        Page page = editor(plan, language);
        Locator target = field(page, "LEADS", "target");
        field(page, "LEADS", "floor").fill("900");
        target.fill("1200");
        target.press("Tab");
        assertThat(page.locator("tr.lint.e")).hasCount(0);
        assertStored(page, plan, "LEADS", "target", "1200");

        target.fill("800");
        target.press("Enter");
        assertThat(page.locator("tr.lint.e .code")).hasText("L16");
        assertThat(target).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[aria-disabled=true]")).isVisible();
        assertThat(field(page, "CAC", "target")).isFocused();

        assertThat(page.locator("tr.lint.e .lk")).hasValue(Pattern.compile(".* " + printed));
        page.locator("tr.lint.e .lk").click();
        assertThat(page.locator("tr.lint.e")).hasCount(0);
        assertThat(target).hasValue(printed);
        assertStored(page, plan, "LEADS", "target", "1200");

        page.keyboard().press("Control+z");
        assertThat(target).hasValue("800");
        page.keyboard().press("F8");
        assertThat(target).isFocused();
    }

    @Test
    void planThatSomebodyElseSaved_isNeverOverwritten_untilBothWereCompared() {
        JsonObject plan = draft();
        Page mine = editor(plan, "en");
        Page theirs = mine.context().newPage();
        theirs.navigate(suite.baseUrl() + "/plan-edit?id=" + plan.getInt("id") + "&lang=en");
        field(theirs, "LEADS", "weight").fill("45");
        field(theirs, "LEADS", "weight").press("Tab");
        assertThat(theirs.locator("#e-saved")).containsText("Saved");

        field(mine, "LEADS", "weight").fill("55");
        field(mine, "LEADS", "weight").press("Tab");
        assertThat(mine.locator(".note.warn")).containsText("saved this plan");
        assertThat(mine.locator("#e-saved")).hasText("Not saved");
        assertStored(mine, plan, "LEADS", "weight", "45");

        mine.click("[id='edit:compare']");
        assertThat(mine.locator(".dfc tbody tr")).containsText(new String[] {"45"});

        field(theirs, "LEADS", "weight").fill("48");
        field(theirs, "LEADS", "weight").press("Tab");
        assertStored(theirs, plan, "LEADS", "weight", "48");
        mine.click("[id='edit:keepMine']");
        assertThat(mine.locator(".dfc tbody tr")).containsText(new String[] {"48"});
        assertStored(mine, plan, "LEADS", "weight", "48");
        mine.click("[id='edit:keepMine']");
        assertThat(mine.locator(".note.warn")).hasCount(0);
        assertStored(mine, plan, "LEADS", "weight", "55");
    }

    @Test
    void linesAreAdded_explained_movedAndRemoved_andThePlanIsSubmitted() {
        JsonObject plan = draft();
        Page page = editor(plan, "en");
        page.click("[data-usage=DIAG]");
        page.fill("#e-find", "CTR");
        page.locator("#e-found li:visible input").first().click();
        assertThat(page.locator(".side")).isVisible();
        page.selectOption("[id='edit:explains']", "LEADS");
        page.fill("[id='edit:dataSource']", "ADS");
        page.press("[id='edit:dataSource']", "Tab");
        assertThat(page.locator("tr.d")).containsText(new String[] {"ADS"});
        page.keyboard().press("Escape");
        assertThat(page.locator(".side")).hasCount(0);
        assertThat(page.locator("tr.d")).containsText(new String[] {"ADS"});

        page.locator("tr.d details summary").click();
        page.locator("tr.d [id$=remove]").click();
        assertThat(page.locator("tr.d")).hasCount(0);

        new PlanEditor(page).answerWarnings();
        page.click("[id='edit:submit']");
        page.waitForURL(Pattern.compile(".*/plan\\?id=.*"));
        assertThat(stored(plan).getString("state")).isEqualTo("SUBMITTED");
    }

    /** Of a quarter of its own. */
    private JsonObject draft() {
        drafts++;
        Map<String, String> targets = new LinkedHashMap<>();
        targets.put("LEADS", "1000");
        targets.put("CAC", "5000");
        return ok(company.as("author").post("/api/plans", company.plan("2027-Q" + drafts, targets)));
    }

    private JsonObject stored(JsonObject plan) {
        return ok(company.as("viewer").get("/api/plans/" + plan.getInt("id")));
    }

    /** Drafts are saved behind the page: it may take a moment. */
    private void assertStored(Page page, JsonObject plan, String item, String field, String value) {
        page.waitForCondition(() -> stored(plan).getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(i -> i.getString("indicator").equals(item))
                .map(i -> i.getString(field))
                .allMatch(value::equals));
    }

    private Page editor(JsonObject plan, String language) {
        Page page = signedIn(company, "head");
        page.navigate(suite.baseUrl() + "/plan-edit?id=" + plan.getInt("id") + "&lang=" + language);
        return page;
    }

    private static Locator field(Page page, String item, String column) {
        return page.locator("tr[data-item=" + item + "] [data-col=" + column + "]");
    }
}
