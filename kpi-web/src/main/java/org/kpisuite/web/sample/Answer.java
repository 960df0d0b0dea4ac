package org.kpisuite.web.sample;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What the suite answered to one request. */
final class Answer {
    private static final int SHOWN_MAX = 600;

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    int status() {
        return response.statusCode();
    }

    byte[] bytes() {
        return response.body();
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new DemoFailure(request() + " answered no JSON: " + shown(), e);
        }
    }

    List<JsonObject> rows() {
        return json().getJsonArray("rows").getValuesAs(JsonObject.class);
    }

    /** Itself, if its status is one of these; otherwise the demo ends. */
    Answer expect(Integer... statuses) {
        if (!Set.of(statuses).contains(status())) {
            throw new DemoFailure(
                    request() + " answered " + status() + " instead of " + List.of(statuses) + ": " + shown());
        }
        return this;
    }

    /** Itself, if it refuses with that status and code; otherwise the demo ends. */
    Answer expectRefusal(int status, String code) {
        expect(status);
        if (!code.equals(json().getString("code", ""))) {
            throw new DemoFailure(request() + " was not refused with " + code + " but: " + shown());
        }
        return this;
    }

    private String request() {
        return response.request().method() + " " + response.request().uri();
    }

    private String shown() {
        String text = text();
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + " …";
    }
}
