package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.actual.Intake;
import org.kpisuite.domain.actual.IntakeContext;

/**
 * One import, from a received file to facts, in the transaction of its connection.
 *
 * <p>Read and staged first; then, one import at a time, compared with what is stored and written. A file with an error is
 * not applied at all, or in partial mode without the refused rows. The record of the import is written in any case.
 */
public final class Importer {
    private static final Duration KEY_KEPT = Duration.ofDays(30);
    private static final String TURN = "select id from import_turn where id = 1 for update";

    private final Connection connection;
    private final Clock clock;
    private final ImportRuns runs;

    public Importer(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        this.runs = new ImportRuns(connection);
    }

    public ImportResult run(ImportOrder order, Upload upload, ImportProfile profile, IntakeContext context)
            throws SQLException, IOException {
        Optional<Long> asked =
                runs.askedBefore(order, upload, order.receivedAt().minus(KEY_KEPT));
        if (asked.isPresent()) {
            return runs.find(asked.get()).orElseThrow();
        }
        long id = runs.begin(order, upload);
        ImportResult result = new Attempt(id, order, upload, profile, context).make();
        runs.finish(result, clock.instant());
        return result;
    }

    /** The work of one import and what it finds on the way. */
    private final class Attempt {
        private final long id;
        private final ImportOrder order;
        private final Upload upload;
        private final ImportProfile profile;
        private final IntakeContext context;
        private final Findings findings = new Findings();
        private final FactChanges changes = new FactChanges(connection, findings);
        private final KeySketch keys = new KeySketch();
        private long refused;

        Attempt(long id, ImportOrder order, Upload upload, ImportProfile profile, IntakeContext context) {
            this.id = id;
            this.order = order;
            this.upload = upload;
            this.profile = profile;
            this.context = context;
        }

        ImportResult make() throws SQLException, IOException {
            Optional<Long> before = runs.appliedBefore(order, upload);
            if (before.isPresent()) {
                return duplicate(before.get());
            }
            Staging staging = Staging.on(connection);
            Intake intake = new CsvFile(upload.file(), profile, context, findings).read(fact -> {
                keys.add(fact);
                staging.take(fact);
            });
            staging.finish();
            ImportResult result = intake == null ? rejected(0, 0) : settle(intake, staging);
            staging.clear();
            return result;
        }

        private ImportResult settle(Intake intake, Staging staging) throws SQLException {
            if (keys.mayRepeat()) {
                StagedRows rows = new StagedRows(connection, findings);
                rows.removeRepeated();
                refused += rows.conflicting();
            }
            refused += intake.tally().refused();
            boolean compares = !isLost() || order.policy() != ImportPolicy.RESTATE || closed().hasAny();
            if (!compares) {
                return rejected(intake.tally().empty(), refused);
            }
            if (!order.dryRun()) {
                Sql.query(connection, TURN, row -> row.getInt(1));
                Optional<Long> meanwhile = runs.appliedBefore(order, upload);
                if (meanwhile.isPresent()) {
                    return duplicate(meanwhile.get());
                }
            }
            return compare(intake, staging);
        }

        /** Whether an error keeps the whole file from being applied. */
        private boolean isLost() {
            return findings.hasErrors() && order.mode() == ImportMode.ATOMIC;
        }

        private ImportResult compare(Intake intake, Staging staging) throws SQLException {
            changes.compare(staging);
            refused += changes.enforce(order.policy());
            ClosedPeriods closed = closed();
            refused += closed.enforce();
            if (isLost()) {
                return rejected(intake.tally().empty(), refused);
            }
            long quarantined = order.dryRun() ? closed.leaveOut() : closed.quarantine(id, order.person(), now());
            FactChanges.Tally tally = changes.count();
            if (!order.dryRun()) {
                changes.apply(id, now(), tally, staging);
            }
            long settled = tally.all() + quarantined + refused - intake.tally().refused();
            ImportCounts counts = new ImportCounts(
                    tally.created(),
                    tally.changed(),
                    staging.size() - settled,
                    tally.deleted(),
                    intake.tally().empty(),
                    quarantined,
                    refused);
            return result(state(), counts, null);
        }

        private ClosedPeriods closed() throws SQLException {
            return new ClosedPeriods(connection, context, findings);
        }

        /** Storage keeps microseconds; what is finer would read back as another instant. */
        private Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }

        private ImportState state() {
            if (order.dryRun()) {
                return ImportState.VALIDATED;
            }
            return findings.hasErrors() ? ImportState.PARTIAL : ImportState.APPLIED;
        }

        private ImportResult rejected(long empty, long rows) {
            return result(ImportState.REJECTED, ImportCounts.rejected(empty, rows), null);
        }

        private ImportResult duplicate(long first) throws SQLException {
            ImportResult applied = runs.find(first).orElseThrow();
            return new ImportResult(
                    id,
                    applied.state(),
                    order.fileName(),
                    order.profile(),
                    order.dryRun(),
                    order.person(),
                    order.receivedAt(),
                    applied.counts(),
                    first,
                    applied.issues(),
                    applied.issuesTotal());
        }

        private ImportResult result(ImportState state, ImportCounts counts, @Nullable Long duplicate) {
            return new ImportResult(
                    id,
                    state,
                    order.fileName(),
                    order.profile(),
                    order.dryRun(),
                    order.person(),
                    order.receivedAt(),
                    counts,
                    duplicate,
                    findings.kept(),
                    findings.total());
        }
    }
}
