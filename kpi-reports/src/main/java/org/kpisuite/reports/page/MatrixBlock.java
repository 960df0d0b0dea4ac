package org.kpisuite.reports.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Heading of a block in the matrix.
 *
 * @param first whether nothing stands above it but the column heads
 * @param answers to what the columns of this block answer; null if to nothing
 * @param periods the leading period of each column; none where it answers to nothing
 * @param compared the column that is compared, below 0 for none
 * @param running whether the last period still runs
 */
public record MatrixBlock(
        String name, boolean first, @Nullable String answers, List<String> periods, int compared, boolean running)
        implements Line {
    @Override
    public int height() {
        return 135;
    }

    public String period(int index) {
        return index < periods.size() ? periods.get(index) : "";
    }
}
