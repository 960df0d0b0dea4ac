package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables through which the facts of one import pass: its transaction sees its own rows alone, and leaves none. Two
 * views, {@code import_stage} and {@code import_change}, show them with the texts of their series.
 *
 * <p>In PostgreSQL they are made for each transaction and gone with its end. In H2 they stay: rows of a temporary table
 * that a killed process left half written would keep H2 2.2 from opening its file again.
 */
final class ImportTables {
    private static final String FACT = """
            seq integer not null,
            row_no integer not null,
            series_no integer not null,%s
            period_start date not null,
            amount numeric(28, 10),
            as_of timestamp with time zone not null,
            reason varchar(1000)""";

    private static final String[][] TABLES = {
        // The series of the file being read; id: under which number they are stored, if they are.
        {"staged_series", """
            no integer not null,
            id integer,
            unit varchar(64) not null,
            scenario varchar(2) not null,
            measure varchar(64) not null,
            dims varchar(400) not null,
            grain varchar(1) not null,
            source varchar(64) not null,
            dim_keys varchar(100) not null"""},
        // Rows of the file being read.
        {"staged_fact", FACT.formatted("")},
        // What of it is new, changed or deleted, with what it replaces; import_id: whose value it is, where what was
        // before an
        // import stands again.
        {"fact_change", FACT.formatted("\n            series_id integer,") + """
            ,
            import_id bigint,
            old_revision integer not null,
            old_amount numeric(28, 10),
            old_as_of timestamp with time zone,
            old_recorded_at timestamp with time zone,
            old_import_id bigint,
            old_row_no integer,
            old_reason varchar(1000)"""},
        // What of it changes of each series in each month, taken together.
        {"month_change", """
            series_no integer not null,
            series_id integer,
            month_start date not null,
            created integer not null,
            changed integer not null,
            deleted integer not null,
            first_start date not null,
            last_start date not null,
            sum_value numeric(38, 10),
            first_day date,
            last_day date,
            days_with_data integer not null,
            days_in integer not null"""},
        // Which of it is not to be applied. C: its period is closed and it goes to quarantine; else it is refused.
        {"import_drop", "seq integer not null, kind varchar(1)"},
        // Months whose totals must be made anew, and the totals of what changes of them.
        {"import_touched", """
            unit varchar(64) not null,
            measure varchar(64) not null,
            month_start date not null,
            month_end date not null,
            scenario varchar(2) not null,
            source varchar(64) not null,
            total_id integer,
            is_known boolean not null,
            sum_value numeric(38, 10),
            first_value numeric(38, 10),
            last_value numeric(38, 10),
            last_day date,
            days_with_data integer,
            days_in integer"""}
    };

    private static final String[][] VIEWS = {
        {"import_stage", """
            select f.seq, f.row_no, s.unit, s.measure, s.dims, s.grain, f.period_start, s.scenario, s.source, s.dim_keys,
                f.amount, f.as_of, f.reason, s.id as series_id
            from staged_fact f
            left join staged_series s on s.no = f.series_no
            """},
        {"import_change", """
            select c.seq, c.row_no, s.unit, s.measure, s.dims, s.grain, c.period_start, s.scenario, s.source, s.dim_keys,
                c.amount, c.as_of, c.reason, c.old_amount, c.old_as_of, c.old_revision, c.import_id, c.series_id
            from fact_change c
            left join staged_series s on s.no = c.series_no
            """}
    };

    private ImportTables() {}

    /**
     * Makes them for the transaction that is under way, or empties those of an import before in the same transaction. In H2
     * they are there already: see db/h2.
     */
    static void open(Connection connection) throws SQLException {
        if (Sql.isPostgres(connection)) {
            try (Statement statement = connection.createStatement()) {
                for (String[] table : TABLES) {
                    statement.execute("create local temporary table if not exists %s (%s) on commit drop"
                            .formatted(table[0], table[1]));
                }
                for (String[] view : VIEWS) {
                    statement.execute("create or replace temporary view %s as %s".formatted(view[0], view[1]));
                }
            }
        }
        empty(connection);
    }

    /** Leaves nothing in them. In H2 that comes before the end of the transaction: others must never see its rows. */
    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String[] table : TABLES) {
                statement.execute("delete from " + table[0]);
            }
        }
    }
}
