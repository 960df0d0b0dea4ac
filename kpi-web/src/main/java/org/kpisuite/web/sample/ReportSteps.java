package org.kpisuite.web.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scorecards of all departments as files in both languages, and one mailed by a schedule. */
final class ReportSteps {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final List<String> LANGUAGES = List.of("en", "ru");

    private final SampleCompany company;
    private final Client controller;
    private final Protocol protocol;
    private final Path folder;
    private final Instant asOf;

    /** As known at an instant: after the imports, since before them nothing was known. */
    ReportSteps(SampleCompany company, Client controller, Protocol protocol, Path folder, Instant asOf) {
        this.company = company;
        this.controller = controller;
        this.protocol = protocol;
        this.folder = folder;
        this.asOf = asOf;
    }

    void run() {
        protocol.heading("Scorecards " + company.quarter() + ", as of " + asOf);
        Unit.DEPARTMENTS.forEach(u -> protocol.step(u.name().en(), () -> scorecard(u)));
        protocol.heading("Mail");
        String[] schedule = new String[1];
        protocol.step("A schedule, Mondays at 07:00", () -> {
            schedule[0] = schedule();
            return "schedule " + schedule[0] + " for " + recipients().size() + " recipients";
        });
        protocol.step("Run of " + asOf, () -> sent(schedule[0]));
        protocol.step("The same run again", () -> nothingMore(schedule[0]));
    }

    private String scorecard(Unit unit) {
        String path = "/scorecards/" + unit.code() + "/" + company.quarter();
        JsonObject card = controller.get(path + "?asOf=" + asOf).expect(200).json();
        for (String language : LANGUAGES) {
            String query = "?asOf=" + asOf + "&lang=" + language;
            String name = unit.code() + "-" + company.quarter() + "." + language;
            save(
                    name + ".pdf",
                    controller.get(path + ".pdf" + query).expect(200).bytes(),
                    PDF);
            save(
                    name + ".xlsx",
                    controller.get(path + ".xlsx" + query).expect(200).bytes(),
                    ZIP);
        }
        JsonObject score = card.getJsonObject("score");
        return "score " + points(score) + " " + score.getString("status", "") + ", coverage "
                + rounded(score.getString("coverage")) + ", 2 PDF and 2 XLSX";
    }

    private static String points(JsonObject score) {
        return score.get("value") == JsonValue.NULL ? "not rated" : rounded(score.getString("value"));
    }

    private static String rounded(String number) {
        return new BigDecimal(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private void save(String name, byte[] bytes, byte[] mark) {
        if (bytes.length <= mark.length || !Arrays.equals(mark, Arrays.copyOf(bytes, mark.length))) {
            throw new DemoFailure(name + " is not what its name says: " + bytes.length + " bytes");
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Staff> recipients() {
        return List.of(Staff.HEADS.get(0), Staff.APPROVER);
    }

    /** The one that exists already, or a new one. */
    private String schedule() {
        return controller.get("/schedules").expect(200).rows().stream()
                .filter(s -> s.getString("unit").equals(Marketing.UNIT))
                .findFirst()
                .orElseGet(() ->
                        controller.post("/schedules", body()).expect(200, 201).json())
                .get("id")
                .toString();
    }

    private static JsonObject body() {
        var recipients = Json.createArrayBuilder();
        recipients()
                .forEach(r -> recipients.add(
                        Json.createObjectBuilder().add("email", r.email()).add("locale", r.locale())));
        return Json.createObjectBuilder()
                .add("unit", Marketing.UNIT)
                .add("dayOfWeek", "MONDAY")
                .add("time", "07:00")
                .add("zone", "Europe/Moscow")
                .add("recipients", recipients)
                .add("enabled", true)
                .build();
    }

    private void run(String schedule) {
        JsonObject body =
                Json.createObjectBuilder().add("asOf", asOf.toString()).build();
        controller.post("/schedules/" + schedule + "/run", body).expect(200, 201, 202);
    }

    private List<JsonObject> deliveries() {
        return controller.get("/deliveries").expect(200).rows();
    }

    private String sent(String schedule) {
        int before = deliveries().size();
        run(schedule);
        List<JsonObject> after = deliveries();
        if (after.size() - before < recipients().size()) {
            throw new DemoFailure("the run made only " + (after.size() - before) + " deliveries");
        }
        after.stream()
                .filter(d -> !d.getString("state").equals("SENT"))
                .findFirst()
                .ifPresent(d -> {
                    throw new DemoFailure("not sent but " + d.getString("state") + ": " + d);
                });
        return after.stream()
                .limit(after.size() - before)
                .map(d -> d.getString("recipient") + " (" + d.getString("locale") + ")")
                .collect(Collectors.joining(", "));
    }

    private String nothingMore(String schedule) {
        int before = deliveries().size();
        run(schedule);
        int more = deliveries().size() - before;
        if (more != 0) {
            throw new DemoFailure("the same run again made " + more + " more deliveries");
        }
        return String.format(Locale.ROOT, "nothing more is sent, still %d deliveries", before);
    }
}
