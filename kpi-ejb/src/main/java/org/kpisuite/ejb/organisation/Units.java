package org.kpisuite.ejb.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.access.Versions;

/** Units, cut to those that the caller has a role in. */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Units {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private Directory directory;

    @EJB
    private Caller caller;

    /** Units that the caller may know of, by code. */
    public List<OrgUnit> list() {
        Set<String> visible = caller.units(Role.values());
        return directory.tree().units().stream()
                .filter(u -> visible.contains(u.code()))
                .toList();
    }

    /** Refuses E-NOT-FOUND, also for what the caller may not know of. */
    public OrgUnit get(String code) {
        if (!caller.units(Role.values()).contains(code)) {
            throw new KpiException(Code.E_NOT_FOUND, code);
        }
        return directory.tree().get(code);
    }

    /**
     * Stores a unit: a new one, or a changed one whose version was read.
     *
     * <p>Refuses E-VERSION-MISSING, E-VERSION, E-NOT-FOUND for the unit above, E-FIELD-VALUE for a circle,
     * E-FORBIDDEN outside the units that the caller administers; a new root is for the service account alone.
     */
    @RolesAllowed("ADMIN")
    public OrgUnit put(
            String code,
            LocalizedText name,
            Optional<String> parent,
            Optional<String> currency,
            Optional<Long> version) {
        OrgTree tree = directory.tree();
        parent.ifPresent(p -> tree.checkParent(code, p));
        Optional<OrgUnit> existing = tree.find(code);
        Set<String> administered = caller.units(Role.ADMIN);
        boolean mine = existing.map(u -> administered.contains(u.code())).orElse(true)
                && parent.map(administered::contains).orElse(caller.isBootstrap() || administered.contains(code));
        if (!mine) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        if (existing.isEmpty()) {
            OrgUnit unit = new OrgUnit(code, name, parent.orElse(null), currency.orElse(null));
            entities.persist(unit);
            return unit;
        }
        OrgUnit unit = existing.get();
        Versions.check(version, unit.version());
        unit.change(name, parent.orElse(null), currency.orElse(null));
        entities.flush();
        return unit;
    }
}
