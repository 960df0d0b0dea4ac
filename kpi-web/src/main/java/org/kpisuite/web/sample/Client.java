package org.kpisuite.web.sample;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody who talks to the API with a bearer token, as any client does. */
final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;
    private final String token;

    Client(String base, String token) {
        this.base = base;
        this.token = token;
    }

    Answer get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    Answer put(String path, JsonObject body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** Changes what is there, if it still is of that version. */
    Answer put(String path, JsonObject body, int version) {
        return new Answer(exchange(
                HTTP,
                request("PUT", path, "application/json", BodyPublishers.ofString(body.toString()))
                        .header("If-Match", "\"" + version + "\"")
                        .build()));
    }

    Answer post(String path, JsonObject body) {
        return send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    Answer post(String path) {
        return post(path, JsonValue.EMPTY_JSON_OBJECT);
    }

    Answer postCsv(String path, byte[] file) {
        return send("POST", path, "text/csv; charset=utf-8", BodyPublishers.ofByteArray(file));
    }

    private Answer send(String method, String path, String type, BodyPublisher body) {
        return new Answer(exchange(HTTP, request(method, path, type, body).build()));
    }

    private HttpRequest.Builder request(String method, String path, String type, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(base + "/api" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .method(method, body);
    }

    static HttpResponse<byte[]> exchange(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new DemoFailure(request.method() + " " + request.uri() + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }
}
