package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Packs the files of imports that have ended, and forgets those that nobody will ask for any more: those that wrote nothing
 * after a month. What was typed of a fact or a revision stands in its file alone, and revisions are for ever: those files
 * stay, unless the installation has set a time after which they go as well.
 */
final class KeptFilesTidy {
    private static final Duration NOTHING_WRITTEN_KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    private static final String TO_PACK = """
            select id
            from import_run
            where finished_at is not null and kept = 'RAW'
            order by id
            fetch first %d rows only
            """.formatted(AT_ONCE);
    private static final String TO_FORGET = """
            select id
            from import_run
            where kept = 'PACKED'
                and (finished_at < cast(? as timestamp with time zone)
                    or (finished_at < cast(? as timestamp with time zone)
                        and (dry_run or duplicate_of is not null or state not in ('APPLIED', 'PARTIAL', 'UNDONE'))))
            order by id
            fetch first %d rows only
            """.formatted(AT_ONCE);
    private static final String MARK = "update import_run set kept = ? where id = ?";

    private final DataSource database;
    private final Clock clock;
    private final KeptFiles files;
    private final @Nullable Duration kept;

    /** @param kept how long those are kept whose facts stand; null: for ever */
    KeptFilesTidy(DataSource database, Clock clock, KeptFiles files, @Nullable Duration kept) {
        this.database = database;
        this.clock = clock;
        this.files = files;
        this.kept = kept;
    }

    void run() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            for (long id : ids(connection, TO_PACK)) {
                files.pack(id);
                Sql.update(connection, MARK, "PACKED", id);
            }
            Instant now = clock.instant();
            Instant standing = kept == null ? Instant.EPOCH : now.minus(kept);
            for (long id : ids(connection, TO_FORGET, standing, now.minus(NOTHING_WRITTEN_KEPT))) {
                files.forget(id);
                Sql.update(connection, MARK, "GONE", id);
            }
        }
    }

    private static List<Long> ids(Connection connection, String sql, Object... arguments) throws SQLException {
        return Sql.query(connection, sql, row -> row.getLong(1), arguments);
    }
}
