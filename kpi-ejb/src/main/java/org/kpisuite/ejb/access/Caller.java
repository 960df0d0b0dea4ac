package org.kpisuite.ejb.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.access.Delegation;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Staff;
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

    /** Codes of all units whose figures the caller may read: by their own roles, or for whom they act on plans. */
    public Set<String> readableUnits() {
        Set<String> readable = new LinkedHashSet<>(units(
                EnumSet.allOf(Role.class).stream().filter(Role::readsFigures).toArray(Role[]::new)));
        OrgTree tree = directory.tree();
        delegations().forEach(d -> readable.addAll(tree.subtree(d.unit())));
        return readable;
    }

    /** What others let the caller do for them today, as far as they could do it themselves. */
    private List<Delegation> delegations() {
        return isBootstrap() ? List.of() : directory.delegationsTo(login());
    }

    /**
     * In which of these roles the caller may speak about plans of a unit, heads of higher units too: by a grant of their own,
     * or else for another; empty where in none.
     */
    public Optional<Mandate> mandate(String unit, Collection<Role> roles) {
        Optional<Mandate> own =
                roles.stream().sorted().filter(r -> has(unit, r)).findFirst().map(r -> new Mandate(r, null));
        return own.or(() -> delegations().stream()
                .filter(d -> roles.contains(d.role())
                        && directory.tree().subtree(d.unit()).contains(unit))
                .findFirst()
                .map(d -> new Mandate(d.role(), d.principal())));
    }

    /**
     * The same, for those who may.
     *
     * @throws KpiException E-NOT-FOUND where the caller may not even know of the unit, else E-FORBIDDEN
     */
    public Mandate requireMandate(String unit, Collection<Role> roles) {
        return mandate(unit, roles).orElseThrow(() -> {
            requireReadable(unit);
            return new KpiException(Code.E_FORBIDDEN);
        });
    }

    /**
     * In which of these roles the caller may take steps on plans of a unit: the own first, then for others; as HEAD only where
     * that is the head of this very department.
     *
     * @param staff read once by whoever asks of many plans
     */
    public List<Mandate> planMandates(Staff staff, String unit, Collection<Role> roles) {
        return isBootstrap()
                ? roles.stream()
                        .sorted()
                        .filter(BOOTSTRAP_ROLES::contains)
                        .map(r -> new Mandate(r, null))
                        .toList()
                : staff.mandates(login(), unit, roles);
    }

    /** The same of one unit. */
    public List<Mandate> planMandates(String unit, Collection<Role> roles) {
        return planMandates(directory.staff(), unit, roles);
    }

    /**
     * The first of them.
     *
     * @throws KpiException E-NOT-FOUND where the caller may not even know of the unit, else E-FORBIDDEN
     */
    public Mandate requirePlanMandate(String unit, Role... roles) {
        return planMandates(unit, List.of(roles)).stream().findFirst().orElseThrow(() -> {
            requireReadable(unit);
            return new KpiException(Code.E_FORBIDDEN);
        });
    }

    /** Codes of all units of which the caller may write plans, for themselves or for another. */
    public Set<String> plannedUnits() {
        Staff staff = directory.staff();
        return staff.tree().units().stream()
                .map(OrgUnit::code)
                .filter(u ->
                        !planMandates(staff, u, Set.of(Role.AUTHOR, Role.HEAD)).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
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

    /**
     * Lets only those pass who may read the figures of all units that a file shows: it cannot be cut as a page is.
     *
     * @throws KpiException E-REPORT-UNITS with how many they may not read
     */
    public void requireAllReadable(Set<String> shown) {
        Set<String> readable = readableUnits();
        long hidden = shown.stream().filter(u -> !readable.contains(u)).count();
        if (hidden > 0) {
            throw new KpiException(Code.E_REPORT_UNITS, String.valueOf(hidden));
        }
    }

    /** The caller as somebody who signs now, to the microsecond: what is finer would be stored as another instant. */
    public Signing signing() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Signing(login(), null, now, identity.authentication());
    }
}
