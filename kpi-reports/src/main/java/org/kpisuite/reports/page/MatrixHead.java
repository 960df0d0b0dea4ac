package org.kpisuite.reports.page;

import java.util.List;

/** Periods over the columns of the matrix. */
public record MatrixHead(List<String> periods, String running) implements Line {
    @Override
    public int height() {
        return 26;
    }
}
