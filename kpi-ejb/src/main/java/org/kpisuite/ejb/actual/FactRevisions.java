package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a stored value was through time. */
public final class FactRevisions {
    private static final String READ = """
            select r.revision, r.amount, r.as_of, r.recorded_at, r.import_id, r.row_no, r.reason,
                i.file_name, i.sha256, i.profile, i.profile_version, i.person
            from actual_revision r
            left join import_run i on i.id = r.import_id
            where r.unit = ? and r.measure = ? and r.dims = ? and r.grain = ? and r.period_start = ?
                and r.scenario = ? and r.source = ?
                and r.recorded_at < cast(? as timestamp with time zone)
            order by r.revision desc
            """;

    private final Connection connection;

    public FactRevisions(Connection connection) {
        this.connection = connection;
    }

    /** Those of one source recorded before an instant, the last one first. */
    public List<FactRevision> of(StoredFact.Key key, String source, Instant asOf) throws SQLException {
        return Sql.query(
                connection,
                READ,
                FactRevisions::revision,
                key.unit(),
                key.measure(),
                key.dims(),
                Grain.code(key.period()),
                key.period().start(),
                key.scenario().name(),
                source,
                asOf);
    }

    private static FactRevision revision(ResultSet row) throws SQLException {
        return new FactRevision(
                row.getInt("revision"),
                row.getBigDecimal("amount"),
                Objects.requireNonNull(Sql.instant(row, "as_of")),
                Objects.requireNonNull(Sql.instant(row, "recorded_at")),
                row.getLong("import_id"),
                row.getInt("row_no"),
                row.getString("reason"),
                text(row.getString("file_name")),
                text(row.getString("sha256")),
                text(row.getString("profile")),
                row.getLong("profile_version"),
                text(row.getString("person")));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
