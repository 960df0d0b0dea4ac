package org.kpisuite.ejb.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;

/** Forecasts by hand, the same on both databases. */
class ForecastStoreTest {
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    private static ManualForecast said(String item, Period period, String value, Instant at) {
        return new ManualForecast(
                new ManualForecast.Place(
                        "MARKETING",
                        item,
                        Catalogue.shipped().indicator("LEADS").orElseThrow(),
                        period),
                new ManualForecast.Word(Optional.ofNullable(value).map(BigDecimal::new), "why"),
                LocalDate.of(2026, 11, 20),
                new Signing("head", at, "TOKEN"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void forecasts_areKnownBeforeTheirInstant_andTheLastWordComesFirst(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            entities.inTransaction(em -> {
                ForecastStore store = new ForecastStore(em);
                store.add(said("LEADS", QUARTER, "1592.5", AT));
                store.add(said("CTR", QUARTER, "0.011", AT));
                store.add(said("LEADS", QUARTER.plus(1), "1", AT));
                return store.add(said("LEADS", QUARTER, null, AT.plusSeconds(60)));
            });
            entities.inTransaction(em -> {
                ForecastStore store = new ForecastStore(em);
                assertThat(store.of("MARKETING", QUARTER, AT.plusSeconds(60)))
                        .extracting(ManualForecast::item)
                        .containsExactly("LEADS", "CTR");
                var leads = store.of("MARKETING", "LEADS", QUARTER);
                assertThat(leads).hasSize(2);
                assertThat(leads.get(0).value()).isEmpty();
                assertThat(leads.get(1).value().orElseThrow()).isEqualByComparingTo("1592.5");
                assertThat(store.of("MARKETING")).hasSize(4);
                assertThat(store.of("SALES")).isEmpty();
                return null;
            });
        }
    }
}
