package org.kpisuite.ejb.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import org.kpisuite.domain.catalogue.Catalogue;

/** The catalogue as it holds now: the shipped one, read once. Behind the boundaries. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class CatalogueInForce {
    private Catalogue catalogue;

    @PostConstruct
    void read() {
        catalogue = Catalogue.shipped();
    }

    public Catalogue get() {
        return catalogue;
    }
}
