package org.kpisuite.web.sample;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the company's departments and people, and lets the people sign in. */
final class CompanySteps {
    private static final int TOKEN_MINUTES = 15;

    private final String base;
    private final Client bootstrap;
    private final Protocol protocol;
    private final Map<Staff, String> passwords = new LinkedHashMap<>();

    CompanySteps(String base, Client bootstrap, Protocol protocol) {
        this.base = base;
        this.bootstrap = bootstrap;
        this.protocol = protocol;
    }

    static List<Staff> everybody() {
        List<Staff> all = new ArrayList<>(List.of(Staff.AUTHOR));
        all.addAll(Staff.HEADS);
        all.addAll(List.of(Staff.CONTROLLER, Staff.APPROVER, Staff.VIEWER, Staff.AUDITOR, Staff.ADMIN));
        return all;
    }

    void run() {
        protocol.heading("The company");
        protocol.step("Company and departments", this::units);
        protocol.step("People and their roles", this::people);
        protocol.step("Invitations accepted, passwords set", this::invitations);
    }

    private String units() {
        Set<String> known = bootstrap.get("/units").expect(200).rows().stream()
                .map(u -> u.getString("code"))
                .collect(Collectors.toSet());
        List<Unit> all = new ArrayList<>(List.of(Unit.COMPANY));
        all.addAll(Unit.DEPARTMENTS);
        List<Unit> fresh = all.stream().filter(u -> !known.contains(u.code())).toList();
        fresh.forEach(u -> bootstrap.put("/units/" + u.code(), body(u)).expect(200, 201));
        return made(fresh.size(), all.size());
    }

    private static JsonObject body(Unit unit) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add(
                        "name",
                        Json.createObjectBuilder()
                                .add("en", unit.name().en())
                                .add("ru", unit.name().ru()));
        if (unit.parent().isEmpty()) {
            body.add("currency", CsvFile.CURRENCY);
        } else {
            body.add("parent", unit.parent());
        }
        return body.build();
    }

    private String people() {
        Set<String> known = bootstrap.get("/people").expect(200).rows().stream()
                .map(p -> p.getString("login"))
                .collect(Collectors.toSet());
        List<Staff> fresh =
                everybody().stream().filter(s -> !known.contains(s.login())).toList();
        fresh.forEach(s -> bootstrap.put("/people/" + s.login(), body(s)).expect(200, 201));
        return made(fresh.size(), everybody().size());
    }

    private static JsonObject body(Staff staff) {
        JsonArrayBuilder grants = Json.createArrayBuilder();
        staff.duties()
                .forEach(d -> grants.add(
                        Json.createObjectBuilder().add("role", d.role()).add("unit", d.unit())));
        return Json.createObjectBuilder()
                .add("name", staff.name())
                .add("email", staff.email())
                .add("locale", staff.locale())
                .add("grants", grants)
                .build();
    }

    private static String made(int fresh, int all) {
        return fresh == 0 ? "all " + all + " exist already" : fresh + " made";
    }

    private String invitations() {
        Passwords generated = new Passwords();
        for (Staff staff : everybody()) {
            String password = generated.next();
            String link = bootstrap
                    .post("/people/" + staff.login() + "/invite")
                    .expect(200)
                    .json()
                    .getString("link");
            new InvitationPage(base).setPassword(link, password);
            passwords.put(staff, password);
        }
        return passwords.size() + " people can sign in";
    }

    /** Somebody signed in by password, with a token for these uses; one that signs lives 15 minutes at most. */
    Client signedIn(Staff staff, String... scopes) {
        JsonArrayBuilder wanted = Json.createArrayBuilder();
        for (String scope : scopes) {
            wanted.add(scope);
        }
        JsonObject body = Json.createObjectBuilder()
                .add("login", staff.login())
                .add("password", passwords.get(staff))
                .add("scopes", wanted)
                .add("minutes", TOKEN_MINUTES)
                .build();
        String token = bootstrap.post("/tokens", body).expect(200, 201).json().getString("token");
        return new Client(base, token);
    }

    void printSignIns() {
        protocol.heading("Sample sign-ins at " + base + "/");
        for (Staff staff : everybody()) {
            String duties = staff.duties().stream()
                    .map(d -> d.role() + " of " + d.unit())
                    .collect(Collectors.joining(", "));
            protocol.note(
                    String.format("%-16s %s   %s: %s", staff.login(), passwords.get(staff), staff.name(), duties));
        }
    }
}
