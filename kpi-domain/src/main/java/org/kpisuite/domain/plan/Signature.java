package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.quantity.CanonicalJson;

/**
 * Who put which meaning under which content, in which role and for whom, and how they had proved who they are.
 *
 * <p>A simple electronic signature. Each one carries the hash of the one before it, so that none can be taken out or put
 * in unseen. It names its plan and revision; those from before it did are known by having no {@link #RECORD}. Source:
 * domain specification §4.5.
 */
@Embeddable
public class Signature {
    /** How contents are hashed, and what is hashed: JSON by RFC 8785 with decimals as strings. */
    public static final String HASH_ALGORITHM = "SHA-256";

    public static final String CANON = "JCS";

    /** What a record holds: its plan and revision, too. */
    private static final int RECORD = 2;

    @Enumerated(EnumType.STRING)
    private PlanAction meaning;

    private String signer;

    @Column(name = "on_behalf_of")
    private @Nullable String onBehalfOf;

    @Enumerated(EnumType.STRING)
    @Column(name = "signer_role")
    private @Nullable Role role;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "displayed_hash")
    private @Nullable String displayedHash;

    @Column(name = "lint_report_hash")
    private @Nullable String lintReportHash;

    @Column(name = "prev_signature_hash")
    private @Nullable String prevSignatureHash;

    @Column(name = "auth_method")
    private String authMethod;

    @Column(name = "auth_time")
    private @Nullable Instant authTime;

    @Column(name = "client_ip")
    private @Nullable String clientIp;

    @Column(name = "note")
    private @Nullable String comment;

    @Column(name = "record_version")
    private @Nullable Integer record;

    protected Signature() {}

    /**
     * What is signed.
     *
     * @param contentHash SHA-256 of the content, 64 hex digits; empty where nothing is frozen
     * @param displayedHash of what the signer was shown; null where nothing was
     * @param lintReportHash SHA-256 of the findings with their answers; null before submission
     */
    record Subject(
            PlanAction meaning,
            String contentHash,
            @Nullable String displayedHash,
            @Nullable String lintReportHash,
            @Nullable String comment) {}

    /**
     * A signature behind others.
     *
     * <p>Instants are to the microsecond, as they are stored: so the hash is the same when it is read again.
     *
     * @param before the hash of the one before; empty for the first
     */
    Signature(Subject subject, Signing by, String before) {
        Mandate mandate = by.mandate();
        this.meaning = subject.meaning();
        this.signer = by.login();
        this.onBehalfOf = by.onBehalfOf();
        this.role = mandate == null ? null : mandate.role();
        this.signedAt = by.at().truncatedTo(ChronoUnit.MICROS);
        this.contentHash = subject.contentHash();
        this.displayedHash = subject.displayedHash();
        this.lintReportHash = subject.lintReportHash();
        this.prevSignatureHash = before;
        this.authMethod = by.authMethod();
        this.authTime = by.authentication().at().truncatedTo(ChronoUnit.MICROS);
        this.clientIp = by.authentication().clientIp();
        this.comment = subject.comment();
        this.record = RECORD;
    }

    /** SHA-256 of the whole record under a revision of a plan, 64 hex digits. */
    String hash(long plan, int revision) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (record != null) {
            fields.put("record", record);
            fields.put("planId", plan);
            fields.put("revision", revision);
        }
        fields.put("meaning", meaning);
        fields.put("signer", signer);
        fields.put("onBehalfOf", onBehalfOf);
        fields.put("role", role);
        fields.put("signedAt", signedAt);
        fields.put("contentHash", contentHash);
        fields.put("hashAlg", HASH_ALGORITHM);
        fields.put("canon", CANON);
        fields.put("displayedHash", displayedHash);
        fields.put("lintReportHash", lintReportHash);
        fields.put("prevSignatureHash", prevSignatureHash);
        fields.put("authMethod", authMethod);
        fields.put("authTime", authTime);
        fields.put("clientIp", clientIp);
        fields.put("comment", comment);
        return CanonicalJson.sha256(CanonicalJson.of(fields));
    }

    /** Everyone who stands behind it: whoever signed, and for whom. */
    public Set<String> people() {
        return onBehalfOf == null ? Set.of(signer) : Set.of(signer, onBehalfOf);
    }

    public PlanAction meaning() {
        return meaning;
    }

    public String signer() {
        return signer;
    }

    /** Whose right the signer used; empty where it was their own. */
    public Optional<String> onBehalfOf() {
        return Optional.ofNullable(onBehalfOf);
    }

    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    public Instant signedAt() {
        return signedAt;
    }

    public String contentHash() {
        return contentHash;
    }

    public Optional<String> displayedHash() {
        return Optional.ofNullable(displayedHash);
    }

    public Optional<String> lintReportHash() {
        return Optional.ofNullable(lintReportHash);
    }

    /** Empty text for the first; empty for one from before signatures were chained. */
    public Optional<String> prevSignatureHash() {
        return Optional.ofNullable(prevSignatureHash);
    }

    public String authMethod() {
        return authMethod;
    }

    public Optional<Instant> authTime() {
        return Optional.ofNullable(authTime);
    }

    public Optional<String> clientIp() {
        return Optional.ofNullable(clientIp);
    }

    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }
}
