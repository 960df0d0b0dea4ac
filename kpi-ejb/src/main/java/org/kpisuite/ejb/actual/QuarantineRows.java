package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.QuarantineState;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;

/**
 * Rows for closed periods, as stored. Of those of one key at most one is open: what says something else takes its place, what
 * says the same is kept behind it. Whatever stands behind another is open again once the import of that one is taken back.
 */
final class QuarantineRows {
    private static final String SAME_KEY = sameKey("c");
    private static final String OPEN = "q.state in ('OPEN', 'PROPOSED')";
    private static final String OPEN_SINCE =
            "select 1 from quarantine q where " + OPEN + " and q.period_start >= ? fetch first 1 rows only";
    private static final String REPLACE = """
            update quarantine q set
                state = 'REPLACED',
                replaced_by = cast(? as bigint),
                decided_by = ?,
                decided_at = cast(? as timestamp with time zone)
            where %s and exists (
                select 1
                from import_change c
                where %s
                    and c.amount is distinct from q.amount
            )
            """.formatted(OPEN, SAME_KEY);
    private static final String TAKE = """
            insert into quarantine (import_id, row_no, unit, measure, dims, grain, period_start, scenario, source,
                dim_keys, amount, as_of, reason, person, received_at, old_amount, state, replaced_by, decided_by,
                decided_at)
            select i.id, c.row_no, c.unit, c.measure, c.dims, c.grain, c.period_start, c.scenario,
                c.source, c.dim_keys, c.amount, c.as_of, c.reason, i.person, i.received_at, c.old_amount,
                case when q.id is null then 'OPEN' else 'REPLACED' end, q.import_id,
                case when q.id is null then null else i.person end,
                case when q.id is null then null else i.received_at end
            from (
                select cast(? as bigint) as id, cast(? as varchar(100)) as person,
                    cast(? as timestamp with time zone) as received_at
            ) i
            cross join import_change c
            left join quarantine q on %s and %s and q.amount is not distinct from c.amount
            where c.seq in (select seq from import_drop where kind = 'C')
            order by c.row_no
            """.formatted(OPEN, SAME_KEY);
    /** Until it is decided, what is stored now is what it would replace. */
    private static final String SELECT = """
            select q.*, case when %s then a.amount else q.old_amount end as stored
            from quarantine q
            left join actual a
                on a.unit = q.unit and a.measure = q.measure and a.dims = q.dims and a.grain = q.grain
                and a.period_start = q.period_start and a.scenario = q.scenario and a.source = q.source
            """.formatted(OPEN);

    private static final String LIST = """
            %s
            where q.id > ? and q.unit in (select u.unit from unnest(cast(? as varchar(64) array)) as u(unit))
            """.formatted(SELECT);
    private static final String ACCEPTED_ALONE = SELECT + """
            where q.state = 'ACCEPTED' and q.decided_by = ? and coalesce(q.proposed_by, q.decided_by) = q.decided_by
                and q.period_start between ? and ?
            order by q.decided_at desc, q.id desc
            fetch first %d rows only
            """.formatted(ScoreEffects.ROWS_MAX);
    private static final String WITHDRAW = """
            update quarantine q set
                state = 'WITHDRAWN',
                decided_by = ?,
                decided_at = cast(? as timestamp with time zone),
                decided_reason = ?
            where q.import_id = ? and %s
            """.formatted(OPEN);
    /** What stood behind a row of the import that had itself been replaced stands behind what replaced that. */
    private static final String REPOINT = """
            update quarantine q set
                replaced_by = (
                    select max(x.replaced_by)
                    from quarantine x
                    where x.import_id = q.replaced_by and x.state = 'REPLACED' and %1$s
                )
            where q.replaced_by = ? and q.state = 'REPLACED' and exists (
                select 1
                from quarantine x
                where x.import_id = q.replaced_by and x.state = 'REPLACED' and x.replaced_by is not null and %1$s
            )
            """.formatted(sameKey("x"));
    /** The latest of each key that still stands; what was kept out keeps out the same. */
    private static final String REOPEN = """
            update quarantine q set
                state = case when q.proposed_by is null then 'OPEN' else 'PROPOSED' end,
                replaced_by = null,
                decided_by = null,
                decided_at = null
            where q.id in (
                select max(s.id)
                from quarantine s
                join import_run r on r.id = s.import_id and r.state in ('APPLIED', 'PARTIAL')
                where s.replaced_by = ? and s.state = 'REPLACED'
                group by s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source
            ) and not exists (
                select 1
                from quarantine x
                where x.import_id = q.replaced_by and x.state = 'REJECTED' and x.amount is not distinct from q.amount
                    and %s
            )
            """.formatted(sameKey("x"));

    private static final String FOLLOW = """
            update quarantine q set
                replaced_by = (select max(x.import_id) from quarantine x where x.state in ('OPEN', 'PROPOSED') and %1$s)
            where q.replaced_by = ? and q.state = 'REPLACED'
                and exists (select 1 from quarantine x where x.state in ('OPEN', 'PROPOSED') and %1$s)
            """.formatted(sameKey("x"));
    private static final String UPDATE = """
            update quarantine q set
                state = ?,
                proposed_by = ?,
                proposed_at = cast(? as timestamp with time zone),
                proposed_reason = ?,
                decided_by = ?,
                decided_at = cast(? as timestamp with time zone),
                decided_reason = ?,
                old_amount = (
                    select a.amount
                    from actual a
                    where a.unit = q.unit and a.measure = q.measure and a.dims = q.dims and a.grain = q.grain
                        and a.period_start = q.period_start and a.scenario = q.scenario and a.source = q.source
                )
            where id = ?
            """;

    private final Connection connection;
    private final CompanyCalendar calendar;

    QuarantineRows(Connection connection, CompanyCalendar calendar) {
        this.connection = connection;
        this.calendar = calendar;
    }

    private static String sameKey(String other) {
        return """
                %1$s.unit = q.unit and %1$s.measure = q.measure and %1$s.dims = q.dims and %1$s.grain = q.grain
                    and %1$s.period_start = q.period_start and %1$s.scenario = q.scenario and %1$s.source = q.source
                """.formatted(other);
    }

    /**
     * Which rows are wanted.
     *
     * @param units codes; of these only
     * @param days of which the periods begin in; null for all
     * @param states none for all
     * @param importId null for all
     * @param afterId the last row of the page before, 0 for the first
     */
    record Filter(
            Collection<String> units,
            @Nullable DayRange days,
            Collection<QuarantineState> states,
            @Nullable Long importId,
            long afterId,
            int limit) {}

    /** Whether any is open whose period begins on that day or later. */
    boolean isOpenSince(LocalDate day) throws SQLException {
        return !Sql.query(connection, OPEN_SINCE, row -> row.getInt(1), day).isEmpty();
    }

    /** Earlier open rows are replaced by what the import brings for their keys, whether it is let in or put aside. */
    void replace(long importId, String person, Instant now) throws SQLException {
        Sql.update(connection, REPLACE, importId, person, now);
    }

    /** Keeps the changes of the import that are marked for it. */
    void take(long importId, String person, Instant now) throws SQLException {
        Sql.update(connection, TAKE, importId, person, now);
    }

    /** By id, the oldest first. */
    List<Quarantined> list(Filter filter) throws SQLException {
        StringBuilder sql = new StringBuilder(LIST);
        List<Object> arguments = new ArrayList<>();
        arguments.add(filter.afterId);
        arguments.add(filter.units.toArray(String[]::new));
        DayRange days = filter.days;
        if (days != null) {
            sql.append(" and q.period_start between ? and ?");
            arguments.add(days.start());
            arguments.add(days.endInclusive());
        }
        if (!filter.states.isEmpty()) {
            sql.append(" and q.state in (select s.state from unnest(cast(? as varchar(10) array)) as s(state))");
            arguments.add(filter.states.stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.importId != null) {
            sql.append(" and q.import_id = ?");
            arguments.add(filter.importId);
        }
        sql.append(" order by q.id fetch first ").append(filter.limit).append(" rows only");
        return Sql.query(connection, sql.toString(), this::row, arguments.toArray());
    }

    List<Quarantined> find(Collection<Long> ids) throws SQLException {
        List<Quarantined> found = new ArrayList<>();
        for (long id : ids) {
            found.addAll(Sql.query(connection, SELECT + " where q.id = ?", this::row, id));
        }
        return found;
    }

    /** Open rows that were received before that day began, by id. */
    List<Quarantined> openBefore(Instant received, int limit) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " where " + OPEN
                        + " and q.received_at < cast(? as timestamp with time zone) order by q.id fetch first " + limit
                        + " rows only",
                this::row,
                received);
    }

    /**
     * What that person has let into facts that begin in those days without a second person, the latest decision first: of
     * two for one key the later in the list has the value from before both.
     */
    List<Quarantined> acceptedAlone(String person, DayRange days) throws SQLException {
        return Sql.query(connection, ACCEPTED_ALONE, this::row, person, days.start(), days.endInclusive());
    }

    /** Takes the open rows of an import out, because it was taken back, and opens what they replaced; how many they were. */
    int withdraw(long importId, String person, Instant now, String reason) throws SQLException {
        int withdrawn = Sql.update(connection, WITHDRAW, person, now, reason, importId);
        Sql.update(connection, REPOINT, importId);
        Sql.update(connection, REOPEN, importId);
        Sql.update(connection, FOLLOW, importId);
        return withdrawn;
    }

    /** Stores how a row stands now. */
    void store(Quarantined row) throws SQLException {
        Quarantined.Step proposal = row.proposal();
        Quarantined.Step decision = row.decision();
        Sql.update(
                connection,
                UPDATE,
                row.state().name(),
                proposal == null ? null : proposal.by(),
                proposal == null ? null : proposal.at(),
                proposal == null ? null : proposal.reason(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                row.id());
    }

    private Quarantined row(ResultSet row) throws SQLException {
        LocalDate start = Sql.day(row, "period_start");
        Quarantined.Key key = new Quarantined.Key(
                row.getString("unit"),
                row.getString("measure"),
                row.getString("dims"),
                row.getString("dim_keys"),
                Grain.valueOf(row.getString("grain")).period(start, calendar),
                Scenario.valueOf(row.getString("scenario")),
                row.getString("source"));
        return new Quarantined(
                row.getLong("id"),
                row.getLong("import_id"),
                row.getInt("row_no"),
                key,
                row.getBigDecimal("amount"),
                row.getBigDecimal("stored"),
                Objects.requireNonNull(Sql.instant(row, "as_of")),
                row.getString("reason"),
                row.getString("person"),
                Objects.requireNonNull(Sql.instant(row, "received_at")),
                QuarantineState.valueOf(row.getString("state")),
                step(row, "proposed"),
                step(row, "decided"));
    }

    private static Quarantined.@Nullable Step step(ResultSet row, String name) throws SQLException {
        String by = row.getString(name + "_by");
        return by == null
                ? null
                : new Quarantined.Step(
                        by, Objects.requireNonNull(Sql.instant(row, name + "_at")), row.getString(name + "_reason"));
    }
}
