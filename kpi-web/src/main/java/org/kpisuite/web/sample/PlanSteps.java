package org.kpisuite.web.sample;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.calendar.Period;

/** Plans of all departments: written by the author, submitted by the head, checked, approved by somebody else. */
final class PlanSteps {
    private static final Set<String> IN_FORCE = Set.of("APPROVED", "ACTIVE", "CLOSED");
    private static final String[] SIGNER = {"read", "plan", "sign"};

    /** Why a plan is right although the lint warns, by the code of the warning. */
    private static final Map<String, String> RATIONALES = Map.of(
            "L06", "Agreed with those who share in it: they have targets of their own for their part.",
            "L13", "Counted once a month by the accounts; the diagnostics beside it come by the day.",
            "L18", "The same quarter of the year before was weaker, too: it is the season.",
            "L23", "The cohort is decided late; until then the score is marked as provisional.");

    private static final String RATIONALE = "Looked at with the controller: it stays as it is for this quarter.";

    private final SampleCompany company;
    private final CompanySteps people;
    private final Protocol protocol;
    private final Client author;
    private final Client controller;
    private final Client approver;

    PlanSteps(SampleCompany company, CompanySteps people, Protocol protocol) {
        this.company = company;
        this.people = people;
        this.protocol = protocol;
        this.author = people.signedIn(Staff.AUTHOR, "read", "plan");
        this.controller = people.signedIn(Staff.CONTROLLER, SIGNER);
        this.approver = people.signedIn(Staff.APPROVER, SIGNER);
    }

    void run() {
        protocol.heading("Plans");
        List<DepartmentPlan> plans = company.plans();
        List<DepartmentPlan> past = plans.stream()
                .filter(p -> !p.quarter().equals(company.quarter()))
                .toList();
        Unit.DEPARTMENTS.forEach(u -> protocol.step(
                u.code() + ", the seven quarters before",
                () -> approved(
                        past.stream().filter(p -> p.unit().equals(u.code())).toList(), false)));
        plans.stream()
                .filter(p -> p.quarter().equals(company.quarter()))
                .forEach(p -> protocol.step(
                        p.unit() + " " + p.quarter(),
                        () -> approved(List.of(p), p.unit().equals(Sales.UNIT))));
    }

    private String approved(List<DepartmentPlan> plans, boolean isTried) {
        Client head = people.signedIn(Staff.headOf(plans.get(0).unit()), SIGNER);
        List<String> done = plans.stream()
                .map(p -> approved(p, head, isTried))
                .filter(t -> !t.isEmpty())
                .toList();
        if (done.isEmpty()) {
            return "in force already";
        }
        return done.size() == 1 ? done.get(0) : done.size() + " plans submitted, checked, approved";
    }

    private String approved(DepartmentPlan plan, Client head, boolean isTried) {
        Optional<JsonObject> known = find(plan.unit(), plan.quarter());
        if (known.filter(p -> IN_FORCE.contains(p.getString("state"))).isPresent()) {
            return "";
        }
        JsonObject at = known.orElseGet(
                () -> author.post("/plans", PlanJson.of(plan)).expect(200, 201).json());
        String path = "/plans/" + at.get("id");
        if (Set.of("DRAFT", "RETURNED").contains(at.getString("state"))) {
            answerWarnings(at, plan);
            at = head.post(path + "/submit").expect(200).json();
        }
        if (at.getString("state").equals("SUBMITTED")) {
            at = controller.post(path + "/check").expect(200).json();
        }
        JsonObject shown =
                Json.createObjectBuilder().add("hash", at.getString("hash")).build();
        String tried = isTried ? refusedToTheHead(head, path, shown) : "";
        at = approver.post(path + "/approve", shown).expect(200).json();
        return at.getString("state") + ", approved at hash "
                + shown.getString("hash").substring(0, 16) + tried;
    }

    /** Every warning of the lint gets its rationale, which the approver reads. */
    private void answerWarnings(JsonObject written, DepartmentPlan plan) {
        Map<String, JsonObject> answers = new LinkedHashMap<>();
        for (JsonObject finding : written.getJsonArray("findings").getValuesAs(JsonObject.class)) {
            if (finding.getString("severity").equals("WARN")) {
                String item = finding.getString("item", "");
                JsonObjectBuilder answer = Json.createObjectBuilder()
                        .add("code", finding.getString("code"))
                        .add("finding", finding.getString("id"))
                        .add("rationale", RATIONALES.getOrDefault(finding.getString("code"), RATIONALE));
                answers.put(finding.getString("id"), (item.isEmpty() ? answer : answer.add("item", item)).build());
            }
        }
        if (!answers.isEmpty()) {
            JsonArrayBuilder all = Json.createArrayBuilder();
            answers.values().forEach(all::add);
            author.put("/plans/" + written.get("id"), PlanJson.of(plan, all.build()), written.getInt("version"))
                    .expect(200);
        }
    }

    private Optional<JsonObject> find(String unit, Period quarter) {
        return author.get("/plans?unit=" + unit + "&period=" + quarter).expect(200).rows().stream()
                .filter(p -> !Set.of("CANCELLED", "SUPERSEDED").contains(p.getString("state")))
                .findFirst();
    }

    /** He may approve plans, but not the one of his own department. */
    private static String refusedToTheHead(Client head, String path, JsonObject shown) {
        JsonObject problem = head.post(path + "/approve", shown)
                .expectRefusal(403, "E-FOUR-EYES")
                .json();
        return System.lineSeparator() + "      its own head tried before: " + problem.getString("code") + ", "
                + problem.getString("title");
    }
}
