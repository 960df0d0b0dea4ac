package org.kpisuite.ejb.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.ParentShare;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.access.StoredOrganisation;
import org.kpisuite.ejb.access.Versions;
import org.kpisuite.ejb.audit.AuditTrail;

/** Units, cut to those that the caller has a role in. */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Units {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private Directory directory;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @EJB
    private Caller caller;

    /** Units that the caller may know of, as they stand today, by code. */
    public List<OrgUnit> list() {
        Set<String> visible = caller.units(Role.values());
        return directory.tree().units().stream()
                .filter(u -> visible.contains(u.code()))
                .toList();
    }

    /** Units that the caller may know of and that stand nowhere yet, as they will at first, by code. */
    public List<OrgUnit> coming() {
        OrgHistory history = directory.history();
        Set<String> visible = caller.units(Role.values());
        return history.coming().stream()
                .filter(code -> isAmong(code, visible, history))
                .map(history::nearestToToday)
                .toList();
    }

    /** The unit as it stands today. Refuses E-NOT-FOUND, also for what the caller may not know of. */
    public OrgUnit get(String code) {
        OrgHistory history = directory.history();
        if (!isAmong(code, caller.units(Role.values()), history)) {
            throw new KpiException(Code.E_NOT_FOUND, code);
        }
        return history.nearestToToday(code);
    }

    /** Where a unit stood, stands and will stand, by first day. Refuses E-NOT-FOUND as {@link #get}. */
    public List<Standing> standings(String code) {
        return directory.history().places(get(code).code());
    }

    /** The same of all units that the caller may know of. */
    public Map<String, List<Standing>> standings() {
        OrgHistory history = directory.history();
        return Stream.concat(
                        caller.units(Role.values()).stream(), coming().stream().map(OrgUnit::code))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), history::places));
    }

    /** Whether a unit is among those; one that stands nowhere yet is, if the units above it are. */
    private boolean isAmong(String code, Set<String> units, OrgHistory history) {
        if (history.latest().find(code).isPresent()) {
            return units.contains(code);
        }
        List<Standing> places = history.places(code);
        return !places.isEmpty() && areAmong(places.get(0).shares(), units, history);
    }

    /** Whether all of these units above are among those; without any it is a root, for the service account alone. */
    private boolean areAmong(List<ParentShare> above, Set<String> units, OrgHistory history) {
        return above.isEmpty()
                ? caller.isBootstrap()
                : above.stream().allMatch(s -> isAmong(s.parent(), units, history));
    }

    /**
     * Stores a unit: a new one, or a changed one whose version was read.
     *
     * <p>Refuses E-VERSION-MISSING, E-VERSION, E-NOT-FOUND for a unit above, E-FIELD-VALUE for a circle on any day, for a
     * unit above that begins later or is closed, and for closing what others stand below, E-ORG-OVERLAP for shares that
     * do not sum to 1, E-FORBIDDEN outside the units that the caller administers; a new root is for the service account
     * alone.
     */
    @RolesAllowed("ADMIN")
    public void put(String code, UnitChange change, Optional<Long> version) {
        StoredOrganisation stored = new StoredOrganisation(entities);
        stored.leaveMark();
        OrgHistory history = directory.history();
        Optional<OrgUnit> existing = Optional.ofNullable(entities.find(OrgUnit.class, code));
        LocalDate from = change.validFrom()
                .orElseGet(() -> existing.isPresent() ? directory.today() : history.firstDay(change.above()));
        Standing standing =
                new Standing(code, change.above(), from, clock.instant().truncatedTo(ChronoUnit.MICROS));
        requireAdministered(standing, existing.isPresent(), history);
        existing.ifPresent(u -> Versions.check(version, u.version()));
        Optional<Map<String, Object>> before = existing.map(u -> told(u, above(history, standing)));
        OrgUnit unit = existing.orElseGet(() -> new OrgUnit(code, change.name(), null, null));
        unit.change(change.name(), null, change.currency().orElse(null));
        unit.stage(change.businessStage().orElse(null));
        history.checkClosing(code, change.closedOn());
        unit.close(change.closedOn().orElse(null));
        if (existing.isEmpty()) {
            entities.persist(unit);
        }
        stored.record(unit, standing.recordedAt(), caller.login());
        if (!history.stands(standing)) {
            history.with(unit, standing);
            stored.record(standing, caller.login());
            existing.ifPresent(u -> entities.lock(u, LockModeType.OPTIMISTIC_FORCE_INCREMENT));
        }
        stored.leaveMark();
        Deed deed = Deed.of(before.isPresent() ? AuditAction.CHANGE : AuditAction.CREATE, "unit", code)
                .in(code)
                .to(told(unit, standing));
        audit.record(before.map(deed::from).orElse(deed));
    }

    private static Standing above(OrgHistory history, Standing next) {
        return history.place(next.unit(), next.validFrom()).orElse(next);
    }

    private static Map<String, Object> told(OrgUnit unit, Standing standing) {
        Map<String, Object> above = new TreeMap<>();
        standing.shares().forEach(s -> above.put(s.parent(), s.share()));
        return Map.of(
                "name", Map.of("en", unit.name().en(), "ru", unit.name().ru()),
                "businessStage", unit.businessStage(),
                "currency", unit.currency(),
                "closedOn", unit.closedOn(),
                "above", above,
                "validFrom", standing.validFrom());
    }

    /** Whoever moves a unit administers it and all units above it, old and new; nobody makes roots of departments. */
    private void requireAdministered(Standing standing, boolean exists, OrgHistory history) {
        Set<String> mine = caller.units(Role.ADMIN);
        boolean administered = !exists || isAmong(standing.unit(), mine, history);
        if (!exists || !history.stands(standing)) {
            List<ParentShare> old = history.place(standing.unit(), standing.validFrom())
                    .map(Standing::shares)
                    .orElse(List.of());
            administered &= areAmong(known(standing.shares(), history), mine, history)
                    && old.stream().allMatch(s -> isAmong(s.parent(), mine, history));
        }
        if (!administered) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
    }

    private static List<ParentShare> known(List<ParentShare> above, OrgHistory history) {
        for (ParentShare share : above) {
            if (history.firstDay(share.parent()).isEmpty()) {
                throw new KpiException(Code.E_NOT_FOUND, share.parent());
            }
        }
        return above;
    }
}
