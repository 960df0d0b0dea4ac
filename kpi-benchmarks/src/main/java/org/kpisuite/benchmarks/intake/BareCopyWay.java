package org.kpisuite.benchmarks.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** What the server can do at most: COPY of the bytes into a bare table, without a key, and nothing else. */
final class BareCopyWay implements ImportBenchmark.Way {
    @Override
    public void bring(DataSource database, Path file) throws SQLException, IOException {
        boolean noted = file.getFileName().toString().startsWith("again");
        String columns = noted ? "" : " (unit, measure, period, value)";
        try (InputStream body = ImportBenchmark.open(file);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "create table bare (unit text, measure text, period date, value numeric(28, 10), note text)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare" + columns + " from stdin (format csv, header true)", body, 1 << 16);
            connection.commit();
            statement.execute("drop table bare");
            connection.commit();
        }
    }
}
