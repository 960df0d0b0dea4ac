package org.kpisuite.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** A bearer token of a person; only its hash is kept. */
@Entity
@Table(name = "access_token")
public class AccessToken {
    public static final Duration SIGNING_LIFE_MAX = Duration.ofMinutes(15);
    public static final Duration LIFE_MAX = Duration.ofDays(366);

    @Id
    @Column(name = "token_hash")
    private String hash;

    private String login;
    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "auth_method")
    private String authMethod;

    protected AccessToken() {}

    /**
     * A token for a person.
     *
     * @param authMethod PASSWORD, or BOOTSTRAP if the service account made it for them
     * @throws KpiException E-LIMIT if it would live longer than its scopes allow
     */
    public AccessToken(
            String hash, String login, Set<Scope> scopes, Instant createdAt, Duration life, String authMethod) {
        Duration max = scopes.contains(Scope.SIGN) ? SIGNING_LIFE_MAX : LIFE_MAX;
        if (life.isNegative() || life.isZero() || life.compareTo(max) > 0) {
            throw new KpiException(Code.E_LIMIT, "minutes " + life.toMinutes(), String.valueOf(max.toMinutes()));
        }
        this.hash = hash;
        this.login = login;
        this.scopes = scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(" "));
        this.createdAt = createdAt;
        this.expiresAt = createdAt.plus(life);
        this.authMethod = authMethod;
    }

    public String login() {
        return login;
    }

    public Set<Scope> scopes() {
        Set<Scope> all = EnumSet.noneOf(Scope.class);
        Arrays.stream(scopes.split(" ", -1))
                .filter(s -> !s.isEmpty())
                .map(Scope::valueOf)
                .forEach(all::add);
        return all;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String authMethod() {
        return authMethod;
    }

    public boolean isValid(Instant at) {
        return at.isBefore(expiresAt);
    }
}
