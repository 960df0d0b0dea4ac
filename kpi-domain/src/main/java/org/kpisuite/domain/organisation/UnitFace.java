package org.kpisuite.domain.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * What a unit was called and in which currency it counted, since somebody recorded it. Append-only: a scorecard of an
 * earlier instant keeps the name and the currency of then. Source: domain specification §2.5.
 */
@Entity
@Table(name = "org_unit_face")
public class UnitFace {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "org_unit_face_seq")
    @SequenceGenerator(name = "org_unit_face_seq", sequenceName = "org_unit_face_seq", allocationSize = 100)
    private long id;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_ru")
    private String nameRu;

    private @Nullable String currency;

    @Column(name = "recorded_by")
    private @Nullable String recordedBy;

    protected UnitFace() {}

    /** The unit as it is now. */
    public UnitFace(OrgUnit unit, Instant recordedAt, String person) {
        this.unit = unit.code();
        this.recordedAt = recordedAt;
        this.nameEn = unit.name().en();
        this.nameRu = unit.name().ru();
        this.currency = unit.currency().orElse(null);
        this.recordedBy = person;
    }

    public String unit() {
        return unit;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public LocalizedText name() {
        return new LocalizedText(nameEn, nameRu);
    }

    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /** Whether a unit is called so and counts in this currency. */
    public boolean isOf(OrgUnit other) {
        return name().equals(other.name()) && currency().equals(other.currency());
    }
}
