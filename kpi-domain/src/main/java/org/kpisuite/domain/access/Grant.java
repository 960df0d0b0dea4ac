package org.kpisuite.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A role in a unit and all below it, from a day to a day. */
@Embeddable
public class Grant {
    @Enumerated(EnumType.STRING)
    @Column(name = "role_name")
    private Role role;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "from_day")
    private @Nullable LocalDate from;

    @Column(name = "to_day")
    private @Nullable LocalDate to;

    protected Grant() {}

    /** Null days leave that end open; both days are included. */
    public Grant(Role role, String unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        this.role = role;
        this.unit = unit;
        this.from = from;
        this.to = to;
    }

    public Role role() {
        return role;
    }

    public String unit() {
        return unit;
    }

    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    public boolean isInForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grant g
                && role == g.role
                && unit.equals(g.unit)
                && Objects.equals(from, g.from)
                && Objects.equals(to, g.to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, unit, from, to);
    }
}
