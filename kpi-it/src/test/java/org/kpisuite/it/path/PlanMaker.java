package org.kpisuite.it.path;

import static org.kpisuite.it.path.Company.ok;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.kpisuite.it.suite.ApiClient;

/**
 * Makes plans of a company with a past, each of a quarter of its own, and brings them where they are wanted by the people
 * who may do so.
 */
final class PlanMaker {
    static final JsonObject EMPTY = Json.createObjectBuilder().build();

    /** Years in which no other test closes a period: all share one installation. */
    private static final int FIRST_YEAR = 2002;

    private static final int YEARS = 13;
    private static final int QUARTERS = 4;
    private static final Map<String, String> TARGETS = Map.of("LEADS", "3100", "CAC", "95");

    private final Company company;
    private int past;
    private int future;
    private JsonObject running;

    PlanMaker(Company company) {
        this.company = company;
        StringBuilder csv = new StringBuilder("unit,measure,period,value,currency\n");
        YearMonth now = YearMonth.from(Company.today());
        months(csv, YearMonth.of(FIRST_YEAR - 2, 1), YearMonth.of(FIRST_YEAR + YEARS, 1));
        months(csv, now.minusYears(2), now);
        ok(as("controller").post("/api/imports", "text/csv", csv.toString()));
    }

    private void months(StringBuilder csv, YearMonth from, YearMonth to) {
        int i = 0;
        for (YearMonth month = from; month.isBefore(to); month = month.plusMonths(1)) {
            i++;
            String at = company.department() + ",%s," + month + ",";
            csv.append(String.format(at, "LEADS")).append(1000 + i % 7 * 10).append(",\n");
            csv.append(String.format(at, "MKT_COST"))
                    .append(50_000 + i % 5 * 500)
                    .append(",RUB\n");
            csv.append(String.format(at, "NEW_CUSTOMERS"))
                    .append(500 + i % 3 * 5)
                    .append(",\n");
        }
    }

    ApiClient as(String role) {
        return company.as(role);
    }

    HttpResponse<String> post(String role, JsonObject plan, String action, JsonObject body) {
        return as(role).post("/api/plans/" + plan.getInt("id") + "/" + action, body);
    }

    JsonObject now(JsonObject plan) {
        return ok(as("viewer").get("/api/plans/" + plan.getInt("id")));
    }

    /** A quarter that is over and has no plan yet. */
    String pastQuarter() {
        return quarter(FIRST_YEAR * QUARTERS + past++);
    }

    /** A quarter that has not begun and has no plan yet. */
    String futureQuarter() {
        LocalDate today = Company.today();
        return quarter(today.getYear() * QUARTERS + (today.getMonthValue() - 1) / 3 + 1 + future++);
    }

    /** A quarter that is over, for which nothing was delivered. */
    static String quarterWithoutData() {
        return quarter((FIRST_YEAR + YEARS) * QUARTERS);
    }

    private static String quarter(int index) {
        return index / QUARTERS + "-Q" + (index % QUARTERS + 1);
    }

    JsonObject body(String period) {
        return company.plan(period, TARGETS);
    }

    /** A draft whose warnings are answered. */
    JsonObject draft(String period) {
        JsonObject plan = ok(as("author").post("/api/plans", body(period)));
        JsonArrayBuilder answers = Json.createArrayBuilder();
        plan.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .filter(f -> f.getString("severity").equals("WARN"))
                .forEach(f -> answers.add(answer(f)));
        JsonObjectBuilder body = Json.createObjectBuilder(body(period)).add("answers", answers);
        return edit("author", plan, body.build());
    }

    private static JsonObjectBuilder answer(JsonObject finding) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("code", finding.getString("code"))
                .add("rationale", "Agreed with the team");
        if (finding.get("item") != JsonValue.NULL && finding.containsKey("item")) {
            answer.add("item", finding.getString("item"));
        }
        return answer;
    }

    JsonObject edit(String role, JsonObject plan, JsonObject body) {
        return ok(tryEdit(role, plan, body));
    }

    HttpResponse<String> tryEdit(String role, JsonObject plan, JsonObject body) {
        String tag = "\"" + plan.getInt("version") + "\"";
        return as(role).put("/api/plans/" + plan.getInt("id"), body, "If-Match", tag);
    }

    JsonObject submitted(String period) {
        return ok(post("head", draft(period), "submit", EMPTY));
    }

    JsonObject checked(String period) {
        return ok(post("controller", submitted(period), "check", EMPTY));
    }

    JsonObject approved(String period) {
        return approve(checked(period));
    }

    JsonObject approve(JsonObject checked) {
        return ok(post("approver", checked, "approve", shown(checked)));
    }

    static JsonObject shown(JsonObject plan) {
        String hash = plan.get("hash") instanceof JsonString text ? text.getString() : "0".repeat(64);
        return Json.createObjectBuilder().add("hash", hash).build();
    }

    static JsonObject with(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    /** A new plan in a state, of a quarter of its own, that is over or, where it is approved only, ahead. */
    JsonObject in(String state) {
        return switch (state) {
            case "DRAFT" -> draft(pastQuarter());
            case "SUBMITTED" -> submitted(pastQuarter());
            case "CHECKED" -> checked(pastQuarter());
            case "CHECKED-AHEAD" -> checked(futureQuarter());
            case "RETURNED" -> ok(post("controller", submitted(pastQuarter()), "return", with("comment", "No floor")));
            case "APPROVED" -> approved(futureQuarter());
            case "ACTIVE" -> approved(pastQuarter());
            case "ACTIVE-RUNNING" -> running();
            case "SUPERSEDED" -> superseded();
            case "CLOSED" -> ok(post("controller", approved(pastQuarter()), "close", EMPTY));
            case "CANCELLED" -> ok(post("head", draft(pastQuarter()), "cancel", with("reason", "No budget")));
            default -> throw new IllegalArgumentException(state);
        };
    }

    /** The one of the quarter that is running. */
    private JsonObject running() {
        if (running == null) {
            LocalDate today = Company.today();
            running = approved(quarter(today.getYear() * QUARTERS + (today.getMonthValue() - 1) / 3));
        }
        return running;
    }

    private JsonObject superseded() {
        JsonObject first = approved(futureQuarter());
        JsonObject next = ok(post("head", first, "revise", with("reason", "A new channel")));
        ok(post("head", next, "submit", EMPTY));
        approve(ok(post("controller", next, "check", EMPTY)));
        return now(first);
    }
}
