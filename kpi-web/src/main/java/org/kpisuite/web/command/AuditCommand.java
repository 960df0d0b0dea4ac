package org.kpisuite.web.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.audit.AuditHead;
import org.kpisuite.domain.audit.AuditVerdict;
import org.kpisuite.domain.audit.AuditVerdict.Broken;
import org.kpisuite.domain.audit.AuditVerdict.Fault;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.PlanFault;
import org.kpisuite.ejb.audit.StoredAudit;
import org.kpisuite.ejb.plan.StoredPlans;

/**
 * {@code ./kpi audit verify}: walks the chain of the audit, in the database itself, or, where the running suite keeps that
 * for itself, by asking it; and so the signatures of all plans.
 *
 * <p>Ends with 0 where all is whole, with 1 and the first broken record and plan where it is not, with 2 and the reason
 * where it could not be read.
 */
public final class AuditCommand {
    private static final int BROKEN = 1;
    private static final int UNREAD = 2;
    private static final int USAGE = 64;

    private final Map<String, String> environment;
    private final Locale locale;
    private final PrintStream out;

    AuditCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.locale = Messages.supported(Locale.forLanguageTag(environment.getOrDefault("KPI_LOCALE", "en")));
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 1 || !arguments[0].equals("verify")) {
            out.println("Usage: AuditCommand verify");
            System.exit(USAGE);
        }
        System.exit(new AuditCommand(System.getenv(), out).verify());
    }

    /** What the process ends with. */
    int verify() {
        try {
            AuditVerdict stored = StoredAudit.verify(environment).orElse(null);
            return tell(
                    stored == null ? asked() : new Proof(stored, StoredPlans.verify(StoredAudit.source(environment))));
        } catch (NoSuchFileException e) {
            return unread(Messages.text(locale, "audit.unread.file", e.getMessage()));
        } catch (SQLException | IOException e) {
            return unread(Messages.text(locale, "audit.unread", e.getMessage()));
        }
    }

    private int unread(String reason) {
        out.println(reason);
        return UNREAD;
    }

    /** What was found in the chain, and the first plan that is not as it was signed. */
    private record Proof(AuditVerdict audit, Optional<PlanFault> plan) {}

    private int tell(Proof proof) {
        out.println(proof.audit().text(locale));
        out.println(proof.plan().map(fault -> fault.text(locale)).orElseGet(() -> Messages.text(locale, "plan.whole")));
        return proof.audit().isWhole() && proof.plan().isEmpty() ? 0 : BROKEN;
    }

    private Proof asked() throws IOException {
        String token = Optional.ofNullable(environment.get("KPI_TOKEN"))
                .or(() -> Optional.ofNullable(environment.get("KPI_BOOTSTRAP_TOKEN")))
                .orElseThrow(() -> new IOException(Messages.text(locale, "audit.unread.token")));
        URI address =
                URI.create("http://localhost:" + environment.getOrDefault("KPI_PORT", "8080") + "/api/audit/verify");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<byte[]> answer;
        try {
            answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new IOException(address + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(address + " got no answer", e);
        }
        if (answer.statusCode() != 200) {
            throw new IOException(address + ": " + answer.statusCode());
        }
        return verdict(answer.body());
    }

    private static Proof verdict(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject json = reader.readObject();
            Optional<Broken> broken = json.isNull("broken")
                    ? Optional.empty()
                    : Optional.of(new Broken(
                            json.getJsonObject("broken").getJsonNumber("seq").longValue(),
                            Fault.valueOf(json.getJsonObject("broken").getString("fault"))));
            AuditHead last = new AuditHead(json.getJsonNumber("seq").longValue(), json.getString("hash"));
            AuditVerdict audit = new AuditVerdict(json.getJsonNumber("verified").longValue(), last, broken);
            return new Proof(
                    audit,
                    json.isNull("brokenPlan")
                            ? Optional.empty()
                            : Optional.of(fault(json.getJsonObject("brokenPlan"))));
        }
    }

    private static PlanFault fault(JsonObject json) {
        return new PlanFault(
                json.getJsonNumber("plan").longValue(),
                json.getString("unit"),
                json.getString("period"),
                json.getInt("revision"),
                PlanFault.Kind.valueOf(json.getString("fault")),
                json.getInt("signature"));
    }
}
