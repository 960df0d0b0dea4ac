package org.kpisuite.ejb.leadlag;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.SignalText;
import org.kpisuite.domain.leadlag.ToldSignal;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.storage.Migrations;

/** Signals of the units whose figures the caller may read, with what became of them and who has seen them. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Signals {
    public static final int PAGE_MAX = 200;
    private static final int STANDING_MAX = 500;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private AuditTrail audit;

    @Inject
    private PairSource pairs;

    @Inject
    private Clock clock;

    @EJB
    private CatalogueInForce catalogues;

    @EJB
    private Caller caller;

    /** A signal with its sentence. */
    public record Shown(ToldSignal told, SignalText text) {}

    /** The newest first; of one unit or of all that the caller may read. Refuses E-NOT-FOUND for a unit not to be read. */
    public List<Shown> list(Optional<String> unit, Optional<Long> before, int limit) {
        unit.ifPresent(caller::requireReadable);
        Set<String> units = unit.map(Set::of).orElseGet(caller::readableUnits);
        try (Connection connection = database.getConnection()) {
            return new SignalRows(connection)
                    .list(units, before.orElse(Long.MAX_VALUE), Math.min(limit, PAGE_MAX)).stream()
                            .map(this::shown)
                            .toList();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Those that are not over, however old: first what nobody has answered. Refuses E-NOT-FOUND as above. */
    public List<Shown> standing(Optional<String> unit) {
        unit.ifPresent(caller::requireReadable);
        Set<String> units = unit.map(Set::of).orElseGet(caller::readableUnits);
        try (Connection connection = database.getConnection()) {
            return new SignalRows(connection)
                    .standing(units, STANDING_MAX).stream().map(this::shown).toList();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private PairReading reading(ToldSignal told, Instant now) {
        Pair pair = pair(told)
                .orElseThrow(
                        () -> new KpiException(Code.E_NOT_FOUND, told.signal().pair()));
        return pairs.one(told.unit(), pair, now, PairSource.Span.ALL);
    }

    private Optional<Pair> pair(ToldSignal told) {
        return catalogues
                .history()
                .newest(Definition.Kind.PAIR, told.signal().pair())
                .map(e -> (Pair) e.definition());
    }

    private Shown shown(ToldSignal told) {
        CatalogueHistory history = catalogues.history();
        Optional<Pair> pair = pair(told);
        return new Shown(
                told,
                new SignalText(
                        told.signal(), side(history, pair.map(Pair::leading)), side(history, pair.map(Pair::lagging))));
    }

    private static SignalText.Side side(CatalogueHistory history, Optional<String> indicator) {
        return indicator
                .flatMap(code -> history.newest(Definition.Kind.INDICATOR, code))
                .map(e -> (Indicator) e.definition())
                .map(i -> new SignalText.Side(i.name(), i.direction()))
                .orElseThrow();
    }

    /**
     * Says that a signal was seen, and what is done about it.
     *
     * <p>Refuses E-NOT-FOUND, E-FORBIDDEN, E-SIGNAL-STATE, E-FIELD-MISSING, E-FIELD-VALUE.
     */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER"})
    public Shown acknowledge(long id, String words) {
        try (Connection connection = database.getConnection()) {
            SignalRows rows = new SignalRows(connection);
            ToldSignal told = rows.lock(id).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, String.valueOf(id)));
            caller.require(told.unit(), Role.AUTHOR, Role.HEAD, Role.CONTROLLER);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            ToldSignal seen = told.acknowledge(caller.login(), now, words).settledBy(reading(told, now), now);
            rows.acknowledge(seen);
            audit.record(Deed.of(AuditAction.ACKNOWLEDGE, "signal", id)
                    .in(told.unit())
                    .to(Map.of("words", seen.acknowledgement().orElseThrow().words())));
            return shown(seen);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
