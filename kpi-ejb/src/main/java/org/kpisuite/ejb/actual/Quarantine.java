package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.QuarantineState;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.calendar.PeriodRows;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Rows that came for closed periods: seen with what they would do, and decided on.
 *
 * <p>Controllers decide for their units; where two people must, an approver of the unit may be the second.
 */
@Stateless
@RolesAllowed({"CONTROLLER", "APPROVER", "AUDITOR"})
public class Quarantine {
    public static final int PAGE_MAX = 100;

    /** So many rows are decided together at most. */
    public static final int GROUP_MAX = 5_000;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private AuditTrail audit;

    @EJB
    private Caller caller;

    @Inject
    private Directory directory;

    @EJB
    private CatalogueInForce catalogues;

    @Inject
    private Settings settings;

    @Inject
    private ScoreEffects effects;

    @Inject
    private PendingGates gates;

    @Inject
    private Clock clock;

    /**
     * What is listed or decided.
     *
     * @param unit of it and those below it; null for all that the caller may see
     * @param days in which the periods begin; null for all
     * @param states none for all
     * @param importId null for all
     */
    public record Selection(
            @Nullable String unit,
            @Nullable DayRange days,
            Collection<QuarantineState> states,
            @Nullable Long importId) {}

    /**
     * A row with the last day on which it can be decided.
     *
     * @param effect of letting it in; empty where it is decided
     */
    public record Shown(Quarantined row, LocalDate openUntil, Optional<ScoreEffects.Effect> effect) {}

    /** Rows after that id, the oldest first, without their effects. Refuses E-NOT-FOUND for a unit not to be read. */
    public List<Quarantined> list(Selection selection, long afterId, int limit) {
        Set<String> seen = caller.units(Role.CONTROLLER, Role.APPROVER, Role.AUDITOR);
        return inDatabase(connection -> rows(connection).list(filter(selection, seen, afterId, limit)));
    }

    /** One row with its effect. Refuses E-NOT-FOUND. */
    public Shown get(long id) {
        Quarantined row =
                inDatabase(connection -> found(connection, List.of(id))).get(0);
        return shown(row, true);
    }

    /** A row as people see it. */
    public Shown shown(Quarantined row, boolean withEffect) {
        LocalDate received = LocalDate.ofInstant(row.receivedAt(), settings.zone());
        LocalDate until = Quarantined.openUntil(received, settings.workingDays());
        return new Shown(
                row, until, withEffect && row.state().isOpen() ? Optional.of(effect(List.of(row))) : Optional.empty());
    }

    /**
     * What letting all of these in would do to scores; two people must decide also where it comes to that together with what
     * the caller has accepted alone in the same closed periods.
     */
    public ScoreEffects.Effect effect(Collection<Quarantined> rows) {
        FactOverlay wanted = overlay(rows);
        Instant now = clock.instant();
        ScoreEffects.Effect effect = effects.of(wanted, now);
        if (effect.needsFourEyes() || effect.changes().isEmpty()) {
            return effect;
        }
        FactOverlay before = inDatabase(connection ->
                new AcceptedAlone(rows(connection), periods(connection).book()).undone(rows, caller.login()));
        boolean addsUp = !before.isEmpty() && effects.of(before, wanted, now).needsFourEyes();
        return new ScoreEffects.Effect(effect.changes(), true, addsUp);
    }

    /** The ids of the open rows of a selection, at most {@link #GROUP_MAX}. */
    public List<Long> open(Selection selection) {
        Selection open = new Selection(
                selection.unit,
                selection.days,
                List.of(QuarantineState.OPEN, QuarantineState.PROPOSED),
                selection.importId);
        Set<String> seen = caller.units(Role.CONTROLLER, Role.APPROVER);
        return inDatabase(connection -> rows(connection).list(filter(open, seen, 0, GROUP_MAX))).stream()
                .map(Quarantined::id)
                .toList();
    }

    /**
     * Lets rows in together, or proposes to where they change a score by half a point or more, or a gate: together, and
     * together with what the caller has accepted alone in the same closed periods.
     *
     * <p>Refuses E-NOT-FOUND, E-FORBIDDEN, E-QUARANTINE-STATE, E-REASON-MISSING, E-FOUR-EYES, E-PERIOD-LOCKED.
     */
    @RolesAllowed({"CONTROLLER", "APPROVER"})
    public List<Quarantined> accept(Collection<Long> ids, @Nullable String reason) {
        return decide(ids, (connection, rows) -> {
            boolean fourEyes = effect(rows).needsFourEyes();
            Quarantined.Step step = step(reason);
            return row -> row.accept(step, fourEyes);
        });
    }

    /** Lets rows into series only; the scores as reported stay. Refuses as above, but for E-FOUR-EYES. */
    @RolesAllowed({"CONTROLLER", "APPROVER"})
    public List<Quarantined> acceptForHistory(Collection<Long> ids, @Nullable String reason) {
        Quarantined.Step step = step(reason);
        return decide(ids, (connection, rows) -> row -> row.acceptForHistory(step));
    }

    /** Keeps rows out. Refuses E-NOT-FOUND, E-FORBIDDEN, E-QUARANTINE-STATE, E-REASON-MISSING. */
    @RolesAllowed({"CONTROLLER", "APPROVER"})
    public List<Quarantined> reject(Collection<Long> ids, @Nullable String reason) {
        Quarantined.Step step = step(reason);
        return decide(ids, (connection, rows) -> row -> row.reject(step));
    }

    @FunctionalInterface
    private interface Decision {
        UnaryOperator<Quarantined> on(Connection connection, List<Quarantined> rows) throws SQLException;
    }

    private List<Quarantined> decide(Collection<Long> ids, Decision decision) {
        return inDatabase(connection -> {
            new PeriodRows(connection).takeTurn();
            List<Quarantined> rows = found(connection, ids);
            rows.forEach(this::requireRight);
            UnaryOperator<Quarantined> step = decision.on(connection, rows);
            List<Quarantined> decided = rows.stream().map(step).toList();
            new QuarantineDecisions(connection, rows(connection), periods(connection), now()).write(decided);
            decided.forEach(row -> audit.record(QuarantineDeed.of(row)));
            return decided;
        });
    }

    private void requireRight(Quarantined row) {
        boolean second =
                row.state() == QuarantineState.PROPOSED && caller.has(row.key().unit(), Role.APPROVER);
        if (!second && !caller.has(row.key().unit(), Role.CONTROLLER)) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
    }

    private List<Quarantined> found(Connection connection, Collection<Long> ids) throws SQLException {
        Set<String> seen = caller.units(Role.CONTROLLER, Role.APPROVER, Role.AUDITOR);
        List<Quarantined> rows = rows(connection).find(ids);
        for (long id : ids) {
            if (rows.stream()
                    .noneMatch(r -> r.id() == id && seen.contains(r.key().unit()))) {
                throw new KpiException(Code.E_NOT_FOUND, String.valueOf(id));
            }
        }
        return rows;
    }

    private Quarantined.Step step(@Nullable String reason) {
        if (reason != null && reason.length() > ImportUndo.REASON_MAX) {
            throw new KpiException(List.of(Refusal.ofField(
                    Code.E_FIELD_VALUE, "reason", reason, "reason", reason, "1.." + ImportUndo.REASON_MAX)));
        }
        return new Quarantined.Step(caller.login(), now(), reason);
    }

    private ClosedPeriods periods(Connection connection) throws SQLException {
        InstallationCodes codes = new InstallationCodes(directory.tree(), Set.of(), catalogues.get(), gates);
        return new ClosedPeriods(connection, codes, settings.calendar(), now(), settings.zone(), new Findings());
    }

    private QuarantineRows.Filter filter(Selection selection, Set<String> seen, long afterId, int limit) {
        String unit = selection.unit;
        if (unit != null && !seen.contains(unit)) {
            throw new KpiException(Code.E_NOT_FOUND, unit);
        }
        List<String> units = seen.stream()
                .filter(u -> unit == null
                        || directory.tree().path(u).stream()
                                .anyMatch(a -> a.code().equals(unit)))
                .toList();
        return new QuarantineRows.Filter(units, selection.days, selection.states, selection.importId, afterId, limit);
    }

    private static FactOverlay overlay(Collection<Quarantined> rows) {
        return new FactOverlay(
                rows.stream().map(r -> FactOverlay.value(r.key(), r.amount())).toList());
    }

    private QuarantineRows rows(Connection connection) {
        return new QuarantineRows(connection, settings.calendar());
    }

    /** Storage keeps microseconds; what is finer would read back as another instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
