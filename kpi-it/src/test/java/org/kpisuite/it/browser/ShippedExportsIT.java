package org.kpisuite.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.it.path.Company;
import org.kpisuite.it.suite.ApiClient;

/**
 * Each export that the product reads out of the box, brought in by page as by somebody who does so for the first time: the
 * file chosen, its profile recognised, its unit told where it is asked for, and all of it loaded; every second in Russian.
 */
class ShippedExportsIT extends BrowserTests {
    private static final Pattern ID = Pattern.compile("/import\\?(?:from=\\d+&)?id=(\\d+)");

    private final Company company = new Company(suite);
    private final ApiClient controller = company.as("controller");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void shippedExport_isRecognised_readWithoutAQuestion_andLoaded(String language) {
        Page page = signedIn(company, "controller");
        page.navigate(suite.baseUrl() + "/imports?lang=" + language);
        List<JsonObject> profiles =
                ok(controller.get("/api/import-profiles")).getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                        .filter(profile -> profile.containsKey("sample") && !profile.isNull("sample"))
                        .filter(profile -> !isOfAnotherCurrency(profile))
                        .toList();
        for (int i = language.equals("en") ? 0 : 1; i < profiles.size(); i += 2) {
            bringsIn(page, profiles.get(i), language);
        }
    }

    /** The purchases of 1997 are in dollars, which no unit here counts in. */
    private static boolean isOfAnotherCurrency(JsonObject profile) {
        return profile.getString("code").equals("cdnow");
    }

    private void bringsIn(Page page, JsonObject profile, String language) {
        byte[] sample = controller
                .download(profile.getString("sample") + "?lang=" + language)
                .body();
        String name = profile.getJsonObject("name").getString(language);
        page.navigate(suite.baseUrl() + "/imports");
        page.setInputFiles(
                "[id='upload:file']", new FilePayload(profile.getString("code") + ".csv", "text/csv", own(sample)));
        page.click("[id='upload:load']");
        page.waitForURL(Pattern.compile(".*/import-preview\\?id=\\d+"));
        if (profile.getBoolean("asksUnit")) {
            assertThat(page.locator(".note.acc[role=note]")).containsText(name);
            page.click(".note.acc [data-dialog=other]");
            page.selectOption("[id='f-other:unit']", company.department());
            page.click("[id='f-other:do']");
            page.waitForURL(Pattern.compile(".*/import-preview\\?id=\\d+"));
        }
        assertThat(page.locator(".sidecol")).containsText(name);
        assertThat(page.locator("h1")).containsText(language.equals("en") ? "all understood" : "все поняты");
        page.click("[id='go:load']");
        page.waitForURL(url -> ID.matcher(url).find());
        assertThat(page.locator("table.is tbody tr.bad")).hasCount(0);
        Matcher id = ID.matcher(page.url());
        if (!id.find()) {
            throw new AssertionError(page.url());
        }
        ok(controller.post(
                "/api/imports/" + id.group(1) + "/undo",
                Json.createObjectBuilder().add("reason", "the next one").build()));
    }

    /** Where a file says itself whose figures these are, it says this company's departments. */
    private byte[] own(byte[] sample) {
        String bytes = new String(sample, StandardCharsets.ISO_8859_1);
        return bytes.replace("\nMARKETING", "\n" + company.department())
                .replace("\nSALES", "\n" + company.other())
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
