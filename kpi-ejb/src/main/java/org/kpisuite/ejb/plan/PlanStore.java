package org.kpisuite.ejb.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.ejb.storage.Together;

/** Plans as stored. Behind the boundaries: it asks nobody who is asking. */
@ApplicationScoped
public class PlanStore {
    private static final String CLAIM = """
            insert into plan_place (unit_code, period, place, plan_id)
            values (?1, ?2, ?3, ?4)
            """;
    private static final String RELEASE = """
            delete from plan_place
            where plan_id = ?1
            """;
    /** Class of the SQL states that tell of a constraint. */
    private static final String CONSTRAINT = "23";

    private static final String UNDER_WAY = "UNDER_WAY";
    private static final String IN_FORCE = "IN_FORCE";

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    /** For the container. */
    public PlanStore() {}

    PlanStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores a plan for a unit and quarter that has none. Refuses E-PLAN-EXISTS. */
    void add(Plan plan) {
        refuseIf(plan, p -> p.state().isUnderWay() || p.state().isInForce());
        entities.persist(plan);
        claim(plan, UNDER_WAY);
    }

    /** Stores a revision of a plan in force. Refuses E-PLAN-EXISTS if another one is under way. */
    void addRevision(Plan plan) {
        refuseIf(plan, p -> p.state().isUnderWay());
        entities.persist(plan);
        claim(plan, UNDER_WAY);
    }

    /** Refuses E-PLAN-EXISTS while another revision of the same unit and quarter is under way. */
    void requireNoRevisionOf(Plan plan) {
        refuseIf(plan, p -> p.id() != plan.id() && p.state().isUnderWay());
    }

    private void refuseIf(Plan plan, Predicate<Plan> stands) {
        Period period = plan.period();
        if (plans(plan.unit()).stream().anyMatch(p -> p.period().equals(period) && stands.test(p))) {
            throw new KpiException(Code.E_PLAN_EXISTS, plan.unit(), period.code());
        }
    }

    /** Refuses E-PLAN-EXISTS to whoever comes second at the same instant. */
    private void claim(Plan plan, String place) {
        try {
            entities.createNativeQuery(CLAIM)
                    .setParameter(1, plan.unit())
                    .setParameter(2, plan.period().key())
                    .setParameter(3, place)
                    .setParameter(4, plan.id())
                    .executeUpdate();
        } catch (PersistenceException e) {
            if (isTaken(e)) {
                throw new KpiException(
                        Code.E_PLAN_EXISTS, plan.unit(), plan.period().code());
            }
            throw e;
        }
    }

    private static boolean isTaken(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException e
                    && e.getSQLState() != null
                    && e.getSQLState().startsWith(CONSTRAINT)) {
                return true;
            }
        }
        return false;
    }

    /** From now on the plan is the one in force; the revision before it leaves its place. */
    void putInForce(Plan plan) {
        plan.basedOn().map(this::toChange).ifPresent(before -> {
            before.supersede();
            release(before);
        });
        release(plan);
        claim(plan, IN_FORCE);
    }

    /** Makes room for another plan of the same unit and quarter. */
    void release(Plan plan) {
        entities.createNativeQuery(RELEASE).setParameter(1, plan.id()).executeUpdate();
    }

    /**
     * The plan for this transaction alone, as it stands now: whoever comes at the same instant waits, and then sees what was
     * done. Its version rises with whatever happens to it.
     */
    Plan toChange(long id) {
        Plan plan = get(id);
        entities.refresh(plan, LockModeType.PESSIMISTIC_WRITE);
        entities.lock(plan, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return plan;
    }

    /** Plans that were approved for a quarter that has begun since. */
    List<Plan> toActivate(LocalDate today) {
        return entities.createQuery("select p from Plan p where p.state = :state order by p.id", Plan.class)
                .setParameter("state", PlanState.APPROVED)
                .getResultStream()
                .filter(p -> !today.isBefore(p.period().start()))
                .toList();
    }

    /** Plans of these units whose next step somebody is awaited for, and closed ones with points to decide about. */
    public List<Plan> awaiting(Collection<String> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        List<Plan> awaiting = new ArrayList<>(
                query("select p from Plan p where p.unit in :units and p.state in :states order by p.period, p.unit")
                        .setParameter("units", units)
                        .setParameter(
                                "states",
                                List.of(
                                        PlanState.DRAFT,
                                        PlanState.RETURNED,
                                        PlanState.SUBMITTED,
                                        PlanState.CHECKED,
                                        PlanState.APPROVED,
                                        PlanState.ACTIVE))
                        .getResultList());
        awaiting.addAll(query("select distinct p from Plan p join p.adjustments a"
                        + " where p.unit in :units and p.state = :closed and a.decidedBy is null")
                .setParameter("units", units)
                .setParameter("closed", PlanState.CLOSED)
                .getResultList());
        return awaiting;
    }

    /** Plans p with all that belongs to them, to be read only: what is to be changed comes from {@link #toChange}. */
    private TypedQuery<Plan> query(String plans) {
        return Together.reading(
                entities.createQuery(plans, Plan.class),
                "p.items",
                "p.children",
                "p.consultations",
                "p.answers",
                "p.signatures",
                "p.editors",
                "p.decisions",
                "p.adjustments");
    }

    PlanComment add(PlanComment comment) {
        entities.persist(comment);
        return comment;
    }

    /** All comments on the plans of a unit and quarter, in the order they were made. */
    List<PlanComment> comments(Plan plan) {
        return entities.createQuery(
                        "select c from PlanComment c where c.unit = :unit and c.period = :period order by c.id",
                        PlanComment.class)
                .setParameter("unit", plan.unit())
                .setParameter("period", plan.period().key())
                .getResultList();
    }

    /** Refuses E-NOT-FOUND. */
    Plan get(long id) {
        return Optional.ofNullable(entities.find(Plan.class, id))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "plan " + id));
    }

    /** A plan that stands on a scorecard. Refuses E-NOT-FOUND. */
    public Plan read(long id) {
        return get(id);
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
        return query("select p from Plan p where p.unit in :units order by p.period desc, p.unit, p.revision desc")
                .setParameter("units", units)
                .getResultList();
    }

    /** The plans of these units that were in force for some quarters as known at an instant, each unit's last revision. */
    public List<Plan> inForce(Collection<String> units, Collection<Period> quarters, Instant asOf) {
        if (units.isEmpty() || quarters.isEmpty()) {
            return List.of();
        }
        Set<List<String>> seen = new HashSet<>();
        return query("select p from Plan p where p.unit in :units and p.period in :quarters"
                        + " order by p.period desc, p.unit, p.revision desc")
                .setParameter("units", units)
                .setParameter("quarters", quarters.stream().map(Period::key).toList())
                .getResultList()
                .stream()
                .filter(p -> p.state().wasApproved() && p.isApprovedBefore(asOf))
                .filter(p -> seen.add(List.of(p.unit(), p.period().key())))
                .toList();
    }

    /** The plans of a unit that were in force as known at an instant, by quarter: of revisions the last one approved. */
    public Map<Period, Plan> inForce(String unit, Instant asOf) {
        return inForce(List.of(unit), asOf).getOrDefault(unit, Map.of());
    }

    /** The same of many units that have any, read together. */
    public Map<String, Map<Period, Plan>> inForce(Collection<String> units, Instant asOf) {
        return of(units).stream()
                .filter(p -> p.state().wasApproved() && p.isApprovedBefore(asOf))
                .collect(Collectors.groupingBy(
                        Plan::unit, Collectors.toMap(Plan::period, p -> p, (newer, older) -> newer)));
    }
}
