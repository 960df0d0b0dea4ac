package org.kpisuite.web.api;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.actual.ImportRequest;

/** What a request for an import says beside its body. What it does not say, the file may: see the form of JSON. */
public class ImportParameters {
    /** What may be said in the address or in a part of a form. */
    static final Set<String> SAID = Set.of("profile", "unit", "policy", "mode", "dryRun", "confirms", "fileName");

    @QueryParam("profile")
    private @Nullable String profile;

    @QueryParam("unit")
    private @Nullable String unit;

    @QueryParam("policy")
    private @Nullable String policy;

    @QueryParam("mode")
    private @Nullable String mode;

    @QueryParam("dryRun")
    private @Nullable String dryRun;

    @QueryParam("confirms")
    private @Nullable String confirms;

    @QueryParam("fileName")
    private @Nullable String fileName;

    @Context
    private UriInfo uri;

    @HeaderParam("Idempotency-Key")
    private @Nullable String key;

    @HeaderParam("Prefer")
    private @Nullable String prefer;

    @HeaderParam(HttpHeaders.CONTENT_TYPE)
    private @Nullable String type;

    @HeaderParam(HttpHeaders.CONTENT_ENCODING)
    private @Nullable String encoding;

    ImportRequest request(InputStream body) {
        return request(fileName == null ? usualName() : fileName, body);
    }

    /** The parts of the form beside its file count as what the address says. */
    ImportRequest request(FormParts form) {
        profile = form.text("profile", profile);
        unit = form.text("unit", unit);
        policy = form.text("policy", policy);
        mode = form.text("mode", mode);
        dryRun = form.text("dryRun", dryRun);
        confirms = form.text("confirms", confirms);
        String name = form.text("fileName", fileName);
        String ofFile = form.file().getFileName().filter(n -> !n.isBlank()).orElseGet(this::usualName);
        return request(name == null ? ofFile : name, form.file().getContent());
    }

    private ImportRequest request(String name, InputStream body) {
        refuseUnknown();
        if (encoding != null && !encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            throw new KpiException(Code.E_FIELD_VALUE, HttpHeaders.CONTENT_ENCODING, encoding, "gzip, identity");
        }
        return new ImportRequest(
                profile == null ? "" : profile,
                choice("policy", policy, ImportPolicy.class),
                choice("mode", mode, ImportMode.class),
                dry(),
                name,
                body,
                key,
                isAsync(),
                unit,
                confirmed());
    }

    /** A parameter written otherwise must not load a file by rules that nobody asked for. */
    private void refuseUnknown() {
        List<Refusal> unknown = uri.getQueryParameters().keySet().stream()
                .filter(name -> !SAID.contains(name) && !name.equals("lang"))
                .map(name -> Refusal.ofField(Code.E_FIELD_UNKNOWN, name, null, name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new KpiException(unknown);
        }
    }

    /** A word that is neither yes nor no must not load a file that was only to be tried. */
    private @Nullable Boolean dry() {
        if (dryRun == null || dryRun.equalsIgnoreCase("true") || dryRun.equalsIgnoreCase("false")) {
            return dryRun == null ? null : Boolean.valueOf(dryRun);
        }
        throw new KpiException(Code.E_FIELD_VALUE, "dryRun", dryRun, "true, false");
    }

    private @Nullable Long confirmed() {
        if (confirms == null || confirms.matches("\\d{1,18}")) {
            return confirms == null ? null : Long.valueOf(confirms);
        }
        throw new KpiException(Code.E_FIELD_VALUE, "confirms", confirms, "123");
    }

    /** What a file without a name is called; what it is, its bytes say. */
    private String usualName() {
        String given = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (given.contains("json")) {
            return "upload.json";
        }
        return given.contains("spreadsheetml") ? "upload.xlsx" : "upload.csv";
    }

    /** RFC 7240: preferences with their parameters, separated by commas. */
    private boolean isAsync() {
        return prefer != null
                && Arrays.stream(prefer.split(",", -1))
                        .map(p -> p.split(";", -1)[0].strip())
                        .anyMatch("respond-async"::equalsIgnoreCase);
    }

    private static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String given, Class<E> type) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new KpiException(
                        Code.E_FIELD_VALUE,
                        name,
                        given,
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
