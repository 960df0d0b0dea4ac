package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who put which meaning under which content, and how they had proved who they are. */
@Embeddable
public class Signature {
    @Enumerated(EnumType.STRING)
    private PlanAction meaning;

    private String signer;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "auth_method")
    private String authMethod;

    @Column(name = "note")
    private @Nullable String comment;

    protected Signature() {}

    Signature(PlanAction meaning, Signing by, String contentHash, @Nullable String comment) {
        this.meaning = meaning;
        this.signer = by.login();
        this.signedAt = by.at();
        this.contentHash = contentHash;
        this.authMethod = by.authMethod();
        this.comment = comment;
    }

    public PlanAction meaning() {
        return meaning;
    }

    public String signer() {
        return signer;
    }

    public Instant signedAt() {
        return signedAt;
    }

    public String contentHash() {
        return contentHash;
    }

    public String authMethod() {
        return authMethod;
    }

    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }
}
