package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.actual.Intake;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/**
 * One import, from a kept file to facts, in the transaction of its connection.
 *
 * <p>Read and staged first; then, one import at a time, compared with what is stored and written. A file with an error is
 * not applied at all, or in partial mode without the refused rows. A dry run does the same, without waiting for its turn
 * and without writing a fact; where the file would be lost, it says of the other rows what they would be worth once that
 * is mended.
 */
final class Importer {
    private final Connection connection;
    private final Clock clock;
    private final ImportRuns runs;
    private final ImportProgress progress;
    private final Runnable whenRead;

    /** @param whenRead told when all of the file was read: from then on only the database works */
    Importer(Connection connection, Clock clock, ImportProgress progress, Runnable whenRead) {
        this.connection = connection;
        this.clock = clock;
        this.runs = new ImportRuns(connection);
        this.progress = progress;
        this.whenRead = whenRead;
    }

    /** Brings in the file of an import; how that ended is for the caller to write down in the same transaction. */
    ImportVerdict run(ImportWork work, Path file, ImportSetting setting) throws SQLException, IOException {
        return new Attempt(work, file, setting).make();
    }

    /** The work of one import and what it finds on the way. */
    private final class Attempt {
        private final ImportWork work;
        private final ImportOrder order;
        private final Path file;
        private final ImportSetting setting;
        private final Findings findings = new Findings();
        private final FactChanges changes = new FactChanges(connection, findings);
        private final DeliverySketch sketch = new DeliverySketch();
        private boolean lacksEvents;
        private long refused;

        Attempt(ImportWork work, Path file, ImportSetting setting) {
            this.work = work;
            this.order = work.order();
            this.file = file;
            this.setting = setting;
        }

        ImportVerdict make() throws SQLException, IOException {
            Optional<Long> before = appliedBefore();
            if (before.isPresent()) {
                return repeating(before.get());
            }
            try (Staging staging = Staging.on(connection)) {
                FileIntake.Outcome read =
                        FileIntake.read(file, setting.profile(), setting.context(), findings, new Watched(staging));
                staging.finish();
                whenRead.run();
                new ImportLedger(connection).concerns(work.id(), sketch, findings);
                progress.stage(ImportState.PARSED);
                if (read.intake() == null) {
                    return rejected(read.empty(), read.refused());
                }
                UntoldRefusals untold = UntoldRefusals.of(findings, connection, work.id());
                ImportVerdict verdict = settle(read.intake(), staging);
                untold.finish(findings);
                return verdict;
            }
        }

        /** Stages facts and lets others see how far that has come. */
        private final class Watched implements FactSink {
            private final Staging staging;

            Watched(Staging staging) {
                this.staging = staging;
            }

            @Override
            public void take(FactRow fact) {
                sketch.add(fact);
                staging.take(fact);
                progress.row(fact.row());
            }

            @Override
            public InputStream bytes(InputStream in) {
                return progress.counted(in);
            }

            @Override
            public void sheet(String name) {
                progress.sheet(name);
            }
        }

        private ImportVerdict settle(Intake intake, Staging staging) throws SQLException {
            if (staging.mayRepeat()) {
                StagedRows rows = new StagedRows(staging, findings);
                rows.removeRepeated();
                refused += rows.conflicting();
            }
            refused += intake.tally().refused();
            lacksEvents = intake.tally().refused() > 0 && setting.profile().form() instanceof EventForm;
            if (lacksEvents && order.mode() == ImportMode.PARTIAL) {
                findings.add(Refusal.of(Code.W_EVENTS_PART));
            }
            boolean compares = order.dryRun()
                    || !isLost()
                    || order.policy() != ImportPolicy.RESTATE
                    || closed().hasAny()
                    || sources().hasAny();
            if (!compares) {
                return rejected(intake.tally().empty(), refused);
            }
            if (!order.dryRun()) {
                new ImportTurn(connection).take(progress);
                Optional<Long> meanwhile = appliedBefore();
                if (meanwhile.isPresent()) {
                    return repeating(meanwhile.get());
                }
                SeriesNumbers.give(connection);
            }
            return compare(intake, staging);
        }

        /** Whether an error keeps the whole file from being applied: a total that lacks a row is not one of the good rows. */
        private boolean isLost() {
            return findings.hasErrors() && (order.mode() == ImportMode.ATOMIC || (lacksEvents && !order.dryRun()));
        }

        private ImportVerdict compare(Intake intake, Staging staging) throws SQLException {
            Instant at = now();
            boolean written = isUndisputed() && staging.write(work.id(), at);
            if (!written) {
                staging.compare(order.policy() == ImportPolicy.NEWER
                        || setting.profile().snapshot() != null);
            }
            MissingFacts missing = new MissingFacts(connection, findings, work, setting);
            long found = missing.find(sketch);
            if (found > 0) {
                new ImportLedger(connection).concernsChanged(work.id());
            }
            refused += changes.enforce(order.policy());
            SourceConflicts sources = sources();
            refused += sources.enforce();
            ClosedPeriods closed = closed();
            refused += closed.enforce();
            progress.stage(ImportState.VALIDATED);
            boolean lost = isLost() && !order.dryRun();
            if (lost || !missing.mayGo()) {
                return rejected(intake.tally().empty(), refused);
            }
            long quarantined = order.dryRun() ? closed.leaveOut() : closed.quarantine(work.id(), order.person(), at);
            FactChanges.Tally tally = written ? changes.counted() : changes.count();
            long settled = tally.all() + quarantined + refused - intake.tally().refused();
            long unchanged = staging.size() + found - settled;
            if (findings.hasErrors() && !order.dryRun() && tally.all() + quarantined + unchanged == 0) {
                return rejected(intake.tally().empty(), refused);
            }
            Anomalies anomalies = new Anomalies(connection, findings);
            TotalMismatches totals =
                    new TotalMismatches(connection, findings, setting.context().codes());
            new ImportSamples(connection).keep(work.id(), tally);
            if (order.dryRun()) {
                new ImportEffects(connection).keep(work.id(), effect(tally));
                anomalies.ofChanges(sketch);
                totals.ofChanges(sketch);
            } else {
                if (written) {
                    changes.follow(work.id(), at, tally, staging);
                } else {
                    changes.apply(work.id(), at, tally, staging);
                }
                if (order.policy() == ImportPolicy.NEWER) {
                    new LaterExtracts(connection).seen(work.id());
                }
                sources.remember();
                anomalies.ofWritten(work.id(), at, sketch);
                totals.ofWritten(work.id(), at, sketch);
            }
            ImportCounts counts = new ImportCounts(
                    tally.created(),
                    tally.changed(),
                    unchanged,
                    tally.deleted(),
                    intake.tally().empty(),
                    quarantined,
                    refused);
            missing.remember();
            anomalies.feed(work, sketch.sources(), counts.rows() - found);
            return ImportVerdict.of(state(), counts, findings);
        }

        /** Whether nothing that the file changes can be refused or put aside any more, or is waited for elsewhere. */
        private boolean isUndisputed() throws SQLException {
            LocalDate earliest = sketch.earliest();
            return !order.dryRun()
                    && !isLost()
                    && order.policy() == ImportPolicy.RESTATE
                    && setting.profile().snapshot() == null
                    && earliest != null
                    && !closed().reach(earliest)
                    && !sources().hasAny()
                    && !new ReportedFacts(connection).hasSince(earliest)
                    && !new QuarantineRows(connection, setting.context().calendar()).isOpenSince(earliest);
        }

        /** Of many rows only those are laid over what is stored on which scores rest. */
        private ScoreEffects.Effect effect(FactChanges.Tally tally) throws SQLException {
            ScoreEffects effects = setting.effects();
            if (tally.all() <= ScoreEffects.ROWS_MAX) {
                return effects.of(changes.overlay(), now());
            }
            DayRange days = new DayRange(tally.firstStart(), tally.lastStart().plusYears(1));
            Optional<ScoreEffects.Ground> ground = effects.ground(changes.units(), days, now());
            if (ground.isEmpty()) {
                return new ScoreEffects.Effect(List.of(), true);
            }
            return changes.overlay(ground.get(), ScoreEffects.ROWS_MAX)
                    .map(rows -> effects.of(rows, now()))
                    .orElse(ScoreEffects.Effect.UNKNOWN);
        }

        private SourceConflicts sources() {
            return new SourceConflicts(connection, findings, setting.context().codes(), sketch);
        }

        private ClosedPeriods closed() throws SQLException {
            return new ClosedPeriods(connection, setting.context(), findings);
        }

        /** Storage keeps microseconds; what is finer would read back as another instant. */
        private Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }

        private ImportState state() {
            if (order.dryRun()) {
                return isLost() ? ImportState.REJECTED : ImportState.VALIDATED;
            }
            return findings.hasErrors() ? ImportState.PARTIAL : ImportState.APPLIED;
        }

        private ImportVerdict rejected(long empty, long rows) {
            return ImportVerdict.of(ImportState.REJECTED, ImportCounts.rejected(empty, rows), findings);
        }

        /** Another's import is a first result only for those who might have made it. */
        private Optional<Long> appliedBefore() throws SQLException {
            Optional<Long> first = runs.appliedBefore(work);
            if (first.isEmpty() || runs.find(first.get()).orElseThrow().person().equals(order.person())) {
                return first;
            }
            Set<String> own = setting.context().codes().importableUnits();
            return own.containsAll(new WrittenFacts(connection, first.get()).units()) ? first : Optional.empty();
        }

        private ImportVerdict repeating(long first) throws SQLException {
            return ImportVerdict.repeating(runs.find(first).orElseThrow());
        }
    }
}
