package org.kpisuite.reports.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where a file that is given back is written to, record by record; no file needs more heap for being longer. */
public interface ReturnedTable extends Closeable {
    /** As many characters as a cell can hold; what is longer is cut. */
    default int textLengthMax() {
        return Integer.MAX_VALUE;
    }

    /** A record above the header, as it was; it has no column for reasons. */
    void above(List<ReturnedCell> cells) throws IOException;

    /** A record of the header; what stands above the reasons comes first. */
    void header(String reason, List<ReturnedCell> cells) throws IOException;

    /** A record under it, with what is wrong with it; empty for nothing. */
    void row(String reason, List<ReturnedCell> cells) throws IOException;
}
