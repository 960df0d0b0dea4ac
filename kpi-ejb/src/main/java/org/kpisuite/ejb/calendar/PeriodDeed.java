package org.kpisuite.ejb.calendar;

import java.util.Map;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.calendar.ReopenScope;

/** A step in the life of a period as the audit tells it. */
final class PeriodDeed {
    private PeriodDeed() {}

    static Deed of(PeriodTransition step) {
        return Deed.of(
                        AuditAction.valueOf(step.action().name()),
                        "period",
                        step.period().code())
                .by(step.by())
                .from(Map.of("state", step.from()))
                .to(Map.of(
                        "state", step.to(),
                        "reason", step.reason(),
                        "scope", step.scope().map(ReopenScope::toString),
                        "requestedBy", step.requestedBy(),
                        "reclosesAt", step.reclosesAt()));
    }
}
