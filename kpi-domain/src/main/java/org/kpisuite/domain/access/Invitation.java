package org.kpisuite.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** A link for one use: with which a person sets a password, or with which the first ADMIN is made. */
@Entity
@Table(name = "invitation")
public class Invitation {
    public static final Duration LIFE = Duration.ofDays(3);
    public static final Duration SETUP_LIFE = Duration.ofDays(1);

    @Id
    @Column(name = "code_hash")
    private String hash;

    private @Nullable String login;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected Invitation() {}

    private Invitation(String hash, @Nullable String login, Instant expiresAt) {
        this.hash = hash;
        this.login = login;
        this.expiresAt = expiresAt;
    }

    public static Invitation of(String hash, String login, Instant now) {
        return new Invitation(hash, login, now.plus(LIFE));
    }

    /** For the first ADMIN of an empty installation. */
    public static Invitation toSetUp(String hash, Instant now) {
        return new Invitation(hash, null, now.plus(SETUP_LIFE));
    }

    public Optional<String> login() {
        return Optional.ofNullable(login);
    }

    /**
     * Uses it up.
     *
     * @throws KpiException E-INVITATION if it was used or has expired
     */
    public void use(Instant now) {
        if (usedAt != null || !now.isBefore(expiresAt)) {
            throw new KpiException(Code.E_INVITATION);
        }
        usedAt = now;
    }
}
