package org.kpisuite.ejb.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.ManualForecast;

/** What people foretell, as stored. Behind the boundaries. */
@ApplicationScoped
public class ForecastStore {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    /** For the container. */
    public ForecastStore() {}

    ForecastStore(EntityManager entities) {
        this.entities = entities;
    }

    ManualForecast add(ManualForecast forecast) {
        entities.persist(forecast);
        return forecast;
    }

    /** Of all lines of a unit over a period, said before an instant, in the order in which it was. */
    List<ManualForecast> of(String unit, Period period, Instant asOf) {
        return entities.createQuery(
                        "select f from ManualForecast f where f.unit = :unit and f.period = :period order by f.id",
                        ManualForecast.class)
                .setParameter("unit", unit)
                .setParameter("period", period.key())
                .getResultStream()
                .filter(f -> f.at().isBefore(asOf))
                .toList();
    }

    /** Of one line over a period, the last word first. */
    List<ManualForecast> of(String unit, String item, Period period) {
        return entities.createQuery(
                        "select f from ManualForecast f where f.unit = :unit and f.item = :item and f.period = :period"
                                + " order by f.id desc",
                        ManualForecast.class)
                .setParameter("unit", unit)
                .setParameter("item", item)
                .setParameter("period", period.key())
                .getResultList();
    }

    /** Of all lines and periods of a unit, in the order in which it was said. */
    public List<ManualForecast> of(String unit) {
        return entities.createQuery(
                        "select f from ManualForecast f where f.unit = :unit order by f.id", ManualForecast.class)
                .setParameter("unit", unit)
                .getResultList();
    }
}
