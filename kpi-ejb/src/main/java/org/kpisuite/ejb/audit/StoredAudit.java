package org.kpisuite.ejb.audit;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.audit.AuditVerdict;
import org.kpisuite.ejb.storage.SuiteDataSource;

/** The chain of an installation that is not asked over the network: its database, read from outside. */
public final class StoredAudit {
    private static final int OPEN_ELSEWHERE = 90_020;

    private StoredAudit() {}

    /**
     * Walks the chain in the database that the environment names, as the suite itself would find it.
     *
     * @return empty where the suite is running and keeps the file of its database for itself
     * @throws NoSuchFileException where there is no such file
     */
    public static Optional<AuditVerdict> verify(Map<String, String> environment)
            throws SQLException, NoSuchFileException {
        try (Connection connection = source(environment).getConnection()) {
            return Optional.of(new AuditRows(connection).verify());
        } catch (SQLException e) {
            if (e.getErrorCode() == OPEN_ELSEWHERE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The database that the environment names. */
    public static SuiteDataSource source(Map<String, String> environment) throws NoSuchFileException {
        SuiteDataSource source = new SuiteDataSource();
        source.setDataFolder(environment.getOrDefault("KPI_DATA", "var/data"));
        source.setUrl(environment.getOrDefault("KPI_DB_URL", SuiteDataSource.EMBEDDED));
        source.setUser(environment.getOrDefault("KPI_DB_USER", ""));
        source.setPassword(environment.getOrDefault("KPI_DB_PASSWORD", ""));
        if (!environment.containsKey("KPI_DB_URL")) {
            Path file = Path.of(environment.getOrDefault("KPI_DATA", "var/data"), "kpi.mv.db");
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toAbsolutePath().toString());
            }
            source.setUrl(source.getUrl() + ";ACCESS_MODE_DATA=r");
        }
        return source;
    }
}
