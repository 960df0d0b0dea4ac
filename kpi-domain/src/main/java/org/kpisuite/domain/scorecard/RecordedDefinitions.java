package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.plan.Plan;

/**
 * Definitions as they were recorded: those of a plan are what was known when its content was frozen.
 *
 * @param history known at the instant of the scorecard
 */
public record RecordedDefinitions(CatalogueHistory history) implements Definitions {
    @Override
    public Catalogue on(LocalDate day) {
        return history.on(day);
    }

    @Override
    public Catalogue of(Plan plan) {
        return plan.submittedAt()
                .map(history::knownAt)
                .orElse(history)
                .on(plan.period().start());
    }
}
