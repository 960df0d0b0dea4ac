package org.kpisuite.benchmarks.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What H2 can do at most: the rows of a file, sorted by the key, inserted in batches into the facts alone, of which there are none. */
final class SortedBatchWay implements ImportBenchmark.Way {
    private static final int BATCH = 10_000;
    private static final String INSERT = """
            insert into fact (series_id, period_start, amount, as_of, recorded_at, revision, import_id, row_no)
            values (?, ?, ?, ?, ?, 1, 1, ?)
            """;

    @Override
    public void bring(DataSource database, Path file) throws SQLException, IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> sorted = lines.subList(1, lines.size()).stream().sorted().toList();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            statement.execute("truncate table fact");
            connection.setAutoCommit(false);
            Map<String, Integer> series = new HashMap<>();
            int row = 0;
            for (String line : sorted) {
                String[] fields = line.split(",", -1);
                insert.setInt(1, series.computeIfAbsent(fields[0] + ' ' + fields[1], s -> series.size() + 1));
                insert.setObject(2, LocalDate.parse(fields[2]));
                insert.setBigDecimal(3, new BigDecimal(fields[3]));
                insert.setObject(4, now);
                insert.setObject(5, now);
                insert.setInt(6, ++row);
                insert.addBatch();
                if (row % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
