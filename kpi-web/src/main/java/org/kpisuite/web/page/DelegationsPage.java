package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Delegation;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Colleagues;
import org.kpisuite.ejb.access.Delegations;
import org.kpisuite.ejb.organisation.Units;

/** Who acts on plans for the person, and for whom the person does: {@code /delegations}. */
@Named("delegations")
@RequestScoped
public class DelegationsPage {
    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    PasswordProof proof;

    @EJB
    Delegations delegations;

    @EJB
    Colleagues colleagues;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private List<Delegation> all = List.of();
    private @Nullable UnitText names;
    private @Nullable String delegate;
    private @Nullable String role;
    private @Nullable String unit;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        all = delegations.list();
        names = new UnitText(units.list(), reader);
        from = caller.today().toString();
        to = caller.today().plusDays(13).toString();
    }

    /** One delegation; {@code revocable} as long as it has not ended and the person may end it. */
    public record Row(
            long id, String who, String role, String unit, String span, String reason, Mark mark, boolean revocable) {}

    /** How it stands in a word, and how that word looks. */
    public record Mark(String word, String kind) {}

    /** Those that the person gave. */
    public List<Row> getGiven() {
        return rows(d -> d.principal().equals(caller.login()));
    }

    /** Those that the person was given. */
    public List<Row> getReceived() {
        return rows(d -> d.delegate().equals(caller.login()));
    }

    /** Those of others, for administrators and auditors. */
    public List<Row> getOthers() {
        return rows(d -> !d.principal().equals(caller.login()) && !d.delegate().equals(caller.login()));
    }

    private List<Row> rows(Predicate<Delegation> wanted) {
        return all.stream().filter(wanted).map(this::row).toList();
    }

    private Row row(Delegation given) {
        boolean over = given.revokedAt().isPresent() || given.to().isBefore(caller.today());
        boolean mine = given.principal().equals(caller.login());
        return new Row(
                given.id(),
                who(given),
                reader.text("role." + given.role().name()),
                Objects.requireNonNull(names).name(given.unit()),
                reader.day(given.from()) + " – " + reader.day(given.to()),
                given.reason(),
                mark(given),
                !over && (mine || caller.roles().contains(Role.ADMIN)));
    }

    private String who(Delegation given) {
        String principal = colleagues.name(given.principal());
        String other = colleagues.name(given.delegate());
        if (given.principal().equals(caller.login())) {
            return other;
        }
        return given.delegate().equals(caller.login()) ? principal : reader.text("delegation.other", other, principal);
    }

    private Mark mark(Delegation given) {
        LocalDate today = caller.today();
        if (given.revokedAt().isPresent()) {
            return new Mark(
                    reader.text(
                            "delegation.revoked",
                            reader.shortInstant(given.revokedAt().get())),
                    "");
        }
        if (given.isInForce(today)) {
            return new Mark(reader.text("delegation.in-force"), "acc");
        }
        return new Mark(reader.text(given.to().isBefore(today) ? "delegation.over" : "delegation.coming"), "");
    }

    public boolean isNothing() {
        return all.isEmpty();
    }

    public List<String> getGhost() {
        return List.of(
                reader.text("delegation.delegate"),
                reader.text("plan.role"),
                reader.text("plan.unit"),
                reader.text("delegation.span"));
    }

    /** The essence in a sentence. */
    public String getTitle() {
        long acting = all.stream()
                .filter(d -> d.principal().equals(caller.login()) && d.isInForce(caller.today()))
                .count();
        return acting == 0 ? reader.text("delegations.none") : reader.text("delegations.title", acting);
    }

    /** Roles that the person has by a grant and can let another exercise. */
    public List<PlansPage.Choice> getRoles() {
        return held().stream()
                .map(r -> new PlansPage.Choice(r.name(), reader.text("role." + r.name())))
                .toList();
    }

    private Set<Role> held() {
        return caller.person()
                .map(p -> p.grants().stream()
                        .filter(g -> g.isInForce(caller.today()) && Delegation.ROLES.contains(g.role()))
                        .map(g -> g.role())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    /** Units in which the person has such a role. */
    public List<PlansPage.Choice> getUnits() {
        Set<Role> held = held();
        return held.isEmpty()
                ? List.of()
                : caller.units(held.toArray(Role[]::new)).stream()
                        .map(u -> new PlansPage.Choice(
                                u, Objects.requireNonNull(names).name(u)))
                        .toList();
    }

    /** Everybody else, by login and name. */
    public List<Colleagues.Colleague> getPeople() {
        return colleagues.list().stream()
                .filter(c -> !c.login().equals(caller.login()))
                .toList();
    }

    /** Lets somebody act for the person. Refuses what {@link Delegations#give} refuses. */
    public String give() {
        proof.require();
        String login = String.valueOf(delegate).strip();
        Delegation given = delegations.give(new Delegation.Terms(
                caller.login(),
                getPeople().stream()
                        .filter(c -> c.name().equalsIgnoreCase(login))
                        .map(Colleagues.Colleague::login)
                        .findFirst()
                        .orElse(login),
                Role.valueOf(String.valueOf(role)),
                String.valueOf(unit),
                day("from", from),
                day("to", to),
                Objects.requireNonNullElse(reason, "")));
        return done(reader.text(
                "delegation.given",
                colleagues.name(given.delegate()),
                reader.day(given.from()),
                reader.day(given.to())));
    }

    private static LocalDate day(String field, @Nullable String typed) {
        try {
            return LocalDate.parse(String.valueOf(typed));
        } catch (DateTimeParseException e) {
            throw new KpiException(Code.E_FIELD_VALUE, field, String.valueOf(typed), "2026-12-24");
        }
    }

    public String revoke(long id) {
        delegations.revoke(id);
        return done(reader.text("delegation.ended"));
    }

    private String done(String sentence) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/delegations?faces-redirect=true";
    }

    public @Nullable String getDelegate() {
        return delegate;
    }

    public void setDelegate(@Nullable String delegate) {
        this.delegate = delegate;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
