package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.leadlag.Discovery;
import org.kpisuite.domain.leadlag.ForecastAccuracy;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.domain.scorecard.PairNeeds;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.leadlag.PairSource;
import org.kpisuite.ejb.storage.Migrations;

/** Pairs of the facts that are stored, as known at an instant. */
@ApplicationScoped
class StoredPairs implements PairSource {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private KnownReader reader;

    @Inject
    private ForecastStore forecasts;

    @FunctionalInterface
    private interface Work<T> {
        T with(PairReader pairs, LocalDate lastDay) throws SQLException;
    }

    private Known known(String unit, Instant asOf) {
        return reader.at(new ScorecardQuery(unit, Period.of(Granularity.QUARTER, dayOf(asOf)), asOf));
    }

    private <T> T inDatabase(String unit, Instant asOf, Work<T> work) {
        Known known = known(unit, asOf);
        try (Connection connection = database.getConnection()) {
            return work.with(new PairReader(connection, known), known.lastDay());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static LocalDate dayOf(Instant asOf) {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRED)
    public List<PairReading> all(String unit, Instant asOf) {
        return inDatabase(unit, asOf, PairReader::all);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRED)
    public void each(List<String> units, Instant asOf, Taker taker) throws SQLException {
        if (units.isEmpty()) {
            return;
        }
        Known first = known(units.get(0), asOf);
        Map<String, Map<Period, Plan>> plans = reader.plans(units, asOf);
        try (Connection connection = database.getConnection()) {
            for (String unit : units) {
                Known known = first.of(unit, plans.getOrDefault(unit, Map.of()));
                taker.take(unit, new PairReader(connection, known).all(known.lastDay()));
            }
        }
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRED)
    public PairReading one(String unit, Pair pair, Instant asOf, Span span) {
        return inDatabase(unit, asOf, (pairs, lastDay) -> {
            PairNeeds whole = PairNeeds.of(PairReader.indicators(List.of(pair)), pair.granularity(), lastDay);
            PairNeeds needs =
                    whole.within(span.from().orElse(whole.first()), span.to().orElse(whole.last()));
            return pairs.assembler(needs, lastDay)
                    .read(pair)
                    .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, pair.code()));
        });
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRED)
    public List<ForecastAccuracy> byHand(String unit, Instant asOf) {
        List<ManualForecast> said = forecasts.of(unit);
        return said.isEmpty() ? List.of() : inDatabase(unit, asOf, (pairs, lastDay) -> pairs.byHand(said, lastDay));
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRED)
    public Discovery discover(String unit, Granularity granularity, Instant asOf) {
        return inDatabase(unit, asOf, (pairs, lastDay) -> {
            List<String> all = pairs.known().definitions().on(lastDay).indicators().stream()
                    .map(Indicator::code)
                    .toList();
            return pairs.assembler(PairNeeds.of(all, granularity, lastDay), lastDay)
                    .discover();
        });
    }
}
