package org.kpisuite.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kpisuite.ejb.storage.Migrations;

@Tag("both-databases")
@ExtendWith(ArquillianExtension.class)
@Order(3)
class StorageInsideIT {

    @EJB
    private Migrations migrations;

    @Inject
    private UserTransaction transaction;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Deployment
    static WebArchive archive() {
        return Inside.archive();
    }

    @Test
    void migrations_ranBeforeAnythingElse() {
        assertThat(migrations.version()).isNotEmpty();
    }

    @Test
    void jdbcAndJpa_shareOneConnectionOfATransaction() throws Exception {
        transaction.begin();
        try (Connection connection = database.getConnection()) {
            entities.joinTransaction();
            assertThat(entities.unwrap(Connection.class).getMetaData().getURL())
                    .isEqualTo(connection.getMetaData().getURL());
            assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
            assertThat(sessionOf(entities.unwrap(Connection.class))).isEqualTo(sessionOf(connection));
        } finally {
            transaction.rollback();
        }
    }

    private static int sessionOf(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String query = "H2".equals(product) ? "select session_id()" : "select pg_backend_pid()";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
