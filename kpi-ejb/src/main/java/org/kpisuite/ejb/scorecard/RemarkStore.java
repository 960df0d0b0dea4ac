package org.kpisuite.ejb.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.Remark;

/** What was said about scorecards, as stored. Behind the boundaries. */
@ApplicationScoped
public class RemarkStore {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    /** For the container. */
    public RemarkStore() {}

    RemarkStore(EntityManager entities) {
        this.entities = entities;
    }

    Remark add(Remark remark) {
        entities.persist(remark);
        return remark;
    }

    /** What was said before an instant, in the order in which it was. */
    List<Remark> of(String unit, Period period, Instant asOf) {
        return entities.createQuery(
                        "select r from Remark r where r.unit = :unit and r.period = :period order by r.id",
                        Remark.class)
                .setParameter("unit", unit)
                .setParameter("period", period.key())
                .getResultStream()
                .filter(r -> r.at().isBefore(asOf))
                .toList();
    }

    Optional<Remark> find(long id) {
        return Optional.ofNullable(entities.find(Remark.class, id));
    }
}
