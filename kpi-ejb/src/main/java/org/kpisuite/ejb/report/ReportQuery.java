package org.kpisuite.ejb.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.report.IssuedReport;

/** Reads issued reports, cut to units. */
final class ReportQuery {
    private final EntityManager entities;
    private final List<String> conditions = new ArrayList<>(List.of("r.unit in :units"));
    private final Map<String, Object> values = new HashMap<>();
    private final ReportFilter filter;

    ReportQuery(EntityManager entities, Collection<String> units, ReportFilter filter) {
        this.entities = entities;
        this.filter = filter;
        values.put("units", units);
        add(filter.unit(), "r.unit = :unit", "unit");
        add(filter.format(), "r.format = :format", "format");
        add(filter.locale().map(l -> l.getLanguage()), "r.locale = :locale", "locale");
        add(filter.before(), "r.id < :before", "before");
    }

    private void add(Optional<?> wanted, String condition, String name) {
        wanted.ifPresent(value -> {
            conditions.add(condition);
            values.put(name, value);
        });
    }

    long count() {
        return query("select count(r) from IssuedReport r", "", Long.class).getSingleResult();
    }

    /** One row more than wanted, where there is one, so that the caller knows whether another page follows. */
    List<IssuedReport> rows() {
        String order = " order by " + filter.order().text();
        return query("select r from IssuedReport r", order, IssuedReport.class)
                .setFirstResult(filter.skip())
                .setMaxResults(filter.rows() + 1)
                .getResultList();
    }

    private <T> TypedQuery<T> query(String what, String order, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(what + " where " + String.join(" and ", conditions) + order, type);
        values.forEach(query::setParameter);
        return query;
    }
}
