package org.kpisuite.ejb.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import javax.sql.DataSource;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Lengthens the chain in the transaction of the caller. A bean and not a part of {@link AuditTrail}, because what runs
 * before completion runs outside of any bean, where the server hands out connections that belong to no transaction.
 */
@Stateless
@PermitAll
public class AuditWriter {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Clock clock;

    /** Needs a transaction; from here to its end nobody else lengthens the chain. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void append(Collection<AuditRows.Entry> entries) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (connection.getAutoCommit()) {
                throw new SQLException("The audit would be written outside of the transaction it tells of");
            }
            new AuditRows(connection).append(entries, clock.instant());
        }
    }
}
