package org.kpisuite.ejb.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the tables to what this release expects, before anything else runs. Every bean that touches the database at
 * start depends on this one; where migration fails, the application does not start.
 */
@DataSourceDefinition(
        name = Migrations.DATA_SOURCE,
        className = "org.kpisuite.ejb.storage.SuiteDataSource",
        url = "${MPCONFIG=kpi.db.url:embedded}",
        user = "${MPCONFIG=kpi.db.user:}",
        password = "${MPCONFIG=kpi.db.password:}",
        initialPoolSize = 1,
        minPoolSize = 1,
        maxPoolSize = 32,
        properties = {
            "dataFolder=${MPCONFIG=kpi.data:var/data}",
            // A connection that the database or the network has cut is not given out again and again, but replaced.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Migrations {

    /** Where the data source of the suite is found, in the WAR alone and in the EAR. */
    public static final String DATA_SOURCE = "java:app/jdbc/kpi";

    @Resource(lookup = DATA_SOURCE)
    private DataSource database;

    private String version = "none";

    @PostConstruct
    void migrate() {
        Flyway flyway = Schema.of(database).load();
        flyway.migrate();
        MigrationInfo current = flyway.info().current();
        if (current != null) {
            version = current.getVersion().getVersion();
        }
    }

    /** The version of the tables, as in the name of the last migration; "none" while there are no migrations. */
    public String version() {
        return version;
    }
}
