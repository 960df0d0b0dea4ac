package org.kpisuite.ejb.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.ExchangeRates;

/** Exchange rates in the database, every version of them. Behind the boundaries. */
@ApplicationScoped
public class RateStore {
    private static final String KNOWN = """
            select r.currency, r.period, r.version, r.average_rate, r.closing_rate, r.plan_rate
            from exchange_rate r
            where r.recorded_at < ?1 and r.version = (
                select max(l.version)
                from exchange_rate l
                where l.currency = r.currency and l.period = r.period and l.recorded_at < ?1
            )
            order by r.currency, r.period
            """;
    private static final String RECORD = """
            insert into exchange_rate (currency, period, version, average_rate, closing_rate, plan_rate, recorded_at,
                recorded_by)
            values (?1, ?2, ?3, cast(?4 as numeric(28, 10)), cast(?5 as numeric(28, 10)), cast(?6 as numeric(28, 10)),
                ?7, ?8)
            """;

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    /** A rate and how often it was recorded. */
    public record Versioned(ExchangeRates.Rate rate, int version) {}

    /** The rates that were known at an instant. */
    public List<Versioned> knownAt(Instant instant) {
        List<?> rows = entities.createNativeQuery(KNOWN)
                .setParameter(1, instant.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(r -> rate((Object[]) r)).toList();
    }

    private static Versioned rate(Object[] row) {
        ExchangeRates.Rate rate = new ExchangeRates.Rate(
                (String) row[0], Period.parse((String) row[1]), (BigDecimal) row[3], (BigDecimal) row[4], (BigDecimal)
                        row[5]);
        return new Versioned(rate, ((Number) row[2]).intValue());
    }

    /** Keeps a further version. */
    void add(Versioned versioned, Instant at, String by) {
        ExchangeRates.Rate rate = versioned.rate();
        entities.createNativeQuery(RECORD)
                .setParameter(1, rate.currency())
                .setParameter(2, rate.period().code())
                .setParameter(3, versioned.version())
                .setParameter(4, rate.average())
                .setParameter(5, rate.closing())
                .setParameter(6, rate.plan())
                .setParameter(7, at.atOffset(ZoneOffset.UTC))
                .setParameter(8, by)
                .executeUpdate();
    }
}
