package org.kpisuite.ejb.actual;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;

/** What was decided on a row of the quarantine, as the audit tells it. */
final class QuarantineDeed {
    private QuarantineDeed() {}

    static Deed of(Quarantined row) {
        return Deed.of(action(row), "quarantine", row.id()).in(row.key().unit()).to(told(row));
    }

    private static AuditAction action(Quarantined row) {
        return switch (row.state()) {
            case PROPOSED -> AuditAction.PROPOSE;
            case ACCEPTED -> AuditAction.ACCEPT;
            case HISTORY -> AuditAction.ACCEPT_HISTORY;
            case REJECTED -> AuditAction.REJECT;
            case OPEN, REPLACED, WITHDRAWN -> throw new IllegalStateException("decided on, but " + row.state());
        };
    }

    private static Map<String, Object> told(Quarantined row) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("measure", row.key().measure());
        told.put("dims", row.key().dims());
        told.put("period", row.key().period().code());
        told.put("amount", row.amount());
        told.put("stored", row.stored());
        told.put("import", row.importId());
        Quarantined.Step step = row.decision() == null ? row.proposal() : row.decision();
        told.put("reason", step == null ? null : step.reason());
        return told;
    }
}
