package org.kpisuite.ejb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Aggregation;
import org.kpisuite.domain.catalogue.Bounds;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Feed;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.MissingPolicy;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.OrgAggregation;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.catalogue.SourceType;
import org.kpisuite.domain.catalogue.Stewardship;
import org.kpisuite.domain.catalogue.Terms;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.catalogue.Validity;
import org.kpisuite.domain.catalogue.WeekSplit;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.ejb.storage.TestDatabase;

class StoredVersionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final Validity OPEN = new Validity(2, LocalDate.of(2026, 7, 1), null);
    private static final Validity CLOSED = new Validity(3, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1));
    private static final LocalizedText NAME = new LocalizedText("Name \"q\" | ‡", "Имя «ё»");

    /** Every attribute set, and every attribute that may be absent absent. */
    static Stream<Definition> definitions() {
        Terms terms = new Terms(
                "USD",
                MissingPolicy.parse("CARRY(2)"),
                new Feed(Granularity.WEEK, "CRM", 3, 14, "GA4"),
                new Bounds(new BigDecimal("0.5000"), new BigDecimal("30"), true),
                new Stewardship("Sales", "M. Orlov", "E. Titova", true),
                false,
                true);
        Indicator full = new Indicator(
                "FULL",
                NAME,
                NAME,
                Nature.LAG,
                Usage.DIAG,
                Formula.parse("REVENUE / FOLLOWERS[channel=\"e-mail, \\cold\"]"),
                1000,
                UnitKind.MONEY,
                4,
                Direction.BAND,
                Set.of(IndicatorGroup.REACH, IndicatorGroup.FINANCE),
                Aggregation.weightedBy("LEADS").over(OrgAggregation.NONE),
                terms,
                CLOSED);
        Measure measure = new Measure(
                "SHARE",
                NAME,
                MeasureKind.RATE,
                UnitKind.PERCENT,
                null,
                Granularity.MONTH,
                Aggregation.weightedBy("LEADS"),
                WeekSplit.NONE,
                List.of("CRM", "MANUAL"),
                OPEN);
        return Stream.of(
                full,
                full.with(Terms.USUAL).with(OPEN),
                measure,
                measure.with(Aggregation.of(measure.timeAggregation())).with(CLOSED),
                new Pair("P", "LEADS", "REVENUE", Granularity.WEEK, -1, 6, 12, true, OPEN),
                new Source("SHOP_2", NAME, SourceType.ERP, 5, CLOSED));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void document_readsBack(Definition definition) {
        String document = DefinitionDocument.of(definition).toString();
        assertThat(DefinitionDocument.read(definition.entryKind(), definition.code(), definition.validity(), document))
                .isEqualTo(definition);
    }

    @Test
    void document_ofEverythingShipped_readsBack() {
        Catalogue shipped = Catalogue.shipped();
        List<Definition> all = Stream.<Definition>concat(shipped.indicators().stream(), shipped.measures().stream())
                .toList();
        assertThat(all).hasSizeGreaterThan(100).allSatisfy(this::document_readsBack);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void versions_comeBack_inTheOrderOfRecording_asTheyWere(TestDatabase database) throws SQLException {
        List<CatalogueHistory.Entry> entries = definitions()
                .map(d -> new CatalogueHistory.Entry(d, d.validity().equals(OPEN) ? NOW : NOW.plusNanos(1_000), "anna"))
                .toList();
        try (Connection connection = database.migrated().getConnection()) {
            StoredVersions stored = new StoredVersions(connection);
            String empty = stored.mark();
            assertThat(stored.all()).isEmpty();
            for (CatalogueHistory.Entry entry : entries) {
                stored.add(entry);
            }
            assertThat(stored.mark()).isNotEqualTo(empty);
            assertThat(stored.all()).containsExactlyInAnyOrderElementsOf(entries);
            assertThat(stored.all())
                    .extracting(CatalogueHistory.Entry::recordedAt)
                    .isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void version_isRecordedOnce(TestDatabase database) throws SQLException {
        CatalogueHistory.Entry entry =
                new CatalogueHistory.Entry(definitions().findFirst().orElseThrow(), NOW, "anna");
        try (Connection connection = database.migrated().getConnection()) {
            StoredVersions stored = new StoredVersions(connection);
            stored.add(entry);
            assertThatThrownBy(() -> stored.add(entry))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void history_ofStoredVersions_knowsWhatWasKnown(TestDatabase database) throws SQLException {
        Indicator cac = Catalogue.shipped().indicator("CAC").orElseThrow();
        Definition changed = cac.by(Formula.parse("AD_SPEND / NEW_CUSTOMERS"), Direction.DOWN)
                .with(OPEN);
        try (Connection connection = database.migrated().getConnection()) {
            StoredVersions stored = new StoredVersions(connection);
            stored.add(new CatalogueHistory.Entry(changed, NOW, "anna"));
            CatalogueHistory history = CatalogueHistory.shipped().with(stored.all());
            assertThat(history.on(LocalDate.of(2026, 6, 30)).indicator("CAC")).contains(cac);
            assertThat(history.on(LocalDate.of(2026, 7, 1)).indicator("CAC")).contains((Indicator) changed);
            assertThat(history.knownAt(NOW).on(LocalDate.of(2026, 7, 1)).indicator("CAC"))
                    .contains(cac);
        }
    }
}
