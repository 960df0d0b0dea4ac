package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Page;
import jakarta.json.JsonArray;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.it.path.Company;

/** What controllers and administrators do on the pages of the catalogue: record, mend, change, close, move. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CataloguePagesIT extends BrowserTests {
    private final Company company = new Company(suite);
    private String code;

    @BeforeEach
    void newCode() {
        code = suite.uniqueCode("COST").replace('-', '_');
    }

    @Test
    void wrongFormula_isRefusedBesideItsField_withASuggestion_andNothingTypedIsLost() {
        Page page = newIndicator("MKT_COST / NEW_CUSTOMER");
        assertThat(page.locator("[id='edit:reading']")).containsText("NEW_CUSTOMERS perhaps");

        page.selectOption("[id='edit:direction']", "");
        page.click("[id='edit:save']");

        assertThat(page.locator(".note.bad")).isVisible();
        assertThat(page.locator("#why-direction .bad")).hasCount(1);
        assertThat(page.locator("[id='edit:reading']")).containsText("NEW_CUSTOMERS perhaps");
        assertThat(page.locator("[id='edit:formula']")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[id='edit:nameEn']")).hasValue("Cost of a customer");
        assertThat(page.locator("[id='edit:formula']")).hasValue("MKT_COST / NEW_CUSTOMER");
    }

    @Test
    void indicator_isRecorded_changedFromADay_andClosed_andItsHistoryTellsAll() {
        Page page = newIndicator("MKT_COST / NEW_CUSTOMERS");
        page.click("[id='edit:save']");
        assertThat(page).hasURL(Pattern.compile(".*/indicator\\?code=" + code));

        page.click("main a[data-key=e]");
        page.fill("[id='edit:formula']", "(MKT_COST + SALES_COST) / NEW_CUSTOMERS");
        page.fill(
                "[id='edit:validFrom']",
                LocalDate.now(ZoneId.of("Europe/Moscow")).plusDays(40).toString());
        page.click("[id='edit:save']");
        assertThat(page.locator(".vs > li")).hasCount(2);
        assertThat(page.locator(".vs > li").first()).containsText("(MKT_COST + SALES_COST) / NEW_CUSTOMERS");
        assertThat(page.locator(".vs > li").first()).containsText(company.login("controller"));

        page.click("[data-dialog=closing]");
        page.click("[id='close:do']");
        assertThat(page.locator(".toast")).isVisible();
        page.navigate(suite.baseUrl() + "/catalogue?q=" + code);
        assertThat(page.locator("table.ct")).hasCount(0);
        page.navigate(suite.baseUrl() + "/catalogue?closed=true&q=" + code);
        assertThat(page.locator("table.ct tbody tr")).hasCount(1);
    }

    @Test
    void versionOfSomebodyElse_isShown_andTheTypedTextIsRecordedAfterIt() {
        Page page = newIndicator("MKT_COST / NEW_CUSTOMERS");
        page.click("[id='edit:save']");
        Page other = page.context().newPage();
        other.navigate(suite.baseUrl() + "/indicator-edit?code=" + code);
        page.click("main a[data-key=e]");
        page.fill("[id='edit:owner']", "Head of marketing");
        page.click("[id='edit:save']");
        assertThat(page.locator(".vs > li")).hasCount(2);

        other.fill("[id='edit:steward']", "Controlling");
        other.click("[id='edit:save']");
        assertThat(other.locator(".note.warn")).containsText("Head of marketing");
        assertThat(other.locator("[id='edit:steward']")).hasValue("Controlling");
        other.click("[id='edit:goOn']");
        assertThat(other.locator(".note.warn")).hasCount(0);
        other.click("[id='edit:save']");
        assertThat(other.locator(".vs > li")).hasCount(3);
    }

    @Test
    void unit_movesFromADayOn_andItsPlacesTellSince() {
        Company moving = new Company(suite);
        Page page = signedIn(moving, "admin");
        page.navigate(suite.baseUrl() + "/unit-edit?code=" + moving.department());
        page.fill("[id='edit:above:0:share']", "0.5");
        page.click("[id='edit:save']");
        assertThat(page.locator("#why-shares")).containsText("must sum to 1");

        page.selectOption("[id='edit:above:0:parent']", moving.other());
        page.fill("[id='edit:above:0:share']", "1");
        String day = LocalDate.now(ZoneId.of("Europe/Moscow")).plusDays(40).toString();
        page.fill("[id='edit:validFrom']", day);
        page.click("[id='edit:save']");

        assertThat(page.locator(".vs > li")).hasCount(2);
        assertThat(page.locator(".vs > li").first()).containsText("Unit " + moving.other());
        JsonArray memberships =
                ok(suite.api().get("/api/units/" + moving.department())).getJsonArray("memberships");
        assertThat(memberships.getJsonObject(1).getString("validFrom")).isEqualTo(day);
        assertThat(memberships.getJsonObject(1).toString()).contains(moving.other());
    }

    /**
     * What a page of the catalogue is filled with.
     *
     * @param typed texts by the id of their field
     * @param chosen choices by the id of theirs
     * @param changed the text that is changed afterwards, and what to
     */
    private record Entry(Map<String, String> typed, Map<String, String> chosen, String changed, String to) {
        static Entry of(String kind) {
            return switch (kind) {
                case "measure" ->
                    new Entry(
                            Map.of("nameEn", "Calls", "nameRu", "Звонки"),
                            Map.of("kind", "FLOW", "unitKind", "COUNT"),
                            "nameEn",
                            "Calls taken");
                case "source" ->
                    new Entry(
                            Map.of("nameEn", "Switchboard", "nameRu", "АТС", "lagDays", "2"),
                            Map.of("type", "CRM"),
                            "lagDays",
                            "3");
                case "pair" ->
                    new Entry(
                            Map.of("expectedLag", "2", "maxPlausibleLag", "6"),
                            Map.of("leading", "LEADS", "lagging", "REVENUE", "granularity", "MONTH"),
                            "expectedLag",
                            "3");
                default -> throw new IllegalArgumentException(kind);
            };
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"measure", "source", "pair"})
    void entry_isRefusedWhileEmpty_recorded_changed_closed_andFound(String kind) {
        Entry entry = Entry.of(kind);
        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/" + kind + "-edit");
        page.click("[id='edit:save']");
        assertThat(page.locator(".note.bad")).isVisible();
        assertThat(page.locator("#why-code .bad")).hasCount(1);

        page.fill("[id='edit:code']", code);
        entry.typed().forEach((id, text) -> page.fill("[id='edit:" + id + "']", text));
        entry.chosen().forEach((id, value) -> page.selectOption("[id='edit:" + id + "']", value));
        page.click("[id='edit:save']");
        assertThat(page).hasURL(Pattern.compile(".*/" + kind + "\\?code=" + code));
        assertThat(page.locator(".vs > li")).hasCount(1);

        page.click("main a[data-key=e]");
        page.fill("[id='edit:" + entry.changed() + "']", entry.to());
        page.click("[id='edit:save']");
        assertThat(page.locator(".vs > li")).hasCount(2);
        assertThat(page.locator(".vs > li").first()).containsText("→ " + entry.to());

        String list = suite.baseUrl() + "/catalogue?part=" + kind + "s&q=" + code;
        page.navigate(list);
        assertThat(page.locator("table.ct tbody tr")).hasCount(1);
        page.click("a.rowlink");
        page.click("[data-dialog=closing]");
        page.click("[id='close:do']");
        assertThat(page.locator(".toast")).isVisible();
        page.navigate(list);
        assertThat(page.locator("table.ct")).hasCount(0);
        page.navigate(list + "&closed=true");
        assertThat(page.locator("table.ct tbody tr")).hasCount(1);
    }

    @Test
    void unit_isCreated_found_andClosed() {
        String team = suite.uniqueCode("TEAM");
        Page page = signedIn(company, "admin");
        page.navigate(suite.baseUrl() + "/unit-edit");
        page.click("[id='edit:save']");
        assertThat(page.locator(".note.bad")).isVisible();
        page.fill("[id='edit:code']", team);
        page.fill("[id='edit:nameEn']", "Team " + team);
        page.fill("[id='edit:nameRu']", "Группа " + team);
        page.selectOption("[id='edit:above:0:parent']", company.department());
        page.click("[id='edit:save']");
        assertThat(page).hasURL(Pattern.compile(".*/unit\\?code=" + team));

        page.navigate(suite.baseUrl() + "/units?q=" + team.toLowerCase(Locale.ROOT));
        assertThat(page.locator("table.ut tbody tr").last()).containsText("Team " + team);
        assertThat(page.locator("table.ut")).containsText(company.department());
        assertThat(page.locator("table.ut")).not().containsText(company.other());
        page.navigate(suite.baseUrl() + "/units?q=no-such-unit");
        assertThat(page.locator("table.ut")).hasCount(0);
        assertThat(page.locator("main a[href$='/units'].ul")).isVisible();

        page.navigate(suite.baseUrl() + "/unit-edit?code=" + team);
        page.fill(
                "[id='edit:closedOn']",
                LocalDate.now(ZoneId.of("Europe/Moscow")).minusDays(1).toString());
        page.click("[id='edit:save']");
        assertThat(page.locator("main .head .tag")).isVisible();
        JsonArray found = ok(suite.api().get("/api/units?q=" + team.toLowerCase(Locale.ROOT)))
                .getJsonArray("rows");
        assertThat(found).hasSize(1);
        assertThat(found.getJsonObject(0).getString("closedOn")).isNotEmpty();
    }

    @Test
    void viewer_reads_andKeepsNothing() {
        Page page = signedIn(company, "viewer");
        page.navigate(suite.baseUrl() + "/indicator?code=CAC");
        assertThat(page.locator("h1")).containsText("CAC");
        assertThat(page.locator("main a[data-key=e]")).hasCount(0);
        assertThat(page.navigate(suite.baseUrl() + "/indicator-edit?code=CAC").status())
                .isEqualTo(403);
        assertThat(page.navigate(suite.baseUrl() + "/unit-edit").status()).isEqualTo(403);
    }

    /** The editor with all that a new indicator must say. */
    private Page newIndicator(String formula) {
        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/indicator-edit");
        page.fill("[id='edit:code']", code);
        page.fill("[id='edit:nameEn']", "Cost of a customer");
        page.fill("[id='edit:nameRu']", "Стоимость клиента");
        page.fill("[id='edit:definitionEn']", "Marketing cost by new customer");
        page.fill("[id='edit:definitionRu']", "Затраты на одного нового клиента");
        page.selectOption("[id='edit:unitKind']", "MONEY");
        page.selectOption("[id='edit:direction']", "DOWN");
        page.selectOption("[id='edit:nature']", "LAG");
        page.fill("[id='edit:formula']", formula);
        page.locator("[id='edit:formula']").blur();
        assertThat(page.locator("[id='edit:reading'] .why")).isVisible();
        return page;
    }
}
