package org.kpisuite.web.api;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.CanonicalJson;
import org.kpisuite.ejb.access.CommandAnswers;

/**
 * Commands that bring an {@code Idempotency-Key} are done once: sent again, they get the first answer. Files that are
 * imported have their own way, for they may be large. Comes after {@link TokenScopes}, which says who asks.
 */
@Provider
@Priority(Priorities.USER + 100)
public class CommandKeys implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String KEY = "org.kpisuite.commandKey";
    private static final String ANSWER = "org.kpisuite.commandAnswer";
    private static final Set<String> OWN_WAY = Set.of("imports", "tokens");

    /** A request body and its answer that are longer are not kept: no command is. */
    private static final int BODY_MAX = 1 << 20;

    @EJB
    private CommandAnswers answers;

    private record Head(
            int status, @Nullable String location, @Nullable String etag) {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        String path = request.getUriInfo().getPath().replaceAll("^/+|/+$", "");
        if (key == null || !request.getMethod().equals(HttpMethod.POST) || OWN_WAY.contains(path)) {
            return;
        }
        byte[] body = request.getEntityStream().readNBytes(BODY_MAX);
        request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(body), request.getEntityStream()));
        String hash = CanonicalJson.sha256(path + '\n' + new String(body, StandardCharsets.UTF_8));
        Optional<CommandAnswers.Kept> kept = answers.claim(key, hash);
        if (kept.isEmpty()) {
            request.setProperty(KEY, key);
            return;
        }
        CommandAnswers.Kept first = kept.get();
        Response.ResponseBuilder again = Response.status(first.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(first.body())
                .header(REPLAYED, "true");
        if (first.location() != null) {
            again.header(HttpHeaders.LOCATION, first.location());
        }
        if (first.etag() != null) {
            again.header(HttpHeaders.ETAG, first.etag());
        }
        request.abortWith(again.build());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(KEY) instanceof String key)) {
            return;
        }
        if (response.getStatus() >= Response.Status.MULTIPLE_CHOICES.getStatusCode() || !response.hasEntity()) {
            answers.release(key);
            request.removeProperty(KEY);
            return;
        }
        request.setProperty(
                ANSWER,
                new Head(
                        response.getStatus(),
                        response.getHeaderString(HttpHeaders.LOCATION),
                        response.getHeaderString(HttpHeaders.ETAG)));
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(KEY) instanceof String key) || !(context.getProperty(ANSWER) instanceof Head head)) {
            context.proceed();
            return;
        }
        OutputStream out = context.getOutputStream();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        context.setOutputStream(copy);
        context.proceed();
        String body = copy.toString(StandardCharsets.UTF_8);
        if (body.length() < BODY_MAX) {
            answers.keep(key, new CommandAnswers.Kept(head.status(), head.location(), head.etag(), body));
        } else {
            answers.release(key);
        }
        copy.writeTo(out);
    }
}
