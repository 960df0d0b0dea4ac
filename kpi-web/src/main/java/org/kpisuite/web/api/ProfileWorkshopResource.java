package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.actual.ProfileWorkshop;

/** Proposes import profiles from a sample, and shows how a sample would be read; writes nothing. */
@Path("/import-profiles")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileWorkshopResource {
    private static final Set<String> PREVIEW_FIELDS = Set.of("profile", "document", "unit", "sample", "sampleBase64");
    private static final Set<String> PREVIEW_PARTS = Set.of("profile", "document", "unit");
    private static final int BODY_BYTES_MAX = 24 << 20;

    @EJB
    private ProfileWorkshop workshop;

    @Inject
    private Language language;

    /** The body is the sample. */
    @POST
    @Path("/guess")
    @Consumes(MediaType.WILDCARD)
    public GuessView guess(InputStream sample) {
        return GuessView.of(workshop.guess(sample), language.locale());
    }

    /** The sample is the part that has a file name. */
    @POST
    @Path("/guess")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public GuessView guess(List<EntityPart> parts) {
        return GuessView.of(workshop.guess(FormParts.of(parts, Set.of()).file().getContent()), language.locale());
    }

    /**
     * The body is {@code {"document": {…} or "profile": code, "unit", "sample": text or "sampleBase64": bytes}}; without
     * document and profile the columns of the contract are read.
     */
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public PreviewView preview(InputStream body) {
        JsonObject given = object(body);
        List<Refusal> unknown = given.keySet().stream()
                .filter(name -> !PREVIEW_FIELDS.contains(name))
                .map(name -> Refusal.ofField(Code.E_FIELD_UNKNOWN, name, null, name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new KpiException(unknown);
        }
        JsonValue document = given.getOrDefault("document", JsonValue.NULL);
        String text = document == JsonValue.NULL ? "" : document.toString();
        return preview(
                text(given, "profile").orElse(""), text, text(given, "unit").orElse(null), sample(given));
    }

    /** The parts are document or profile, unit, and the sample: that which has a file name. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public PreviewView preview(List<EntityPart> parts) {
        FormParts form = FormParts.of(parts, PREVIEW_PARTS);
        return preview(
                form.text("profile").orElse(""),
                form.text("document").orElse(""),
                form.text("unit").orElse(null),
                form.file().getContent());
    }

    private PreviewView preview(String code, String document, @Nullable String unit, InputStream sample) {
        return PreviewView.of(
                workshop.preview(new ProfileWorkshop.Trial(code, document, unit), sample), language.locale());
    }

    private static JsonObject object(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(BODY_BYTES_MAX + 1);
            if (bytes.length > BODY_BYTES_MAX) {
                throw new KpiException(Code.E_LIMIT, "> " + BODY_BYTES_MAX + " B", BODY_BYTES_MAX + " B");
            }
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
                return reader.readObject();
            }
        } catch (JsonException | IOException e) {
            throw new KpiException(Code.E_BODY, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> text(JsonObject given, String name) {
        return given.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static InputStream sample(JsonObject given) {
        Optional<String> packed = text(given, "sampleBase64");
        try {
            return new ByteArrayInputStream(
                    packed.isPresent()
                            ? Base64.getMimeDecoder().decode(packed.get())
                            : text(given, "sample")
                                    .orElseThrow(() -> missing("sample"))
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new KpiException(
                    List.of(Refusal.ofField(Code.E_FIELD_VALUE, "sampleBase64", null, "sampleBase64", "…", "base64")));
        }
    }

    private static KpiException missing(String field) {
        return new KpiException(List.of(Refusal.ofField(Code.E_FIELD_MISSING, field, null, field)));
    }
}
