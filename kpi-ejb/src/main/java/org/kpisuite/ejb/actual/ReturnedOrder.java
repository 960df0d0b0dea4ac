package org.kpisuite.ejb.actual;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.failure.Refusal;

/**
 * How a file is to be given back.
 *
 * @param all whether rows that were taken come back too
 * @param issues that the import kept
 * @param issuesTotal that it found
 * @param setting by which the file was read
 * @param untold reasons beyond the issues
 */
record ReturnedOrder(
        boolean all,
        Locale locale,
        List<Refusal> issues,
        long issuesTotal,
        ImportSetting setting,
        Optional<RowReasons> untold) {
    ReturnedOrder {
        issues = List.copyOf(issues);
    }

    /** The same with those reasons. */
    ReturnedOrder beyond(RowReasons reasons) {
        return new ReturnedOrder(all, locale, issues, issuesTotal, setting, Optional.of(reasons));
    }

    /** Whether there are reasons that were not told. */
    boolean readsAgain() {
        return issuesTotal > issues.size();
    }
}
