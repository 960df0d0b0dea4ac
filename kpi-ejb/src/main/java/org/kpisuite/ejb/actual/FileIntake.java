package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.Intake;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.failure.KpiException;

/** Makes facts of the records of a file, by its profile. */
final class FileIntake implements RecordSink {
    private final ImportProfile profile;
    private final IntakeContext context;
    private final Findings findings;
    private final FactSink facts;
    private @Nullable Intake intake;
    private int lastRefused;

    private FileIntake(ImportProfile profile, IntakeContext context, Findings findings, FactSink facts) {
        this.profile = profile;
        this.context = context;
        this.findings = findings;
        this.facts = facts;
    }

    /**
     * What became of a file.
     *
     * @param intake what read all of it; null where the file as a whole was refused, which the findings say
     * @param empty rows without a value
     * @param refused rows that were refused, with the one at which the file broke off
     */
    record Outcome(@Nullable Intake intake, long empty, long refused) {}

    /** Reads all records into facts. */
    static Outcome read(Path file, ImportProfile profile, IntakeContext context, Findings findings, FactSink facts)
            throws IOException {
        FileIntake reading = new FileIntake(profile, context, findings, facts);
        try {
            TableFile.read(file, profile.layout(), reading);
        } catch (KpiException e) {
            e.refusals().forEach(findings::add);
            boolean counted = e.refusals().stream().allMatch(r -> r.row() == null || r.row() == reading.lastRefused);
            long broken = counted ? 0 : 1;
            return new Outcome(null, reading.empty(), reading.refused() + broken);
        }
        if (reading.intake != null) {
            reading.intake.finish(facts);
            findings.ofFacts(reading.intake);
        }
        return new Outcome(reading.intake, reading.empty(), reading.refused());
    }

    private long empty() {
        return intake == null ? 0 : intake.tally().empty();
    }

    private long refused() {
        return intake == null ? 0 : intake.tally().refused();
    }

    @Override
    public InputStream bytes(InputStream in) {
        return facts.bytes(in);
    }

    @Override
    public void sheet(String name) {
        facts.sheet(name);
    }

    @Override
    public boolean header(SourceRecord header) {
        header.remarks().forEach(findings::add);
        Intake made = profile.intake(header, context, findings);
        facts.made(made);
        intake = findings.hasErrors() ? null : made;
        return intake != null;
    }

    @Override
    public boolean row(SourceRecord record) {
        if (intake.skips(record)) {
            return true;
        }
        if (!record.remarks().isEmpty()) {
            record.remarks().forEach(findings::add);
        }
        long before = intake.tally().refused();
        if (record.isRefused()) {
            intake.tally().countRefused();
        } else {
            intake.read(record, facts);
        }
        if (intake.tally().refused() > before) {
            lastRefused = record.row();
        }
        return true;
    }
}
