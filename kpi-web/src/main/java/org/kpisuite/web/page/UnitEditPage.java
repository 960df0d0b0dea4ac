package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.ParentShare;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.organisation.UnitChange;
import org.kpisuite.ejb.organisation.Units;

/** A unit is renamed, moved, split or closed, or a new one made: {@code /unit-edit?code=}. */
@Named("unitEdit")
@ViewScoped
public class UnitEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS =
            List.of("code", "name.en", "name.ru", "currency", "businessStage", "shares", "validFrom", "closedOn");
    private static final Map<String, String> ALIASES = Map.of(
            "name",
            "name.en",
            "parent",
            "shares",
            "share",
            "shares",
            "E-ORG-OVERLAP",
            "shares",
            "E-NOT-FOUND",
            "shares");

    @Inject
    transient Reader reader;

    @Inject
    transient FacesContext faces;

    @EJB
    transient Units units;

    @EJB
    transient Caller caller;

    private final Findings findings = new Findings();
    private final HashMap<String, String> typed = new HashMap<>();
    private final ArrayList<Share> shares = new ArrayList<>();
    private @Nullable String code;
    private @Nullable Long version;
    private boolean overtaken;

    /** One unit above and the part that counts for it, as typed. */
    public static class Share implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable String parent;
        private @Nullable String share;

        public @Nullable String getParent() {
            return parent;
        }

        public void setParent(@Nullable String parent) {
            this.parent = parent;
        }

        public @Nullable String getShare() {
            return share;
        }

        public void setShare(@Nullable String share) {
            this.share = share;
        }

        boolean isGiven() {
            return parent != null && !parent.isBlank();
        }
    }

    /** Reads the unit once; afterwards the fields are those of the view. */
    public void open() {
        if (caller.units(Role.ADMIN).isEmpty()) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        if (code != null && !code.isBlank()) {
            OrgUnit unit = units.get(code);
            version = unit.version();
            typed.put("code", unit.code());
            typed.put("name.en", unit.name().en());
            typed.put("name.ru", unit.name().ru());
            unit.currency().ifPresent(c -> typed.put("currency", c));
            unit.businessStage().ifPresent(s -> typed.put("businessStage", s));
            unit.closedOn().ifPresent(d -> typed.put("closedOn", d.toString()));
            place(unit.code()).forEach(this::addShare);
        }
        if (shares.isEmpty()) {
            shares.add(new Share());
        }
    }

    /** Where it stands today; one that stands nowhere yet, where it will at first. */
    private List<ParentShare> place(String unit) {
        List<Standing> places = units.standings(unit);
        return places.stream()
                .filter(s -> !s.validFrom().isAfter(caller.today()))
                .reduce((a, b) -> b)
                .or(() -> places.stream().findFirst())
                .map(Standing::shares)
                .orElse(List.of());
    }

    private void addShare(ParentShare above) {
        Share one = new Share();
        one.parent = above.parent();
        one.share = reader.numbers().plain(above.share());
        shares.add(one);
    }

    public void addParent() {
        shares.add(new Share());
    }

    public void removeParent(Share share) {
        shares.remove(share);
        if (shares.isEmpty()) {
            shares.add(new Share());
        }
    }

    /** Stores what is typed and shows the unit. */
    public @Nullable String save() {
        findings.clear();
        overtaken = false;
        String unit = unitCode();
        try {
            units.put(unit, change(), Optional.ofNullable(version));
        } catch (KpiException e) {
            refuse(e);
            return null;
        }
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("unit.done", unit), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/unit?faces-redirect=true&code=" + unit;
    }

    private String unitCode() {
        return version == null ? text("code").toUpperCase(Locale.ROOT) : String.valueOf(code);
    }

    private void refuse(KpiException refusal) {
        if (refusal.code() == Code.E_VERSION) {
            overtaken = true;
        } else if (refusal.code() == Code.E_VERSION_MISSING) {
            findings.add("code", reader.text("entry.exists", unitCode()));
        } else {
            Map<String, String> labels = new LinkedHashMap<>();
            FIELDS.forEach(f -> labels.put(f, reader.text("unit.field." + f)));
            findings.add(refusal.refusals(), new Findings.Fields(ALIASES, labels), reader.getLocale());
        }
    }

    /** All that cannot be read is refused at once. */
    private UnitChange change() {
        List<Refusal> noted = new ArrayList<>();
        Stream.of("name.en", "name.ru")
                .filter(f -> text(f).isEmpty())
                .forEach(f -> noted.add(Refusal.ofField(Code.E_FIELD_MISSING, f, null, f)));
        if (version == null && text("code").isEmpty()) {
            noted.add(Refusal.ofField(Code.E_FIELD_MISSING, "code", null, "code"));
        }
        Optional<LocalDate> validFrom = day("validFrom", noted);
        Optional<LocalDate> closedOn = day("closedOn", noted);
        List<ParentShare> above = above(noted);
        if (!noted.isEmpty()) {
            throw new KpiException(noted);
        }
        Optional<String> currency =
                Optional.of(text("currency").toUpperCase(Locale.ROOT)).filter(c -> !c.isEmpty());
        return new UnitChange(
                new LocalizedText(text("name.en"), text("name.ru")),
                currency,
                Optional.of(text("businessStage")).filter(s -> !s.isBlank()),
                above,
                validFrom,
                closedOn);
    }

    private Optional<LocalDate> day(String field, List<Refusal> noted) {
        try {
            return Optional.of(text(field)).filter(t -> !t.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            noted.add(Refusal.ofField(Code.E_FIELD_VALUE, field, text(field), field, text(field), "2026-10-01"));
            return Optional.empty();
        }
    }

    private List<ParentShare> above(List<Refusal> noted) {
        List<Share> given = shares.stream().filter(Share::isGiven).toList();
        List<ParentShare> above = new ArrayList<>();
        for (Share one : given) {
            try {
                BigDecimal share = TypedNumber.read(one.share, reader.getLocale(), "shares");
                boolean alone = given.size() == 1;
                above.add(new ParentShare(
                        String.valueOf(one.parent),
                        share == null ? (alone ? BigDecimal.ONE : BigDecimal.ZERO) : share));
            } catch (KpiException e) {
                noted.addAll(e.refusals());
            }
        }
        return above;
    }

    private String text(String field) {
        @Nullable String text = typed.get(field);
        return text == null ? "" : text.strip();
    }

    /** Goes on from what was stored meanwhile; the typed text stays. */
    public void goOn() {
        version = units.get(unitCode()).version();
        overtaken = false;
    }

    public boolean isOvertaken() {
        return overtaken;
    }

    /** Units below which it may stand: those that the person keeps. */
    public List<PlansPage.Choice> getParents() {
        UnitText text = new UnitText(units.list(), reader);
        return Stream.concat(
                        caller.units(Role.ADMIN).stream(),
                        shares.stream().filter(Share::isGiven).map(Share::getParent))
                .distinct()
                .filter(u -> !u.equals(code))
                .map(u -> new PlansPage.Choice(u, text.name(u) + " · " + u))
                .sorted(Comparator.comparing(PlansPage.Choice::name))
                .collect(Collectors.toList());
    }

    public String getTitle() {
        return version == null
                ? reader.text("unit.new")
                : reader.text("unit.change", units.get(unitCode()).name().in(reader.getLocale()));
    }

    public boolean isNew() {
        return version == null;
    }

    public Findings getFindings() {
        return findings;
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public List<Share> getShares() {
        return shares;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
