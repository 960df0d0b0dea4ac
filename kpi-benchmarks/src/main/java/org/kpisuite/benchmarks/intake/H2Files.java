package org.kpisuite.benchmarks.intake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases of H2, each in a file of its own. */
final class H2Files implements ImportBenchmark.Databases {
    private final Path folder;
    private final JdbcDataSource database = new JdbcDataSource();
    private int count;

    H2Files(Path folder) {
        this.folder = folder;
    }

    @Override
    public DataSource open() {
        count++;
        database.setURL("jdbc:h2:file:" + folder.resolve("bench" + count) + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @Override
    public void drop() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop all objects delete files");
        }
    }
}
