package org.kpisuite.ejb.storage;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one database of an installation, chosen by its URL alone, so that {@code KPI_DB_URL} is the only thing to set.
 *
 * <p>{@code jdbc:postgresql:…} is PostgreSQL, {@code jdbc:h2:…} is H2, and {@value #EMBEDDED} is an H2 file in the data
 * folder. A server needs one class name in its data source definition; this is it.
 */
public final class SuiteDataSource implements DataSource {

    /** Instead of a URL: the H2 file {@code kpi} in the data folder. */
    public static final String EMBEDDED = "embedded";

    private String url = EMBEDDED;
    private String user = "";
    private String password = "";
    private String dataFolder = "var/data";
    private DataSource chosen;

    public void setUrl(String url) {
        this.url = url;
        chosen = null;
    }

    public void setUser(String user) {
        this.user = user;
        chosen = null;
    }

    public void setPassword(String password) {
        this.password = password;
        chosen = null;
    }

    /** Where the file of an embedded database lies; relative to the folder the server was started in. */
    public void setDataFolder(String dataFolder) {
        this.dataFolder = dataFolder;
        chosen = null;
    }

    /** The JDBC URL that connections are made with; {@value #EMBEDDED} is spelled out. */
    public String getUrl() {
        if (!EMBEDDED.equals(url)) {
            return url;
        }
        // Open until the process ends: a database that closed with its last connection would be read anew each time.
        return "jdbc:h2:file:" + Path.of(dataFolder, "kpi").toAbsolutePath().normalize() + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    public Connection getConnection() throws SQLException {
        return chosen().getConnection();
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
        return chosen().getConnection(otherUser, otherPassword);
    }

    private synchronized DataSource chosen() throws SQLException {
        if (chosen == null) {
            chosen = choose();
        }
        return chosen;
    }

    private DataSource choose() throws SQLException {
        String full = getUrl();
        if (full.startsWith("jdbc:postgresql:")) {
            return postgresql(full);
        }
        if (full.startsWith("jdbc:h2:")) {
            return h2(full);
        }
        throw new SQLException("KPI_DB_URL must begin with jdbc:postgresql: or jdbc:h2:, but is " + full);
    }

    private DataSource postgresql(String full) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(full);
        source.setApplicationName("kpi-suite");
        source.setReWriteBatchedInserts(true);
        // Empty is "not given": a user in the URL, or the server's own way of knowing us, must stay effective.
        if (!user.isEmpty()) {
            source.setUser(user);
        }
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        return source;
    }

    private DataSource h2(String full) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(full);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : chosen().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || chosen().isWrapperFor(type);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return chosen().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        chosen().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        chosen().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return chosen().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("two drivers, two loggers");
    }
}
