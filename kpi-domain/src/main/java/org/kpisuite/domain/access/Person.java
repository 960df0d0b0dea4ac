package org.kpisuite.domain.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.organisation.OrgTree;

/** Somebody who signs in, with the roles granted to them. */
@Entity
@Table(name = "person")
public class Person {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    @Id
    private String login;

    private String name;
    private String email;
    private String locale;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_grant", joinColumns = @JoinColumn(name = "login"))
    private List<Grant> grants = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_name", joinColumns = @JoinColumn(name = "login"))
    @OrderBy("recordedAt")
    private List<NameSince> names = new ArrayList<>();

    @Version
    private long version;

    protected Person() {}

    /**
     * Somebody new, without a password: an invitation sets it.
     *
     * @throws KpiException E-FIELD-VALUE for a login or an address that cannot be one
     */
    public Person(String login, String name, String email, Locale locale, Collection<Grant> grants) {
        if (!LOGIN.matcher(login).matches()) {
            throw new KpiException(Code.E_FIELD_VALUE, "login", login, "a-z 0-9 . _ -, 2..60");
        }
        this.login = login;
        change(name, email, locale, grants);
    }

    /** Changes everything but login and password. */
    public final void change(String name, String email, Locale locale, Collection<Grant> grants) {
        if (!EMAIL.matcher(email).matches()) {
            throw new KpiException(Code.E_FIELD_VALUE, "email", email, "name@host");
        }
        this.name = name;
        this.email = email;
        this.locale = Messages.supported(locale).getLanguage();
        this.grants = new ArrayList<>(new LinkedHashSet<>(grants));
    }

    /** Takes a password already hashed. */
    public void setPassword(String hash) {
        this.passwordHash = hash;
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    /** Writes down that the name of now is known from an instant on, unless it was the last one too. */
    public void remember(Instant now) {
        if (names.isEmpty() || !names.get(names.size() - 1).name().equals(name)) {
            names.add(new NameSince(now, name));
        }
    }

    /** What the person was called right before an instant; the name of now where none was known yet. */
    public String nameAt(Instant instant) {
        return names.stream()
                .filter(n -> n.recordedAt().isBefore(instant))
                .reduce((earlier, later) -> later)
                .map(NameSince::name)
                .orElse(name);
    }

    public String email() {
        return email;
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public List<Grant> grants() {
        return List.copyOf(grants);
    }

    public long version() {
        return version;
    }

    /** All roles in force on a day, in whatever unit. */
    public Set<Role> roles(LocalDate day) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        grants.stream().filter(g -> g.isInForce(day)).map(Grant::role).forEach(roles::add);
        return roles;
    }

    /** All units in which one of these roles is in force. */
    public Set<String> units(Set<Role> roles, OrgTree tree, LocalDate day) {
        Set<String> units = new LinkedHashSet<>();
        grants.stream()
                .filter(g -> g.isInForce(day) && roles.contains(g.role()))
                .forEach(g -> units.addAll(tree.subtree(g.unit())));
        return units;
    }

    public boolean has(Role role, String unit, OrgTree tree, LocalDate day) {
        return units(EnumSet.of(role), tree, day).contains(unit);
    }
}
