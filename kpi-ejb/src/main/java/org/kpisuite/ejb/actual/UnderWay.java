package org.kpisuite.ejb.actual;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The imports that this process works on, and its word to the others that it still does. */
@ApplicationScoped
public class UnderWay {
    /** After so long without a word a process is thought dead. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(20);

    private static final String ALIVE = """
            update import_run set alive_at = cast(? as timestamp with time zone)
            where id = ? and node = ? and finished_at is null
            """;

    private final String node = UUID.randomUUID().toString();
    private final Set<Long> ids = ConcurrentHashMap.newKeySet();

    /** The name of this process among those that share the database. */
    public String node() {
        return node;
    }

    public void add(long id) {
        ids.add(id);
    }

    public void remove(long id) {
        ids.remove(id);
    }

    /** Tells the others that this process is at work. */
    public void tell(DataSource database, Instant now) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            for (long id : ids) {
                Sql.update(connection, ALIVE, now, id, node);
            }
        }
    }
}
