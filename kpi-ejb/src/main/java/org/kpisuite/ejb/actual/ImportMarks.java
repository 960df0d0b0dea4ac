package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kpisuite.reports.data.ImportMark;

/** By what imports can be told apart: their files, with the hash of each. */
public final class ImportMarks {
    private static final String MARKS = """
            select id, file_name, sha256, started_at,
                rows_new + rows_changed + rows_unchanged + rows_deleted + rows_empty + rows_quarantined + rows_refused
                    as rows_read
            from import_run
            where id in (select i.id from unnest(cast(? as bigint array)) as i(id))
            order by id
            """;

    private final Connection connection;

    public ImportMarks(Connection connection) {
        this.connection = connection;
    }

    public List<ImportMark> of(Set<Long> ids) throws SQLException {
        return Sql.query(
                connection,
                MARKS,
                row -> new ImportMark(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("sha256"),
                        Objects.requireNonNull(Sql.instant(row, "started_at")),
                        row.getLong("rows_read")),
                (Object) ids.toArray(Long[]::new));
    }
}
