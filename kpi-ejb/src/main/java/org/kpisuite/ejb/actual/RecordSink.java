package org.kpisuite.ejb.actual;

import org.kpisuite.domain.actual.SourceRecord;

/** Where the records of a file go, in their order; each answer says whether to read on. */
public interface RecordSink {
    /** The header, once and first; of several rows the texts of a column are joined, its row is the last of them. */
    boolean header(SourceRecord header);

    /** A record that is not blank. One that {@link SourceRecord#isRefused} may have another width than the header. */
    boolean row(SourceRecord record);
}
