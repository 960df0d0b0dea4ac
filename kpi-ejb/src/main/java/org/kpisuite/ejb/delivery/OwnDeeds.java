package org.kpisuite.ejb.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.ejb.audit.AuditTrail;

/** Records what is done in no transaction: that it was begun, whatever becomes of it. */
@Stateless
@PermitAll
public class OwnDeeds {
    @Inject
    private AuditTrail audit;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(Deed deed) {
        audit.record(deed);
    }
}
