package org.kpisuite.web.security;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/** The answer of the API to somebody it does not know. */
final class Unauthenticated {
    private Unauthenticated() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        String body = Json.createObjectBuilder()
                .add("status", HttpServletResponse.SC_UNAUTHORIZED)
                .add("code", Code.E_SIGN_IN.text())
                .add("title", Refusal.of(Code.E_SIGN_IN).message(request.getLocale()))
                .build()
                .toString();
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
