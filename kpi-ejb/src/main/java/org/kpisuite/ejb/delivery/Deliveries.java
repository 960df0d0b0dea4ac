package org.kpisuite.ejb.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.ejb.access.Caller;

/** The send log: every mail that was planned, and what became of it. */
@Stateless
@RolesAllowed({"CONTROLLER", "AUDITOR"})
public class Deliveries {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @EJB
    private Caller caller;

    /** A page of rows, and where the next one goes on; empty on the last. */
    public record Page(List<Delivery> rows, Optional<Long> next) {}

    /** The mails that brought the file of a report; none for a unit in which the caller is neither of both. */
    public List<Delivery> of(IssuedReport report) {
        if (report.runId().isEmpty()
                || !caller.units(Role.CONTROLLER, Role.AUDITOR).contains(report.unit())) {
            return List.of();
        }
        return entities.createQuery(
                        "select d from Delivery d where d.runId = :run and d.locale = :locale and d.kind = :kind"
                                + " order by d.recipient",
                        Delivery.class)
                .setParameter("run", report.runId().get())
                .setParameter("locale", report.locale().getLanguage())
                .setParameter("kind", DeliveryKind.SCORECARD)
                .getResultStream()
                .filter(d -> d.brings(report.file()))
                .toList();
    }

    /** Rows of the units in which the caller is CONTROLLER or AUDITOR, latest first. */
    public Page list(DeliveryFilter filter) {
        Collection<String> units = caller.units(Role.CONTROLLER, Role.AUDITOR);
        if (units.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        List<Delivery> found = new DeliveryQuery(entities).read(units, filter);
        boolean more = found.size() > filter.rows();
        List<Delivery> rows = more ? found.subList(0, filter.rows()) : found;
        return new Page(
                List.copyOf(rows), more ? Optional.of(rows.get(rows.size() - 1).id()) : Optional.empty());
    }
}
