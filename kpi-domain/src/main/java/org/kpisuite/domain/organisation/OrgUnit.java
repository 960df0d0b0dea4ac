package org.kpisuite.domain.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.LocalizedText;

/** A department or any other part of the company that has figures of its own. */
@Entity
@Table(name = "org_unit")
public class OrgUnit {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,39}");
    private static final int STAGE_MAX = 200;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    @Id
    private String code;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_ru")
    private String nameRu;

    /** Where it stands on the day of its tree; stored apart, see {@link Membership}. */
    @Transient
    private @Nullable String parent;

    private @Nullable String currency;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    /** Where its business stands, such as GROWTH: what its next plans begin with. */
    @Column(name = "business_stage")
    private @Nullable String businessStage;

    /** What it was called and since when, the earliest first; stored apart. */
    @Transient
    private List<UnitFace> faces = List.of();

    @Version
    private long version;

    protected OrgUnit() {}

    /**
     * A new unit.
     *
     * @param parent code of the unit above; null for a root
     * @param currency ISO 4217 of the unit's money; null for that of the unit above
     * @throws KpiException E-FIELD-VALUE for a code or currency that cannot be one
     */
    public OrgUnit(String code, LocalizedText name, @Nullable String parent, @Nullable String currency) {
        if (!CODE.matcher(code).matches()) {
            throw new KpiException(Code.E_FIELD_VALUE, "code", code, "A-Z 0-9 _ -, 1..40");
        }
        this.code = code;
        change(name, parent, currency);
    }

    /** Renames or moves it. */
    public final void change(LocalizedText name, @Nullable String parent, @Nullable String currency) {
        if (currency != null && !CURRENCY.matcher(currency).matches()) {
            throw new KpiException(Code.E_FIELD_VALUE, "currency", currency, "ISO 4217");
        }
        this.nameEn = name.en();
        this.nameRu = name.ru();
        this.parent = parent;
        this.currency = currency;
    }

    /**
     * Says at which stage its business is; null for none.
     *
     * @throws KpiException E-LIMIT beyond 200 characters
     */
    public void stage(@Nullable String stage) {
        if (stage != null && stage.length() > STAGE_MAX) {
            throw new KpiException(Code.E_LIMIT, "businessStage: " + stage.length(), String.valueOf(STAGE_MAX));
        }
        this.businessStage = stage;
    }

    /** At which stage its business is, such as GROWTH (domain specification §1.4, R19). */
    public Optional<String> businessStage() {
        return Optional.ofNullable(businessStage);
    }

    /** Ends its work with that day; null opens it again. What it brought stays. */
    public void close(@Nullable LocalDate lastDay) {
        this.closedOn = lastDay;
    }

    /** The last day of its work; empty while it works. */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    public boolean isClosed(LocalDate day) {
        return closedOn != null && day.isAfter(closedOn);
    }

    public String code() {
        return code;
    }

    public LocalizedText name() {
        return new LocalizedText(nameEn, nameRu);
    }

    /** Whether a text stands in its code or in its name, in either language and any case; a blank one stands anywhere. */
    public boolean isFoundBy(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(code, nameEn, nameRu)
                .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(wanted));
    }

    public Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    public long version() {
        return version;
    }

    /** This unit as it stands below another, or as a root; what is stored stays as it is. */
    OrgUnit below(@Nullable String other) {
        OrgUnit moved = new OrgUnit(code, name(), other, currency);
        moved.closedOn = closedOn;
        moved.businessStage = businessStage;
        moved.version = version;
        moved.faces = faces;
        return moved;
    }

    /** This unit with all that it was ever called. */
    public OrgUnit remembering(Collection<UnitFace> recorded) {
        OrgUnit unit = below(parent);
        unit.faces = recorded.stream()
                .sorted(Comparator.comparing(UnitFace::recordedAt))
                .toList();
        return unit;
    }

    /** The unit by the name and in the currency that were known at an instant; at first those that it began with. */
    OrgUnit knownAt(Instant instant) {
        UnitFace known = null;
        for (UnitFace face : faces) {
            known = known == null || face.recordedAt().isBefore(instant) ? face : known;
        }
        if (known == null || known.isOf(this)) {
            return this;
        }
        OrgUnit then = below(parent);
        then.change(known.name(), parent, known.currency().orElse(null));
        return then;
    }
}
