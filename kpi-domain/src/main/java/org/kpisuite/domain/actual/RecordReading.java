package org.kpisuite.domain.actual;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;

/** A record that is being read; remembers whether anything in it was refused. */
final class RecordReading {
    private final SourceRecord record;
    private final Findings findings;
    private final Set<Refusal> told = new HashSet<>(2);
    private boolean refused;

    RecordReading(SourceRecord record, Findings findings) {
        this.record = record;
        this.findings = findings;
    }

    int row() {
        return record.row();
    }

    SourceRecord record() {
        return record;
    }

    boolean isRefused() {
        return refused;
    }

    /** Whether there is such a finding. */
    boolean isTold(Code code) {
        return told.stream().anyMatch(r -> r.code() == code);
    }

    /** What was read of a text; findings and null where it was refused or its cell holds an error. */
    <T> @Nullable T take(RowText text, Reading<T> reading) {
        Optional<Refusal> failure = text.failure(record);
        if (failure.isPresent()) {
            refuse(text, failure.get());
            return null;
        }
        if (reading instanceof Reading.Value<T> value) {
            value.warnings().forEach(w -> refuse(text, w));
            return value.value();
        }
        refuse(
                text,
                reading instanceof Reading.Refused<T> r ? r.refusal() : Refusal.of(Code.E_NUM_FORMAT, text.in(record)));
        return null;
    }

    /** A finding about a column; about the profile, not the file, where the text comes from none. */
    void refuse(RowText text, Refusal refusal) {
        String column = text.column();
        refuse(column == null ? refusal : refusal.inColumn(column, text.given(record)));
    }

    /** A finding, once: several measures may look at the same column. */
    void refuse(Refusal refusal) {
        if (!told.add(refusal)) {
            return;
        }
        refused |= refusal.severity() == Severity.ERROR;
        findings.add(refusal.atRow(record.row()));
    }
}
