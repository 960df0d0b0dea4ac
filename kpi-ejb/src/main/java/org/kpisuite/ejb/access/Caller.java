package org.kpisuite.ejb.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Signing;

/** Who is asking, and in which units they may do what. Grants are read anew each time. */
@Stateless
@PermitAll
public class Caller {
    /** The service account of the bootstrap token: ADMIN and CONTROLLER everywhere. */
    public static final String BOOTSTRAP = "bootstrap";

    static final Set<Role> BOOTSTRAP_ROLES = Set.of(Role.ADMIN, Role.CONTROLLER);

    @Resource
    private SessionContext session;

    @Inject
    private Directory directory;

    @Inject
    private Identity identity;

    @Inject
    private Clock clock;

    public String login() {
        return session.getCallerPrincipal().getName();
    }

    /** The person who asks; empty for the service account. */
    public Optional<Person> person() {
        return directory.person(login());
    }

    public LocalDate today() {
        return directory.today();
    }

    public Set<Role> roles() {
        return isBootstrap() ? BOOTSTRAP_ROLES : person().map(directory::roles).orElse(Set.of());
    }

    public boolean isBootstrap() {
        return BOOTSTRAP.equals(login());
    }

    /** Codes of all units in which the caller has one of these roles. */
    public Set<String> units(Role... roles) {
        Set<Role> wanted = EnumSet.copyOf(Arrays.asList(roles));
        OrgTree tree = directory.tree();
        if (isBootstrap()) {
            Set<String> all = new LinkedHashSet<>();
            if (wanted.stream().anyMatch(BOOTSTRAP_ROLES::contains)) {
                tree.units().stream().map(OrgUnit::code).forEach(all::add);
            }
            return all;
        }
        return person().map(p -> p.units(wanted, tree, today())).orElse(Set.of());
    }

    /** Codes of all units whose figures the caller may read. */
    public Set<String> readableUnits() {
        return units(
                EnumSet.allOf(Role.class).stream().filter(Role::readsFigures).toArray(Role[]::new));
    }

    public boolean has(String unit, Role... roles) {
        return units(roles).contains(unit);
    }

    /**
     * Lets only those pass who have one of the roles in the unit.
     *
     * @throws KpiException E-NOT-FOUND where the caller may not even know of the unit, else E-FORBIDDEN
     */
    public void require(String unit, Role... roles) {
        if (!has(unit, roles)) {
            requireReadable(unit);
            throw new KpiException(Code.E_FORBIDDEN);
        }
    }

    /**
     * Lets only those pass who may read the figures of a unit.
     *
     * @throws KpiException E-NOT-FOUND
     */
    public void requireReadable(String unit) {
        if (!readableUnits().contains(unit)) {
            throw new KpiException(Code.E_NOT_FOUND, unit);
        }
    }

    /** The caller as somebody who signs now. */
    public Signing signing() {
        return new Signing(login(), clock.instant(), identity.authMethod());
    }
}
