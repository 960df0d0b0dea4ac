package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.Intake;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * How a sample reads under a profile: its first rows as given, and the facts that all of it makes. Nothing is written.
 *
 * @param header as in the file; empty where none was found
 * @param rows the first {@link #ROWS_MAX} after the header
 * @param facts the first {@link #FACTS_MAX}; of events, counts over the sample
 * @param findings as an import would tell them
 * @param whole whether the sample is the whole file: if not, counts of events are those of its beginning
 */
public record ProfilePreview(
        List<String> header,
        List<Row> rows,
        List<FactRow> facts,
        long factsTotal,
        List<Refusal> findings,
        long findingsTotal,
        long rowsTotal,
        long rowsSkipped,
        long rowsRefused,
        boolean whole) {
    public static final int ROWS_MAX = 50;
    public static final int FACTS_MAX = 500;

    /** What becomes of a row. UNREAD where the header did not allow to read any. */
    public enum State {
        READ,
        SKIPPED,
        REFUSED,
        UNREAD
    }

    /**
     * A row as given.
     *
     * @param row 1-based record of the file
     */
    public record Row(int row, List<String> cells, State state) {}

    static ProfilePreview of(SampleFile sample, ImportProfile profile, IntakeContext context) throws IOException {
        Reading reading = new Reading(profile, context);
        try {
            TableFile.read(sample.file(), profile.layout(), reading);
            reading.finish();
        } catch (KpiException e) {
            e.refusals().forEach(reading.findings::add);
        }
        return reading.preview(sample.isWhole());
    }

    private static final class Reading implements RecordSink, Intake.Facts {
        private final ImportProfile profile;
        private final IntakeContext context;
        private final Findings findings = new Findings();
        private final List<Row> rows = new ArrayList<>();
        private final List<FactRow> facts = new ArrayList<>();
        private List<String> header = List.of();
        private @Nullable Intake intake;
        private long factsTotal;
        private long rowsTotal;
        private long rowsSkipped;

        Reading(ImportProfile profile, IntakeContext context) {
            this.profile = profile;
            this.context = context;
        }

        @Override
        public boolean header(SourceRecord record) {
            header = List.of(record.texts());
            record.remarks().forEach(findings::add);
            Intake made = profile.intake(record, context, findings);
            intake = findings.hasErrors() ? null : made;
            return true;
        }

        @Override
        public boolean row(SourceRecord record) {
            rowsTotal++;
            State state = intake == null ? State.UNREAD : read(intake, record);
            rowsSkipped += state == State.SKIPPED ? 1 : 0;
            if (rows.size() < ROWS_MAX) {
                rows.add(new Row(record.row(), List.of(record.texts()), state));
            }
            return intake != null || rows.size() < ROWS_MAX;
        }

        private State read(Intake reader, SourceRecord record) {
            if (reader.skips(record)) {
                return State.SKIPPED;
            }
            record.remarks().forEach(findings::add);
            long refusedBefore = reader.tally().refused();
            if (record.isRefused()) {
                reader.tally().countRefused();
            } else {
                reader.read(record, this);
            }
            return reader.tally().refused() > refusedBefore ? State.REFUSED : State.READ;
        }

        @Override
        public void take(FactRow fact) {
            factsTotal++;
            if (facts.size() < FACTS_MAX) {
                facts.add(fact);
            }
        }

        void finish() {
            if (intake != null) {
                intake.finish(this);
            }
        }

        ProfilePreview preview(boolean whole) {
            return new ProfilePreview(
                    header,
                    List.copyOf(rows),
                    List.copyOf(facts),
                    factsTotal,
                    findings.kept(),
                    findings.total(),
                    rowsTotal,
                    rowsSkipped,
                    intake == null ? 0 : intake.tally().refused(),
                    whole);
        }
    }
}
