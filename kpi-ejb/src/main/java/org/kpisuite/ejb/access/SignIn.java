package org.kpisuite.ejb.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.AccessToken;
import org.kpisuite.domain.access.Grant;
import org.kpisuite.domain.access.Invitation;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Scope;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.ejb.settings.Settings;

/** What may be done before anybody is known: sign in, use an invitation, set up an empty installation. */
@Stateless
@PermitAll
public class SignIn {
    static final int PASSWORD_LENGTH_MIN = 10;
    static final int PASSWORD_LENGTH_MAX = 200;

    /** PBKDF2 with SHA-512; the count follows OWASP's advice for it. */
    static final Map<String, String> PBKDF2 = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32");

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private SignInAttempts attempts;

    @Inject
    private Pbkdf2PasswordHash passwords;

    /** For the audit, which rests on this package. */
    @Inject
    private Event<Deed> deeds;

    /** Somebody by name and password; empty if they do not fit. Refuses E-SIGN-IN-RATE after too many failures. */
    public Optional<SignedIn> byPassword(String login, String password) {
        attempts.admit(login);
        passwords.initialize(PBKDF2);
        Optional<Person> person = directory.person(login).filter(p -> p.passwordHash()
                .filter(h -> passwords.verify(password.toCharArray(), h))
                .isPresent());
        attempts.record(login, person.isPresent());
        return person.map(p ->
                new SignedIn(p.login(), directory.roles(p), EnumSet.allOf(Scope.class), "PASSWORD", clock.instant()));
    }

    /** Somebody by bearer token; empty if it is unknown or has expired. */
    public Optional<SignedIn> byToken(String token) {
        if (settings.bootstrapToken().filter(t -> Secrets.same(t, token)).isPresent()) {
            return Optional.of(new SignedIn(
                    Caller.BOOTSTRAP,
                    Caller.BOOTSTRAP_ROLES,
                    EnumSet.allOf(Scope.class),
                    "BOOTSTRAP",
                    clock.instant()));
        }
        return Optional.ofNullable(entities.find(AccessToken.class, Secrets.hash(token)))
                .filter(t -> t.isValid(clock.instant()))
                .flatMap(t -> directory
                        .person(t.login())
                        .map(p -> new SignedIn(
                                p.login(), directory.roles(p), t.scopes(), t.authMethod(), t.createdAt())));
    }

    /** A token for whoever knows the password. Refuses E-SIGN-IN. */
    public String token(String login, String password, Set<Scope> scopes, Duration life) {
        SignedIn signedIn = byPassword(login, password).orElseThrow(() -> new KpiException(Code.E_SIGN_IN));
        deeds.fire(Deed.of(AuditAction.ISSUE_TOKEN, "person", login).by(login).to(Map.of("scopes", scopes)));
        return issue(signedIn.login(), scopes, life, "TOKEN");
    }

    /**
     * A token for somebody whom {@link People} has let in. Public, because a bean sees of another no more than that;
     * nobody but an administrator may call it from outside.
     */
    @RolesAllowed("ADMIN")
    public String issue(String login, Set<Scope> scopes, Duration life, String authMethod) {
        String token = Secrets.random();
        entities.persist(new AccessToken(Secrets.hash(token), login, scopes, clock.instant(), life, authMethod));
        return token;
    }

    /** Sets the password of the person who was invited. Refuses E-INVITATION, E-PASSWORD-WEAK. */
    public String acceptInvitation(String code, String password) {
        Invitation invitation = invitation(code);
        String login = invitation.login().orElseThrow(() -> new KpiException(Code.E_INVITATION));
        invitation.use(clock.instant());
        directory
                .person(login)
                .orElseThrow(() -> new KpiException(Code.E_INVITATION))
                .setPassword(hash(password));
        deeds.fire(Deed.of(AuditAction.SET_PASSWORD, "person", login).by(login));
        return login;
    }

    /** Makes the first ADMIN of an empty installation, and its root unit. Refuses E-INVITATION, E-PASSWORD-WEAK. */
    public String setUp(String code, OrgUnit root, String login, String name, String email, String password) {
        Invitation invitation = invitation(code);
        if (invitation.login().isPresent() || !directory.people().isEmpty()) {
            throw new KpiException(Code.E_INVITATION);
        }
        invitation.use(clock.instant());
        if (directory.tree().find(root.code()).isEmpty()) {
            StoredOrganisation stored = new StoredOrganisation(entities);
            entities.persist(root);
            stored.record(Standing.below(Optional.empty(), root.code(), Standing.BEGINNING, clock.instant()), login);
            stored.leaveMark();
        }
        Collection<Grant> grants = List.of(new Grant(Role.ADMIN, root.code(), null, null));
        Locale locale = settings.locale();
        Person admin = new Person(login, name, email, locale, grants);
        admin.setPassword(hash(password));
        admin.remember(clock.instant());
        entities.persist(admin);
        deeds.fire(Deed.of(AuditAction.CREATE, "person", login)
                .by(login)
                .to(Map.of("role", Role.ADMIN, "unit", root.code())));
        return login;
    }

    private Invitation invitation(String code) {
        return Optional.ofNullable(entities.find(Invitation.class, Secrets.hash(code)))
                .orElseThrow(() -> new KpiException(Code.E_INVITATION));
    }

    private String hash(String password) {
        if (password.length() < PASSWORD_LENGTH_MIN || password.length() > PASSWORD_LENGTH_MAX) {
            throw new KpiException(Code.E_PASSWORD_WEAK, String.valueOf(PASSWORD_LENGTH_MIN));
        }
        passwords.initialize(PBKDF2);
        return passwords.generate(password.toCharArray());
    }
}
