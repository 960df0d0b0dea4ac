package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.it.path.Company;

/** A pair that leads by two months: tested over the API and on its page, told as a signal, seen by the head. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadLagPagesIT extends BrowserTests {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The worked example of the specification, its last leading value risen so that there is something to expect. */
    private static final int[] LEADING = {
        456, 498, 413, 417, 391, 402, 335, 348, 362, 441, 463, 497, 420, 556, 446, 514, 499, 454, 423, 395, 417, 416,
        502, 407, 411, 373, 413, 324, 314, 325, 275, 312, 322, 367, 416, 374, 480
    };

    private static final int[] LAGGING = {
        5000, 4911, 5961, 6690, 5636, 5481, 5003, 4936, 4289, 4382, 5103, 5702, 5807, 6287, 5285, 6302, 5418, 6283,
        5698, 5798, 5420, 5222, 5724, 5954, 7251, 6340, 6388, 6095, 6184, 5617, 5256, 5005, 5044, 5484, 5233, 6422, 6886
    };

    private final Company company = new Company(suite);
    private final String pair = suite.uniqueCode("PAIR").replace('-', '_');
    private final YearMonth last = YearMonth.now(ZoneId.of("Europe/Moscow")).minusMonths(1);

    @BeforeAll
    void figuresAndPair() {
        StringBuilder csv = new StringBuilder("unit,measure,period,value\n");
        for (int i = 0; i < LEADING.length; i++) {
            YearMonth month = last.minusMonths(LEADING.length - 1L - i);
            row(csv, "BRAND_SESSIONS", month, LEADING[i]);
            row(csv, "UNITS_SOLD", month, LAGGING[i]);
        }
        ok(company.as("controller").post("/api/imports", "text/csv", csv.toString()));
        ok(company.as("controller")
                .put(
                        "/api/pairs/" + pair,
                        Json.createObjectBuilder()
                                .add("leading", "BRAND_SESSIONS")
                                .add("lagging", "UNITS_SOLD")
                                .add("granularity", "MONTH")
                                .add("expectedSign", 1)
                                .add("expectedLag", 2)
                                .add("maxPlausibleLag", 6)
                                .add("seasonal", false)
                                .build()));
    }

    private void row(StringBuilder csv, String measure, YearMonth month, int value) {
        csv.append(company.department()).append(',').append(measure).append(',');
        csv.append(month).append(',').append(value).append('\n');
    }

    private JsonObject analysis(String query) {
        return ok(company.as("viewer").get("/api/pairs/" + pair + "/analysis?unit=" + company.department() + query));
    }

    @Test
    void analysis_isTheContract_andCutsRowsByUnit() {
        JsonObject found = analysis("");
        assertThat(found.getString("verdict")).isEqualTo("CONFIRMED");
        assertThat(found.getInt("lag")).isEqualTo(2);
        assertThat(found.getString("p")).isLessThan("0.006");
        assertThat(found.getString("transform")).isEqualTo("LOGDIFF");
        assertThat(found.getJsonArray("ccf")).hasSize(13);
        assertThat(found.getJsonArray("forecast")).hasSize(2);
        assertThat(found.getJsonObject("text").getString("en"))
                .contains("by 2 months")
                .contains("not proof of cause");
        JsonObject cut = analysis("&from=" + last.minusMonths(9) + "&to=" + last);
        assertThat(cut.getString("verdict")).isEqualTo("INSUFFICIENT");
        assertThat(cut.isNull("r")).isTrue();
        assertThat(cut.getJsonArray("ccf")).isEmpty();
        assertThat(company.as("stranger")
                        .get("/api/pairs/" + pair + "/analysis?unit=" + company.department())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"en, ahead by 2 months, not proof of cause", "ru, опережение на 2 месяца, не доказательство причины"})
    void page_saysItInWords_andShowsWhatItSays(String language, String headline, String caution) {
        Page page = signedIn(company, "viewer");
        page.navigate(
                suite.baseUrl() + "/leadlag?lang=" + language + "&unit=" + company.department() + "&pair=" + pair);
        assertThat(page.locator("h1")).containsText(headline);
        assertThat(page.locator(".head .sub").first()).containsText(caution);
        assertThat(page.locator(".ll svg[role=img]")).hasCount(3);
        assertThat(page.locator(".llr .nots").first().locator("li")).not().hasCount(0);
        assertThat(page.locator(".llb table.cmp tbody tr")).hasCount(3);
        assertThat(page.locator("nav [aria-current=page]").first()).hasAttribute("data-key", "l");
    }

    @Test
    void discovery_proposes_andOnlyAControllerDeclares() {
        Company other = new Company(suite);
        StringBuilder csv = new StringBuilder("unit,measure,period,value\n");
        for (int i = 0; i < LEADING.length; i++) {
            YearMonth month = last.minusMonths(LEADING.length - 1L - i);
            csv.append("%s,BRAND_SESSIONS,%s,%d%n".formatted(other.department(), month, LEADING[i]));
            csv.append("%s,ORDERS,%s,%d%n".formatted(other.department(), month, LAGGING[i]));
        }
        ok(other.as("controller").post("/api/imports", "text/csv", csv.toString()));

        Page viewer = discovery(other, "viewer");
        assertThat(viewer.locator("table.dsc tbody tr")).hasCount(1);
        assertThat(viewer.locator("[type=radio]")).hasCount(0);
        assertThat(viewer.locator("#declare")).hasCount(0);

        Page controller = discovery(other, "controller");
        controller.click("#declare");
        assertThat(controller.locator(".note.bad")).containsText("E-FIELD-MISSING");
        controller = discovery(other, "controller");
        controller.locator("[type=radio]").first().check();
        controller.click("#declare");
        assertThat(controller).hasURL(Pattern.compile(".*/leadlag\\?.*pair=.*"));
        assertThat(discovery(other, "viewer").locator("table.dsc")).hasCount(0);
    }

    private Page discovery(Company of, String role) {
        Page page = signedIn(of, role);
        page.navigate(suite.baseUrl() + "/discovery?lang=en&unit=" + of.department() + "&granularity=MONTH");
        return page;
    }

    @Test
    void signal_isToldByItself_andSeenByTheHead() throws InterruptedException {
        JsonObject told = signal();
        assertThat(told.getString("kind")).isEqualTo("NOT_YET");
        assertThat(told.getString("due")).isEqualTo(last.plusMonths(2).toString());
        String seen = "/api/signals/" + told.getInt("id") + "/acknowledge";
        JsonObject words =
                Json.createObjectBuilder().add("words", "Stock ordered").build();
        assertThat(company.as("viewer").post(seen, words).statusCode()).isEqualTo(403);
        assertThat(company.as("stranger").post(seen, words).statusCode()).isIn(403, 404);
        ok(company.as("head").post(seen, words));
        assertThat(company.as("head").post(seen, words).statusCode()).isEqualTo(409);
        Page page = signedIn(company, "viewer");
        page.navigate(suite.baseUrl() + "/signals?unit=" + company.department());
        assertThat(page.locator(".sgl").first()).containsText("Stock ordered");
        assertThat(page.locator(".sgl").first()).containsText(company.login("head"));
        page.navigate(suite.baseUrl() + "/forecasts?unit=" + company.department());
        assertThat(page.locator("table.fct tbody tr")).hasCount(2);
    }

    private JsonObject signal() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            JsonObject answer = ok(company.as("viewer").get("/api/signals?unit=" + company.department()));
            if (!answer.getJsonArray("rows").isEmpty()) {
                return answer.getJsonArray("rows").getJsonObject(0);
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("no signal within " + PATIENCE);
    }
}
