package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Import profiles as a script sees them: shipped ones tried on their samples, new ones proposed and previewed. */
class ImportProfilesIT {
    private static final String OWN = "Day,Ad,Clicks\n20260901,a,5\n20260901,b,7\nTotal,,12\n";

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");

    private HttpResponse<String> post(String path, String type, String body) {
        return controller.send(
                controller
                        .request(path)
                        .header("Content-Type", type)
                        .header("Accept-Language", "en")
                        .POST(BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
    }

    private static List<String> texts(JsonObject answer, String list, String field) {
        return answer.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(o -> o.getString(field))
                .toList();
    }

    @Test
    void shippedProfile_readsItsSample_onceItsUnitIsTold() {
        JsonObject profile = ok(controller.get("/api/import-profiles/social-page"));
        assertThat(profile.getString("form")).isEqualTo("WIDE");
        assertThat(profile.getBoolean("asksUnit")).isTrue();
        assertThat(profile.getJsonObject("about").getString("ru")).contains("охват");
        String sample = controller.get(profile.getString("sample") + "?lang=en").body();
        assertThat(sample).startsWith("Date,Reach,Followers");
        assertThat(controller.get(profile.getString("sample") + "?lang=ru").body())
                .startsWith("Дата;Охват;Подписчики");

        assertThat(refused(post("/api/imports?profile=social-page", "text/csv", sample), 422))
                .isEqualTo("E-FIELD-MISSING");
        JsonObject run = ok(post("/api/imports?profile=social-page&unit=" + company.department(), "text/csv", sample));
        assertThat(run.getString("state")).isEqualTo("APPLIED");
        assertThat(run.getJsonObject("counts").getInt("new")).isEqualTo(14);
        assertThat(run.getInt("profileVersion")).isEqualTo(1);
    }

    @Test
    void sample_isRecognised_orReadByAProposedProfile() {
        JsonObject known = ok(post("/api/import-profiles/guess", "text/csv", "Date,Reach,Followers\n2026-09-01,5,6\n"));
        assertThat(texts(known, "recognised", "code")).containsExactly("social-page");

        JsonObject guess = ok(post("/api/import-profiles/guess", "application/octet-stream", OWN));
        assertThat(texts(guess, "recognised", "code")).isEmpty();
        assertThat(texts(guess, "reasons", "message")).contains("Dates are written yyyyMMdd: 20260901.");
        JsonObject trial = Json.createObjectBuilder()
                .add("document", guess.getJsonObject("document"))
                .add("unit", company.department())
                .add("sample", OWN)
                .build();
        JsonObject preview = ok(post("/api/import-profiles/preview", "application/json", trial.toString()));
        assertThat(texts(preview, "rows", "state")).containsExactly("READ", "READ", "SKIPPED");
        assertThat(preview.getJsonArray("facts").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.getString("unit")).isEqualTo(company.department());
                    assertThat(fact.getString("period")).isEqualTo("2026-09-01");
                    assertThat(fact.getString("value")).isEqualTo("12");
                    assertThat(fact.get("dims")).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
                });
        assertThat(ok(controller.get("/api/imports")).getJsonArray("rows")).isEmpty();
    }

    @Test
    void previewByForm_takesTheFileFromItsPart() {
        String parts = String.join(
                "\r\n",
                "--cut",
                "Content-Disposition: form-data; name=\"profile\"",
                "",
                "social-page",
                "--cut",
                "Content-Disposition: form-data; name=\"sample\"; filename=\"a.csv\"",
                "Content-Type: text/csv",
                "",
                "Date,Reach,Followers",
                "2026-09-01,5,x",
                "--cut--",
                "");
        JsonObject preview = ok(post("/api/import-profiles/preview", "multipart/form-data; boundary=cut", parts));
        assertThat(texts(preview, "rows", "state")).containsExactly("REFUSED");
        assertThat(texts(preview, "issues", "code")).containsExactly("E-NUM-FORMAT");
        assertThat(refused(post("/api/import-profiles/guess", "multipart/form-data; boundary=cut", parts), 422))
                .isEqualTo("E-FIELD-UNKNOWN");
        String file = parts.substring(parts.indexOf("--cut", 1));
        JsonObject guess = ok(post("/api/import-profiles/guess", "multipart/form-data; boundary=cut", file));
        assertThat(texts(guess, "recognised", "code")).containsExactly("social-page");
    }

    @Test
    void wrongDocument_isRefusedByAllItsPaths_andEarlierOnesStayReadable() {
        HttpResponse<String> refusal = controller.put(
                "/api/import-profiles/" + company.department().toLowerCase(Locale.ROOT),
                Json.createObjectBuilder()
                        .add("name", Json.createObjectBuilder().add("en", "x").add("ru", "x"))
                        .add("numbers", "DE")
                        .add("colour", 1)
                        .build());
        assertThat(refused(refusal, 422)).isEqualTo("E-FIELD-UNKNOWN");
        assertThat(refusal.body()).contains("\"column\":\"colour\"", "\"column\":\"numbers\"");
        JsonObject versions = ok(controller.get("/api/import-profiles/ledger/versions"));
        assertThat(versions.getJsonArray("rows").getJsonObject(0).getInt("version"))
                .isEqualTo(1);
        assertThat(ok(controller.get("/api/import-profiles/ledger?version=1")).getJsonObject("document"))
                .isEqualTo(versions.getJsonArray("rows").getJsonObject(0).getJsonObject("document"));
        assertThat(refused(controller.get("/api/import-profiles/ledger?version=7"), 404))
                .isEqualTo("E-NOT-FOUND");
    }
}
