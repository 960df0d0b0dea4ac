package org.kpisuite.ejb.plan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kpisuite.domain.plan.PlanFault;

/** The plans of an installation that is not asked over the network: its database, read from outside. */
public final class StoredPlans {
    private StoredPlans() {}

    /** The first plan that is not as it was signed. */
    public static Optional<PlanFault> verify(DataSource source) {
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("kpi", settings(source));
                EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            try {
                return new PlanEvidence(entities).verify();
            } finally {
                entities.getTransaction().rollback();
            }
        }
    }

    /** Outside a server: no transactions but those of the database, and classes as they are. */
    private static Map<String, Object> settings(DataSource source) {
        return Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", source,
                "eclipselink.weaving", "false",
                "eclipselink.logging.level", "WARNING");
    }
}
