package org.kpisuite.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Somebody lets another act on plans for them: in one role, in one unit and all below it, from a day to a day.
 *
 * <p>It gives no more than the principal has by a grant of their own, so what was delegated cannot be delegated on, and
 * it ends at once when it is revoked. Source: domain specification §4.3.
 */
@Entity
@Table(name = "delegation")
public class Delegation {
    /** The longest that one may last, both days included. */
    public static final int DAYS_MAX = 60;

    /** Roles that can be exercised for another. */
    public static final Set<Role> ROLES =
            Set.copyOf(EnumSet.of(Role.AUTHOR, Role.HEAD, Role.CONTROLLER, Role.APPROVER));

    private static final int REASON_MAX = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delegation_seq")
    @SequenceGenerator(name = "delegation_seq", sequenceName = "delegation_seq", allocationSize = 1)
    private long id;

    private String principal;

    @Column(name = "delegate_login")
    private String delegate;

    @Enumerated(EnumType.STRING)
    @Column(name = "role_name")
    private Role role;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "from_day")
    private LocalDate from;

    @Column(name = "to_day")
    private LocalDate to;

    private String reason;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_by")
    private @Nullable String revokedBy;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    protected Delegation() {}

    /**
     * What is let to whom, and for how long.
     *
     * @param from both days are included
     */
    public record Terms(
            String principal, String delegate, Role role, String unit, LocalDate from, LocalDate to, String reason) {
        /**
         * Checks and holds them.
         *
         * @throws KpiException E-FIELD-VALUE for oneself as delegate, a role that cannot be delegated, days out of order
         *     or more than {@link #DAYS_MAX} of them; E-REASON-MISSING; E-LIMIT for a long reason
         */
        public Terms {
            if (principal.equals(delegate)) {
                throw new KpiException(Code.E_FIELD_VALUE, "delegate", delegate, "somebody else");
            }
            if (!ROLES.contains(role)) {
                throw new KpiException(Code.E_FIELD_VALUE, "role", role.name(), "AUTHOR, HEAD, CONTROLLER, APPROVER");
            }
            LocalDate last = from.plusDays(DAYS_MAX - 1L);
            if (to.isBefore(from) || to.isAfter(last)) {
                throw new KpiException(Code.E_FIELD_VALUE, "to", to.toString(), from + ".." + last);
            }
            if (reason.isBlank()) {
                throw new KpiException(Code.E_REASON_MISSING);
            }
            if (reason.length() > REASON_MAX) {
                throw new KpiException(Code.E_LIMIT, "reason: " + reason.length(), String.valueOf(REASON_MAX));
            }
        }
    }

    /** A delegation that somebody has just given. */
    public Delegation(Terms terms, String by, Instant at) {
        this.principal = terms.principal();
        this.delegate = terms.delegate();
        this.role = terms.role();
        this.unit = terms.unit();
        this.from = terms.from();
        this.to = terms.to();
        this.reason = terms.reason().strip();
        this.createdBy = by;
        this.createdAt = at;
    }

    /** Ends it at once; one that has ended stays as it is. */
    public void revoke(String by, Instant at) {
        if (revokedAt == null) {
            revokedBy = by;
            revokedAt = at;
        }
    }

    public boolean isInForce(LocalDate day) {
        return revokedAt == null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Days of it, both ends included. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public long id() {
        return id;
    }

    public String principal() {
        return principal;
    }

    public String delegate() {
        return delegate;
    }

    public Role role() {
        return role;
    }

    public String unit() {
        return unit;
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }

    public String reason() {
        return reason;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<String> revokedBy() {
        return Optional.ofNullable(revokedBy);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }
}
