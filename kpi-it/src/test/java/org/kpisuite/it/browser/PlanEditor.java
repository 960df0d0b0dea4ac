package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The editor of a draft as a person uses it; each step waits until the page has taken it in. */
final class PlanEditor {
    private final Page page;

    PlanEditor(Page page) {
        this.page = page;
    }

    /** A KPI, found by the code of its indicator. */
    void add(String code) {
        page.click("[data-dialog=adding][data-usage=EVAL]");
        page.fill("#e-find", code);
        page.click("#e-found input[value*=' · " + code + " · ']");
        assertThat(row(code)).isVisible();
    }

    void type(String item, String column, String value) {
        Locator field = row(item).locator("[data-col=" + column + "]");
        field.fill(value);
        field.press("Tab");
        assertSaved();
    }

    /** Says in the details what an item serves, where its values come from, and which item stands for its quality. */
    void explain(String item, String quality) {
        row(item).locator("[id$=goal]").click();
        assertThat(page.locator(".side[data-item=" + item + "]")).isVisible();
        page.fill("[id='edit:goalLink']", "Revenue");
        page.fill("[id='edit:dataSource']", "CRM");
        page.selectOption("[id='edit:qualityPair']", quality);
        assertThat(row(item).locator("[id$=source]")).hasValue("CRM");
        page.keyboard().press("Escape");
        assertThat(page.locator(".side")).hasCount(0);
    }

    void consult(String who) {
        page.click("[id='edit:addTalk']");
        page.fill("[id='edit:talks:0:who']", who);
        page.press("[id='edit:talks:0:who']", "Tab");
    }

    void answerWarnings() {
        Locator open = page.locator("tr[data-finding]");
        for (int left = open.count(); left > 0; left--) {
            Locator why = open.first().locator(".rat input");
            why.fill("Agreed with the team");
            why.press("Tab");
            assertThat(open).hasCount(left - 1);
        }
        assertSaved();
    }

    /** The time of the last saving stands below. */
    private void assertSaved() {
        assertThat(page.locator("#e-saved")).containsText(Pattern.compile("\\d:\\d\\d"));
    }

    private Locator row(String item) {
        return page.locator("tr[data-item=" + item + "]");
    }
}
