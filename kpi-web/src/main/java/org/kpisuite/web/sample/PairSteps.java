package org.kpisuite.web.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.HttpURLConnection;

/** Declares what is held to go ahead of what, before anybody has looked, and has it tested. */
final class PairSteps {
    private static final String PAIR = "LEADS_REVENUE";

    private final Client controller;
    private final Protocol protocol;

    PairSteps(Client controller, Protocol protocol) {
        this.controller = controller;
        this.protocol = protocol;
    }

    void run() {
        protocol.heading("What goes ahead of what");
        protocol.step(
                "Pair declared: leads before revenue, by the week",
                () -> declared(PAIR, "LEADS", "REVENUE", Trade.LEAD_WEEKS));
        protocol.step("Pair declared: visits before orders", () -> declared("VISITS_ORDERS", "SESSIONS", "ORDERS", 1));
        protocol.step("Tested on weeks", () -> tested("WEEK"));
        protocol.step("Tested on quarters", () -> tested("QUARTER"));
    }

    private String declared(String code, String leading, String lagging, int lag) {
        boolean known = controller.get("/pairs/" + code).status() == HttpURLConnection.HTTP_OK;
        if (known) {
            return "declared already";
        }
        JsonObject body = Json.createObjectBuilder()
                .add("leading", leading)
                .add("lagging", lagging)
                .add("granularity", "WEEK")
                .add("expectedSign", 1)
                .add("expectedLag", lag)
                .add("maxPlausibleLag", 12)
                .add("seasonal", true)
                .build();
        controller.put("/pairs/" + code, body).expect(200, 201);
        return code;
    }

    private String tested(String granularity) {
        JsonObject analysis = controller
                .get("/pairs/" + PAIR + "/analysis?unit=" + Unit.COMPANY.code() + "&granularity=" + granularity)
                .expect(200)
                .json();
        return analysis.getString("verdict") + ": "
                + analysis.getJsonObject("text").getString("en");
    }
}
