package org.kpisuite.ejb.actual;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;

/** What an import did, as the audit tells it: the facts themselves are in their revisions. */
final class ImportDeed {
    private ImportDeed() {}

    static Deed applied(ImportWork work, ImportVerdict verdict) {
        ImportOrder order = work.order();
        ImportCounts counts = verdict.counts();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("state", verdict.state());
        told.put("file", order.fileName());
        told.put("sha256", work.sha256());
        told.put("profile", order.profile());
        told.put("policy", order.policy());
        told.put("new", counts.created());
        told.put("changed", counts.changed());
        told.put("deleted", counts.deleted());
        told.put("quarantined", counts.quarantined());
        told.put("refused", counts.refused());
        return deed(AuditAction.APPLY, work).to(told);
    }

    static Deed undone(ImportWork work, String reason) {
        return deed(AuditAction.UNDO, work).to(Map.of("state", "UNDONE", "reason", reason, "sha256", work.sha256()));
    }

    /** Of the unit that the whole file is of; a file of many units is the whole company's. */
    private static Deed deed(AuditAction action, ImportWork work) {
        Deed deed = Deed.of(action, "import", work.id());
        String unit = work.order().unit();
        return unit.isEmpty() ? deed : deed.in(unit);
    }
}
