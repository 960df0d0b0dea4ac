package org.kpisuite.ejb.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.audit.Origin;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Identity;

/**
 * Where use cases tell what they did:
 *
 * <pre>
 *   audit.record(Deed.of(AuditAction.APPROVE, "plan", plan.id()).in(plan.unit()).from(before).to(after));
 * </pre>
 *
 * <p>It is written in the transaction of what was done, as the last thing of it, when JPA has written already: there is
 * no deed without its record and no record of what was taken back, and nobody waits for the end of the chain longer than
 * it takes to commit. Call it anywhere in the method of a boundary, also before what it tells of.
 */
@ApplicationScoped
public class AuditTrail {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @EJB
    private Caller caller;

    @Inject
    private Identity identity;

    @EJB
    private AuditWriter writer;

    /**
     * Records what was done; by whoever calls, unless the deed names somebody: jobs name {@link Deed#SYSTEM}. Throws
     * IllegalStateException where no transaction is under way.
     */
    public void record(@Observes Deed deed) {
        Pending pending = (Pending) transactions.getResource(Pending.class);
        if (pending == null) {
            pending = new Pending();
            transactions.putResource(Pending.class, pending);
            transactions.registerInterposedSynchronization(pending);
        }
        pending.entries.add(new AuditRows.Entry(origin(deed.by().orElseGet(caller::login)), deed));
    }

    /** Somebody in the request that is under way, or in none. */
    public Origin origin(String actor) {
        try {
            return new Origin(actor, identity.request(), identity.ip());
        } catch (ContextNotActiveException e) {
            return Origin.job(actor);
        }
    }

    /** What the transaction has done so far. */
    private final class Pending implements Synchronization {
        private final List<AuditRows.Entry> entries = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            try {
                writer.append(entries);
            } catch (SQLException | RuntimeException e) {
                transactions.setRollbackOnly();
                throw new IllegalStateException("What was done could not be recorded, and is taken back", e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            entries.clear();
        }
    }
}
