package org.kpisuite.ejb.actual;

import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.failure.Refusal;

/**
 * How a file is to be given back.
 *
 * @param all whether rows that were taken come back too
 * @param issues that the import kept
 * @param issuesTotal that it found
 * @param setting by which the file was read
 */
record ReturnedOrder(boolean all, Locale locale, List<Refusal> issues, long issuesTotal, ImportSetting setting) {
    ReturnedOrder {
        issues = List.copyOf(issues);
    }

    /** Whether there are reasons that were not kept. */
    boolean readsAgain() {
        return issuesTotal > issues.size();
    }
}
