package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.plan.Plan;

/**
 * Which definitions of measures and indicators hold: an old period keeps those of its first day, a plan those that it
 * was signed with.
 *
 * <p>Source: domain specification §2.1, §4.1.
 */
public interface Definitions {
    /** Those in force on a day; the same object for days between which nothing changes. */
    Catalogue on(LocalDate day);

    /** Those that a plan was signed with. */
    default Catalogue of(Plan plan) {
        return on(plan.period().start());
    }

    /** The same for all days. */
    static Definitions always(Catalogue catalogue) {
        return day -> catalogue;
    }
}
