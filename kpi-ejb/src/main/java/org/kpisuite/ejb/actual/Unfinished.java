package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.kpisuite.domain.failure.Code;

/**
 * Imports that have not ended though nobody works on them: their process has stopped. Of those nothing is stored.
 *
 * <p>One that its sender was told to come back for is made anew from the kept file. One that its sender waited for ends
 * here: he knows that he got no answer, may have sent another file since, and must not find it overwritten by this one.
 * One that stopped each process that worked on it ends too: it may be what stops them.
 */
final class Unfinished {
    private static final String LIST = """
            select id, background, cancel_asked_at, attempts
            from import_run
            where finished_at is null and (node is null or alive_at < cast(? as timestamp with time zone))
            order by id
            """;

    private static final int ATTEMPTS_MAX = 3;

    private final DataSource database;
    private final Clock clock;
    private final UnderWay underWay;

    Unfinished(DataSource database, Clock clock, UnderWay underWay) {
        this.database = database;
        this.clock = clock;
        this.underWay = underWay;
    }

    private record Run(long id, boolean toMake, boolean cancelled) {}

    /** Ends what is to be ended; the ids of those to be made, in the order in which they were received. */
    List<Long> settle() throws SQLException, IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Long> toMake = new ArrayList<>();
        for (Run run : list(now)) {
            if (run.cancelled) {
                end(run.id, now, ImportVerdict.cancelled());
            } else if (run.toMake) {
                toMake.add(run.id);
            } else {
                end(run.id, now, ImportVerdict.failed(Code.E_IMPORT_CUT));
            }
        }
        return toMake;
    }

    private List<Run> list(Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.query(connection, LIST, Unfinished::run, now.minus(UnderWay.SILENCE_MAX));
        }
    }

    private static Run run(ResultSet row) throws SQLException {
        boolean toMake = row.getBoolean("background") && row.getInt("attempts") < ATTEMPTS_MAX;
        return new Run(row.getLong("id"), toMake, Sql.instant(row, "cancel_asked_at") != null);
    }

    private void end(long id, Instant now, ImportVerdict verdict) throws SQLException, IOException {
        OwnTransaction.in(database, connection -> {
            ImportLedger ledger = new ImportLedger(connection);
            return ledger.claim(id, underWay.node(), now, now.minus(UnderWay.SILENCE_MAX))
                    && ledger.finish(id, underWay.node(), verdict, now);
        });
    }
}
