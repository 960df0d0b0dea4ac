package org.kpisuite.ejb.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.kpisuite.domain.catalogue.Catalogue;

/** The catalogue, for everybody who has a role. */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Catalogues {
    @EJB
    private CatalogueInForce inForce;

    public Catalogue get() {
        return inForce.get();
    }
}
