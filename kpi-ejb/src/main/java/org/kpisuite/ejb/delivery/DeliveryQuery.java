package org.kpisuite.ejb.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.delivery.Delivery;

/** Reads rows of the send log, cut to units. */
final class DeliveryQuery {
    private final EntityManager entities;

    DeliveryQuery(EntityManager entities) {
        this.entities = entities;
    }

    /** One row more than wanted, where there is one, so that the caller knows whether another page follows. */
    List<Delivery> read(Collection<String> units, DeliveryFilter filter) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        conditions.add("d.unit in :units");
        values.put("units", units);
        add(filter.unit(), "d.unit = :unit", "unit", conditions, values);
        add(filter.state(), "d.state = :state", "state", conditions, values);
        add(filter.schedule(), "d.scheduleId = :schedule", "schedule", conditions, values);
        add(filter.before(), "d.id < :before", "before", conditions, values);
        TypedQuery<Delivery> query = entities.createQuery(
                "select d from Delivery d where " + String.join(" and ", conditions) + " order by d.id desc",
                Delivery.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(filter.rows() + 1).getResultList();
    }

    private static void add(
            Optional<?> wanted, String condition, String name, List<String> conditions, Map<String, Object> values) {
        wanted.ifPresent(value -> {
            conditions.add(condition);
            values.put(name, value);
        });
    }
}
