package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * Takes an import back: each fact that it wrote gets the value that it had before, with the origin of that value, or a
 * tombstone where it had none. Nothing is removed: what was known in between can still be asked for.
 *
 * <p>Source: domain specification §8.4.
 */
final class ImportUndo {
    private static final String RESTORE = """
            insert into fact_change (seq, row_no, series_no, series_id, period_start, amount, as_of, reason, import_id,
                old_revision, old_amount, old_as_of, old_recorded_at, old_import_id, old_row_no, old_reason)
            select 0, coalesce(b.row_no, a.row_no), -a.series_id, a.series_id, a.period_start, b.amount,
                coalesce(b.as_of, cast(? as timestamp with time zone)), cast(? as varchar(1000)), b.import_id,
                a.revision, a.amount, a.as_of, a.recorded_at, a.import_id, a.row_no, a.reason
            from (
                select series_id, period_start, min(revision) as revision
                from (%s) f
                group by series_id, period_start
            ) w
            join fact a on a.series_id = w.series_id and a.period_start = w.period_start
            left join fact_revision b
                on b.series_id = w.series_id and b.period_start = w.period_start and b.revision = w.revision - 1
            where a.amount is distinct from b.amount
            order by a.series_id, a.period_start
            """.formatted(WrittenFacts.SELECT);
    /** A value that an import wrote and that was taken back again is nobody's ground. */
    private static final String BUILT_ON = """
            select distinct l.import_id
            from (%s) w
            join fact_revision l
                on l.series_id = w.series_id and l.period_start = w.period_start and l.revision > w.revision
                and l.import_id <> w.import_id
            join import_run r on r.id = l.import_id and r.state in ('APPLIED', 'PARTIAL')
            order by l.import_id
            fetch first 20 rows only
            """.formatted(WrittenFacts.SELECT);

    private static final String MARK = """
            update import_run set
                state = 'UNDONE',
                undone_at = cast(? as timestamp with time zone),
                undone_by = ?,
                undo_reason = ?
            where id = ?
            """;
    static final int REASON_MAX = 1_000;

    private final Connection connection;
    private final IntakeContext context;
    private final Set<String> ownUnits;

    /** As things stand now, by somebody who may import for those units. */
    ImportUndo(Connection connection, IntakeContext context, Set<String> ownUnits) {
        this.connection = connection;
        this.context = context;
        this.ownUnits = Set.copyOf(ownUnits);
    }

    /**
     * Takes that import back; does nothing where it was, and says so.
     *
     * @throws KpiException all at once: E-UNIT-FORBIDDEN, E-PERIOD-CLOSED and E-PERIOD-LOCKED, E-IMPORT-BUILT-ON; or
     *     E-IMPORT-STATE where it wrote nothing
     */
    boolean run(long id, ImportTrail.Undoing undoing) throws SQLException {
        new ImportTurn(connection).takeFacts();
        ImportResult run = new ImportRuns(connection).find(id).orElseThrow();
        if (run.state() == ImportState.UNDONE) {
            return false;
        }
        requireWritten(run);
        List<Refusal> refusals = refusals(id);
        if (!refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
        restore(id, undoing);
        new LaterExtracts(connection).takeBack(id);
        new QuarantineRows(connection, context.calendar())
                .withdraw(id, undoing.person(), undoing.at(), undoing.reason());
        Sql.update(connection, MARK, undoing.at(), undoing.person(), undoing.reason(), id);
        return true;
    }

    private static void requireWritten(ImportResult run) {
        boolean wrote = run.state() == ImportState.APPLIED || run.state() == ImportState.PARTIAL;
        if (run.dryRun() || !wrote) {
            throw new KpiException(
                    Code.E_IMPORT_STATE, String.valueOf(run.id()), run.state().name());
        }
        run.duplicateOf().ifPresent(first -> {
            throw new KpiException(Code.E_IMPORT_REPEATS, String.valueOf(run.id()), String.valueOf(first));
        });
    }

    private List<Refusal> refusals(long id) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        for (String unit : new WrittenFacts(connection, id).units()) {
            if (!ownUnits.contains(unit)) {
                refusals.add(Refusal.of(Code.E_UNIT_FORBIDDEN, unit).inColumn("unit", unit));
            }
        }
        refusals.addAll(new ClosedPeriods(connection, context, new Findings()).writtenBy(id));
        List<Long> later = Sql.query(connection, BUILT_ON, row -> row.getLong(1), id);
        if (!later.isEmpty()) {
            String ids = later.stream()
                    .map(String::valueOf)
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            refusals.add(Refusal.of(Code.E_IMPORT_BUILT_ON, ids));
        }
        return refusals;
    }

    private void restore(long id, ImportTrail.Undoing undoing) throws SQLException {
        try (Staging staging = Staging.on(connection)) {
            staging.finish();
            Sql.update(connection, RESTORE, Instant.EPOCH, undoing.reason(), id);
            SeriesNumbers.nameStored(connection);
            staging.measure("fact_change");
            FactChanges changes = new FactChanges(connection, new Findings());
            changes.apply(id, undoing.at(), changes.count(), staging);
        }
    }
}
