package org.kpisuite.ejb.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;

/** What was said about scorecards, the same on both databases. */
class RemarkStoreTest {
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    private static Remark.Place place(String unit, Period period) {
        return new Remark.Place(unit, period, Optional.empty(), Optional.empty());
    }

    private static Signing by(Instant at) {
        return new Signing("head", at, "TOKEN");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void remarks_areThoseOfTheUnitAndPeriod_saidBefore(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            entities.inTransaction(em -> {
                RemarkStore store = new RemarkStore(em);
                store.add(new Remark(place("SALES", QUARTER), "another unit", by(AT)));
                store.add(new Remark(place("MARKETING", QUARTER.previous()), "another period", by(AT)));
                store.add(new Remark(place("MARKETING", QUARTER), "first", by(AT)));
                store.add(new Remark(
                        place("MARKETING", QUARTER),
                        "second",
                        "I. Orlova",
                        LocalDate.of(2026, 12, 5),
                        by(AT.plusSeconds(60))));
                return store.add(new Remark(place("MARKETING", QUARTER), "later", by(AT.plusSeconds(120))));
            });
            entities.inTransaction(em -> {
                RemarkStore store = new RemarkStore(em);
                var remarks = store.of("MARKETING", QUARTER, AT.plusSeconds(120));
                assertThat(remarks).extracting(Remark::text).containsExactly("first", "second");
                Remark.Task task = remarks.get(1).task().orElseThrow();
                assertThat(task.owner()).isEqualTo("I. Orlova");
                assertThat(task.due()).isEqualTo(LocalDate.of(2026, 12, 5));
                assertThat(store.find(remarks.get(0).id())).isPresent();
                return null;
            });
        }
    }
}
