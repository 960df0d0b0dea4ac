package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportState;

/**
 * Which imports are looked for, and in which order.
 *
 * @param state null for all; a dry run has none of its own
 * @param dryRun null for dry runs and others alike
 * @param profile code; null for all, empty for imports without one
 * @param person login of who imported; null for all
 */
public record ImportSearch(
        @Nullable ImportState state,
        @Nullable Boolean dryRun,
        @Nullable String profile,
        @Nullable String person,
        Order order) {

    /** The latest first, or by another column and then the latest first. */
    public enum Order {
        LATEST("id desc"),
        FILE("lower(file_name), id desc"),
        PROFILE("profile, id desc"),
        PERSON("person, id desc"),
        ROWS("rows_new + rows_changed + rows_unchanged + rows_deleted desc, id desc"),
        REFUSED("rows_refused desc, id desc");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** One page of what was found, and how many there are in all. */
    public record Found(List<ImportResult> imports, long total) {
        public Found {
            imports = List.copyOf(imports);
        }
    }

    /** Among the imports that he sees. */
    Found in(Connection connection, ImportReader reader, long skip, int limit) throws SQLException {
        List<String> conditions = new ArrayList<>(List.of(reader.condition()));
        List<Object> arguments = new ArrayList<>(reader.arguments());
        add("state = ?", state == null ? null : state.name(), conditions, arguments);
        add("dry_run = ?", dryRun, conditions, arguments);
        add("profile = ?", profile, conditions, arguments);
        add("person = ?", person, conditions, arguments);
        String from = " from import_run where " + String.join(" and ", conditions);
        long total = Sql.query(connection, "select count(*)" + from, row -> row.getLong(1), arguments.toArray())
                .get(0);
        String page = "select *%s order by %s offset %d rows fetch first %d rows only"
                .formatted(from, order.sql, Math.max(0, skip), limit);
        return new Found(
                Sql.query(connection, page, row -> ImportRuns.run(row, List.of()), arguments.toArray()), total);
    }

    private static void add(
            String condition, @Nullable Object argument, List<String> conditions, List<Object> arguments) {
        if (argument != null) {
            conditions.add(condition);
            arguments.add(argument);
        }
    }

    /** Whose imports he sees, by login. */
    static List<String> people(Connection connection, ImportReader reader) throws SQLException {
        String sql = "select distinct person from import_run where " + reader.condition() + " order by person";
        return Sql.query(connection, sql, row -> row.getString(1), reader.argumentsAnd());
    }
}
