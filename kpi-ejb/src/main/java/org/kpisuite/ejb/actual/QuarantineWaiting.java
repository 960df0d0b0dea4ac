package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.kpisuite.ejb.storage.Migrations;

/** Rows of the quarantine that wait for a decision, counted by unit. Behind the boundaries. */
@ApplicationScoped
public class QuarantineWaiting {
    private static final String WAITING = """
            select unit, proposed_by, count(*) as rows_waiting, min(received_at) as first_received
            from quarantine
            where state in ('OPEN', 'PROPOSED')
            group by unit, proposed_by
            order by unit, proposed_by
            """;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    /**
     * Rows of a unit that wait.
     *
     * @param proposedBy who would let them in, so that another must confirm; empty where nobody has looked at them
     */
    public record Waiting(String unit, Optional<String> proposedBy, long rows, Instant firstReceived) {}

    public List<Waiting> all() {
        try (Connection connection = database.getConnection()) {
            return Sql.query(
                    connection,
                    WAITING,
                    row -> new Waiting(
                            row.getString("unit"),
                            Optional.ofNullable(row.getString("proposed_by")),
                            row.getLong("rows_waiting"),
                            Objects.requireNonNull(Sql.instant(row, "first_received"))));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
