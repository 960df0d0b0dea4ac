package org.kpisuite.ejb.plan;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.audit.AuditTrail;

/** Puts approved plans in force when their quarter begins. Any node may do it, as often as it likes. */
@Stateless
@PermitAll
public class PlanActivation {
    private static final Logger LOG = Logger.getLogger(PlanActivation.class.getName());

    @Inject
    private PlanStore store;

    @Inject
    private Directory directory;

    @Inject
    private AuditTrail audit;

    /** Activates what is due since the last time. */
    public void activateDue() {
        LocalDate today = directory.today();
        for (Plan due : store.toActivate(today)) {
            Plan plan = store.toChange(due.id());
            PlanDeed deed = PlanDeed.from(plan);
            if (plan.activate(today)) {
                audit.record(deed.to(AuditAction.ACTIVATE, plan, null));
                LOG.log(Level.INFO, "The plan of {0} for {1} is in force", new Object[] {plan.unit(), plan.period()});
            }
        }
    }
}
