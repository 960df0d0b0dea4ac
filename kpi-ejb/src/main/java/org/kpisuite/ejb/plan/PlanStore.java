package org.kpisuite.ejb.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;

/** Plans as stored. Behind the boundaries: it asks nobody who is asking. */
@ApplicationScoped
public class PlanStore {
    private static final String CLAIM = """
            insert into plan_slot (unit_code, period, plan_id)
            values (?1, ?2, ?3)
            """;
    private static final String RELEASE = """
            delete from plan_slot
            where plan_id = ?1
            """;

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    /** For the container. */
    public PlanStore() {}

    PlanStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores a new plan. Refuses E-PLAN-EXISTS if one stands open for the same unit and quarter. */
    void add(Plan plan) {
        Period period = plan.period();
        if (plans(plan.unit()).stream()
                .anyMatch(p -> p.period().equals(period) && p.state().isOpen())) {
            throw new KpiException(Code.E_PLAN_EXISTS, plan.unit(), period.code());
        }
        entities.persist(plan);
        entities.createNativeQuery(CLAIM)
                .setParameter(1, plan.unit())
                .setParameter(2, period.key())
                .setParameter(3, plan.id())
                .executeUpdate();
    }

    /** Makes room for another plan of the same unit and quarter. */
    void release(Plan plan) {
        entities.createNativeQuery(RELEASE).setParameter(1, plan.id()).executeUpdate();
    }

    /** The plan, so that its version rises with whatever happens to it in this transaction. */
    Plan toChange(long id) {
        Plan plan = get(id);
        entities.lock(plan, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return plan;
    }

    /** Refuses E-NOT-FOUND. */
    Plan get(long id) {
        return Optional.ofNullable(entities.find(Plan.class, id))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "plan " + id));
    }

    void flush() {
        entities.flush();
    }

    List<Plan> plans(String unit) {
        return of(List.of(unit));
    }

    /** All plans of these units, the latest quarter first. */
    List<Plan> of(Collection<String> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select p from Plan p where p.unit in :units order by p.period desc, p.unit, p.revision desc",
                        Plan.class)
                .setParameter("units", units)
                .getResultList();
    }

    /** The plans of these units that were in force for some quarters as known at an instant, each unit's last revision. */
    public List<Plan> inForce(Collection<String> units, Collection<Period> quarters, Instant asOf) {
        if (units.isEmpty() || quarters.isEmpty()) {
            return List.of();
        }
        Set<List<String>> seen = new HashSet<>();
        return entities.createQuery(
                        "select p from Plan p where p.unit in :units and p.period in :quarters"
                                + " order by p.period desc, p.unit, p.revision desc",
                        Plan.class)
                .setParameter("units", units)
                .setParameter("quarters", quarters.stream().map(Period::key).toList())
                .getResultStream()
                .filter(p -> p.state().wasApproved() && p.isApprovedBefore(asOf))
                .filter(p -> seen.add(List.of(p.unit(), p.period().key())))
                .toList();
    }

    /** The plans of a unit that were in force as known at an instant, by quarter: of revisions the last one approved. */
    public Map<Period, Plan> inForce(String unit, Instant asOf) {
        return plans(unit).stream()
                .filter(p -> p.state().wasApproved() && p.isApprovedBefore(asOf))
                .collect(Collectors.toMap(Plan::period, p -> p, (newer, older) -> newer));
    }
}
