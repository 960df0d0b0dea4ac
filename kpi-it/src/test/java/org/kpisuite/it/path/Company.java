package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** A root unit with two departments and one person for each role, made over the API as an administrator would. */
public final class Company {
    private static final int SIGNING_MINUTES = 15;
    private static final int YEAR_LENGTH = 4;

    private final RunningSuite suite;
    private final String root;
    private final String suffix;
    private final Set<Integer> years = new HashSet<>();
    private final Map<String, ApiClient> clients = new ConcurrentHashMap<>();

    public Company(RunningSuite suite) {
        this.suite = suite;
        this.root = suite.uniqueCode("ROOT");
        this.suffix = root.substring(root.indexOf('-') + 1).toLowerCase(Locale.ROOT);
        unit(root, null);
        unit(department(), root);
        unit(other(), root);
        person("author", department(), "AUTHOR");
        person("head", department(), "HEAD");
        person("controller", root, "CONTROLLER");
        person("approver", root, "APPROVER");
        person("viewer", department(), "VIEWER");
        person("stranger", other(), "VIEWER");
        person("auditor", root, "AUDITOR");
        person("deputy", department(), "VIEWER");
        person("admin", root, "ADMIN");
        person("local", department(), "ADMIN");
    }

    /** The day in the zone of the company, whatever that of this machine is. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Moscow"));
    }

    public String root() {
        return root;
    }

    public String department() {
        return "MKT-" + suffix.toUpperCase(Locale.ROOT);
    }

    public String other() {
        return "OPS-" + suffix.toUpperCase(Locale.ROOT);
    }

    public String login(String role) {
        return role + "-" + suffix;
    }

    private void unit(String code, String parent) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add(
                        "name",
                        Json.createObjectBuilder().add("en", "Unit " + code).add("ru", "Отдел " + code));
        if (parent == null) {
            body.addNull("parent");
        } else {
            body.add("parent", parent);
        }
        ok(suite.api().put("/api/units/" + code, body.build()));
    }

    /** A person who is called by that role, with that grant. */
    public void person(String role, String unit, String grant) {
        ok(suite.api().put("/api/people/" + login(role), described(role, unit, grant)));
    }

    /** Gives a person who is there these grants in place of all others. */
    void regrant(String role, String unit, String... grants) {
        String path = "/api/people/" + login(role);
        String version = suite.api().get(path).headers().firstValue("ETag").orElseThrow();
        ok(suite.api().put(path, described(role, unit, grants), "If-Match", version));
    }

    private JsonObject described(String role, String unit, String... granted) {
        JsonArrayBuilder grants = Json.createArrayBuilder();
        for (String grant : granted) {
            grants.add(Json.createObjectBuilder().add("role", grant).add("unit", unit));
        }
        return Json.createObjectBuilder()
                .add("name", "Person " + role)
                .add("email", login(role) + "@example.org")
                .add("locale", "en")
                .add("grants", grants)
                .build();
    }

    /** A client that acts as the person of that role, with every scope. */
    public ApiClient as(String role) {
        return clients.computeIfAbsent(role, this::signedIn);
    }

    private ApiClient signedIn(String role) {
        JsonObject answer = ok(suite.api()
                .post(
                        "/api/people/" + login(role) + "/tokens",
                        Json.createObjectBuilder()
                                .add(
                                        "scopes",
                                        Json.createArrayBuilder()
                                                .add("read")
                                                .add("import")
                                                .add("plan")
                                                .add("sign"))
                                .add("minutes", SIGNING_MINUTES)
                                .build()));
        return suite.api(answer.getString("token"));
    }

    /** What lets the person of that role act in a grant of whoever sends it, for the department, from yesterday on. */
    JsonObject delegation(String to, String grant, LocalDate until) {
        return Json.createObjectBuilder()
                .add("delegate", login(to))
                .add("role", grant)
                .add("unit", department())
                .add("from", today().minusDays(1).toString())
                .add("to", until.toString())
                .add("reason", "On leave")
                .build();
    }

    /** Sets the password of the person of that role by an invitation, as the page does, and answers it. */
    public String invitation(String role) {
        return ok(suite.api()
                        .post(
                                "/api/people/" + login(role) + "/invite",
                                Json.createObjectBuilder().build()))
                .getString("link");
    }

    /** A plan of the department for these targets, of equal weights, with an answer to whatever the lint may warn of. */
    public JsonObject plan(String period, Map<String, String> targets) {
        delivered(Math.min(Integer.parseInt(period.substring(0, YEAR_LENGTH)), today().getYear()) - 1);
        JsonArrayBuilder items = Json.createArrayBuilder();
        JsonArrayBuilder answers = Json.createArrayBuilder().add(answer("L10"));
        targets.forEach((indicator, target) -> {
            items.add(Json.createObjectBuilder()
                    .add("indicator", indicator)
                    .add("usage", "EVAL")
                    .add("weight", 100 / targets.size())
                    .add("target", target)
                    .add("goalLink", "Revenue")
                    .add("dataSource", "CRM")
                    .add("qualityPair", indicator.equals("LEADS") ? "CAC" : ""));
            for (String code : List.of("L03a", "L13", "L17", "L18")) {
                answers.add(answer(code).add("item", indicator));
            }
        });
        return Json.createObjectBuilder()
                .add("unit", department())
                .add("period", period)
                .add("items", items)
                .add("consultations", consulted())
                .add("answers", answers)
                .build();
    }

    /** What is planned must have been delivered of late: by the year, which counts in no quarter. */
    private void delivered(int year) {
        if (years.add(year)) {
            deliver(String.valueOf(year));
        }
    }

    /** Delivers a month in place of the year before a plan, for what is then owed by the month. */
    public void deliveredByMonth(String plan, String month) {
        years.add(Integer.parseInt(plan.substring(0, YEAR_LENGTH)) - 1);
        deliver(month);
    }

    private void deliver(String period) {
        StringBuilder csv = new StringBuilder("unit,measure,period,value,currency\n");
        for (String row : List.of("LEADS,%s,4000,", "NEW_CUSTOMERS,%s,400,", "MKT_COST,%s,2000000,RUB")) {
            csv.append(department()).append(',').append(row.formatted(period)).append('\n');
        }
        ok(as("controller").post("/api/imports", "text/csv", csv.toString()));
    }

    /** Two of the team were asked. */
    public static JsonArrayBuilder consulted() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("who", "Anna Orlova, Ivan Petrov")
                        .add("at", "2026-09-01")
                        .add("outcome", "Leads and their cost, nothing else"));
    }

    /** Why a plan is right although a rule warns. */
    public static JsonObjectBuilder answer(String code) {
        return Json.createObjectBuilder().add("code", code).add("rationale", "Agreed with the team");
    }

    /** Brings a plan all the way into force; answers it as approved. */
    public JsonObject approved(String period, Map<String, String> targets) {
        JsonObject plan = ok(as("author").post("/api/plans", plan(period, targets)));
        String path = "/api/plans/" + plan.getInt("id");
        JsonObject empty = Json.createObjectBuilder().build();
        ok(as("head").post(path + "/submit", empty));
        JsonObject checked = ok(as("controller").post(path + "/check", empty));
        JsonObject hash = Json.createObjectBuilder()
                .add("hash", checked.getString("hash"))
                .build();
        return ok(as("approver").post(path + "/approve", hash));
    }

    /** The JSON of an answer that must be a success. */
    public static JsonObject ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isBetween(200, 201);
        return ApiClient.json(answer);
    }

    /** The code of an answer that must be a refusal with that status. */
    public static String refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        return ApiClient.json(answer).getString("code");
    }
}
