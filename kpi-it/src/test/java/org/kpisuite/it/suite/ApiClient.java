package org.kpisuite.it.suite;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to the API as a script does. Paths begin with a slash, {@code /api/units/SHOP}. */
public final class ApiClient {

    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    /** HTTP/1.1: over HTTP/2 the server closes a connection on which nothing was answered for half a minute. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI baseUrl;
    private final String token;

    /** An empty token is none. */
    public ApiClient(URI baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET(), BodyHandlers.ofString());
    }

    /** For PDF and workbooks. */
    public HttpResponse<byte[]> download(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, JsonStructure body) {
        return post(path, "application/json", body.toString());
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return post(path, contentType, BodyPublishers.ofString(body));
    }

    public HttpResponse<String> post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body), BodyHandlers.ofString());
    }

    public HttpResponse<String> put(String path, JsonStructure body) {
        return put(path, body, new String[0]);
    }

    /** With headers as name, value, name, value. */
    public HttpResponse<String> put(String path, JsonStructure body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.PUT(BodyPublishers.ofString(body.toString())), BodyHandlers.ofString());
    }

    /** For anything that has no method of its own. The request's Authorization is already set. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(ANSWER_MAX);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body as a JSON object; fails with status and body where it is none. */
    public static JsonObject json(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        } catch (jakarta.json.JsonException e) {
            throw new AssertionError("no JSON object: " + response.statusCode() + " " + response.body(), e);
        }
    }
}
