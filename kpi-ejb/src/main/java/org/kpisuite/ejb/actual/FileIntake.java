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

    private FileIntake(ImportProfile profile, IntakeContext context, Findings findings, FactSink facts) {
        this.profile = profile;
        this.context = context;
        this.findings = findings;
        this.facts = facts;
    }

    /** Reads all records into facts; null where the file as a whole was refused, which the findings say. */
    static @Nullable Intake read(
            Path file, ImportProfile profile, IntakeContext context, Findings findings, FactSink facts)
            throws IOException {
        FileIntake reading = new FileIntake(profile, context, findings, facts);
        try {
            TableFile.read(file, profile.layout(), reading);
        } catch (KpiException e) {
            e.refusals().forEach(findings::add);
            return null;
        }
        if (reading.intake != null) {
            reading.intake.finish(facts);
        }
        return reading.intake;
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
        if (record.isRefused()) {
            intake.tally().countRefused();
        } else {
            intake.read(record, facts);
        }
        return true;
    }
}
