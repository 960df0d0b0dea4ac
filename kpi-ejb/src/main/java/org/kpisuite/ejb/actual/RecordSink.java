package org.kpisuite.ejb.actual;

import java.io.InputStream;
import org.kpisuite.domain.actual.SourceRecord;

/** Where the records of a file go, in their order; each answer says whether to read on. */
public interface RecordSink {
    /** The bytes of the file where they are read one after the other: for whoever counts them. */
    default InputStream bytes(InputStream in) {
        return in;
    }

    /** The name of the sheet that the records are of, before the first of them; a text file has none. */
    default void sheet(String name) {
        // Most do not ask.
    }

    /** The header, once and first; of several rows the texts of a column are joined, its row is the last of them. */
    boolean header(SourceRecord header);

    /** A record that is not blank. One that {@link SourceRecord#isRefused} may have another width than the header. */
    boolean row(SourceRecord record);
}
