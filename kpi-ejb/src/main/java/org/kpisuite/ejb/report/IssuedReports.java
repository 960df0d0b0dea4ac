package org.kpisuite.ejb.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.ejb.access.Caller;

/** Files that were issued, of the units in which the caller is CONTROLLER or AUDITOR. */
@Stateless
@RolesAllowed({"CONTROLLER", "AUDITOR"})
public class IssuedReports {
    public static final int ROWS_MAX = 500;

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @EJB
    private Caller caller;

    /** A page of rows, and where the next one goes on; empty on the last. */
    public record Page(List<IssuedReport> rows, Optional<Long> next) {}

    /**
     * Latest first.
     *
     * @param before only rows with a smaller id: where the last page ended
     * @param rows at most so many, 1 to {@link #ROWS_MAX}
     */
    public Page list(Optional<String> unit, Optional<Long> before, int rows) {
        Collection<String> units = units();
        unit.ifPresent(u -> units.retainAll(List.of(u)));
        if (units.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        int wanted = Math.max(1, Math.min(rows, ROWS_MAX));
        List<IssuedReport> found = entities.createQuery(
                        "select r from IssuedReport r where r.unit in :units and r.id < :before order by r.id desc",
                        IssuedReport.class)
                .setParameter("units", units)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(wanted + 1)
                .getResultList();
        boolean more = found.size() > wanted;
        List<IssuedReport> page = more ? found.subList(0, wanted) : found;
        return new Page(
                List.copyOf(page), more ? Optional.of(page.get(wanted - 1).id()) : Optional.empty());
    }

    /** Refuses E-NOT-FOUND, also for a report of a unit that the caller may not read. */
    public IssuedReport get(long id) {
        return Optional.ofNullable(entities.find(IssuedReport.class, id))
                .filter(r -> units().contains(r.unit()))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "report " + id));
    }

    private Collection<String> units() {
        return new HashSet<>(caller.units(Role.CONTROLLER, Role.AUDITOR));
    }
}
