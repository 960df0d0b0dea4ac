package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.SnapshotScope;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What is stored of the scope of a full snapshot and missing in the file: deleted like any other change, row 0, and only
 * as a dry run of the same bytes has shown it. Source: domain specification §8.6.
 *
 * <p>Only actuals of the profile's source, of units that the sender may import for. A file of which rows are refused may
 * hold what seems to be missing: of such a file nothing is missing.
 */
final class MissingFacts {
    private static final String FIND = """
            insert into fact_change (seq, row_no, series_no, series_id, period_start, amount, as_of, reason,
                old_revision, old_amount, old_as_of, old_recorded_at, old_import_id, old_row_no, old_reason)
            select cast(row_number() over (
                    order by s.unit, s.measure, s.dims, s.grain, a.period_start, s.scenario, s.source) - count(*) over () - 1 as integer), 0, -a.series_id, a.series_id,
                a.period_start, null,
                coalesce((select max(f.as_of) from staged_fact f), cast(? as timestamp with time zone)),
                cast(? as varchar(1000)), a.revision, a.amount, a.as_of, a.recorded_at, a.import_id, a.row_no, a.reason
            from (
                select f.series_id, f.period_start
                from fact_series s
                join unnest(cast(? as varchar(1) array), cast(? as date array)) as g(grain, last_start)
                    on s.grain = g.grain
                join fact f on f.series_id = s.id and f.period_start <= g.last_start
                where s.unit in (select u.unit from unnest(cast(? as varchar(64) array)) as u(unit))
                    and s.measure in (select m.measure from unnest(cast(? as varchar(64) array)) as m(measure))
                    and f.period_start >= ? and s.scenario = 'AC' and s.source = ? and f.amount is not null
                except
                select series_id, period_start
                from import_stage
            ) k
            join fact a on a.series_id = k.series_id and a.period_start = k.period_start
            join fact_series s on s.id = a.series_id
            """;
    private static final String FOUND = """
            select unit, measure, dims, grain, period_start, scenario, source, old_amount
            from import_change
            where row_no = 0
            order by seq
            """;
    private static final String SHOWN = """
            select missing_sha256
            from import_run
            where id = ? and dry_run = true and state = 'VALIDATED' and sha256 = ? and profile = ? and unit = ?
            """;
    private static final String REMEMBER = "update import_run set missing = ?, missing_sha256 = ? where id = ?";

    private final Connection connection;
    private final Findings findings;
    private final ImportWork work;
    private final ImportSetting setting;
    private long count;
    private String digest = "";

    MissingFacts(Connection connection, Findings findings, ImportWork work, ImportSetting setting) {
        this.connection = connection;
        this.findings = findings;
        this.work = work;
        this.setting = setting;
    }

    /** A fact of {@code import_change} in words, for findings that no row of the file bears. */
    static String name(ResultSet change) throws SQLException {
        String dims = change.getString("dims");
        return change.getString("unit")
                + ' '
                + change.getString("measure")
                + (dims.isEmpty() ? " " : " " + dims + " ")
                + change.getString("period_start");
    }

    /** Adds them to the changes of the file, after all its rows are staged and compared; how many they are. */
    long find(DeliverySketch sketch) throws SQLException {
        SnapshotScope scope = setting.profile().snapshot();
        if (scope == null) {
            return 0;
        }
        if (findings.hasErrors()) {
            if (work.order().mode() == ImportMode.PARTIAL) {
                findings.add(Refusal.of(Code.W_SNAPSHOT_PART));
            }
            return 0;
        }
        Optional<DayRange> days = scope.days(days(sketch));
        return days.isEmpty() ? 0 : find(scope, days.get());
    }

    private Optional<DayRange> days(DeliverySketch sketch) {
        CompanyCalendar calendar = setting.context().calendar();
        Optional<LocalDate> first =
                sketch.spans().values().stream().map(DeliverySketch.Span::first).min(Comparator.naturalOrder());
        Optional<LocalDate> last = sketch.spans().entrySet().stream()
                .map(s -> Grain.valueOf(s.getKey())
                        .period(s.getValue().last(), calendar)
                        .endInclusive())
                .max(Comparator.naturalOrder());
        return first.map(start -> new DayRange(start, last.orElseThrow()));
    }

    private long find(SnapshotScope scope, DayRange days) throws SQLException {
        CompanyCalendar calendar = setting.context().calendar();
        Set<String> own = setting.context().codes().importableUnits();
        List<Grain> grains = Grain.of(calendar);
        String reason = Messages.text(
                setting.language(),
                "snapshot.reason",
                String.valueOf(work.id()),
                work.order().fileName());
        int found = Sql.update(
                connection,
                FIND,
                work.order().receivedAt(),
                reason,
                grains.stream().map(Grain::name).toArray(String[]::new),
                grains.stream().map(g -> lastStart(g, days.endInclusive())).toArray(LocalDate[]::new),
                scope.units().stream().filter(own::contains).toArray(String[]::new),
                scope.measures().toArray(String[]::new),
                days.start(),
                setting.profile().rules().source());
        SeriesNumbers.nameStored(connection);
        return found;
    }

    /** Where the last period begins that has ended on that day. */
    private LocalDate lastStart(Grain grain, LocalDate day) {
        CompanyCalendar calendar = setting.context().calendar();
        LocalDate dayAfter = day.plusDays(1);
        return grain.around(grain.around(dayAfter, calendar).start().minusDays(1), calendar)
                .start();
    }

    /**
     * Whether those that are left after all refusals may be deleted: the dry run that the import names has shown them, or
     * there are none. If not, a finding says how to come to that.
     */
    boolean mayGo() throws SQLException {
        summarize();
        if (work.order().dryRun() || count == 0) {
            return true;
        }
        ImportOrder order = work.order();
        boolean shown = order.confirms() != null
                && Sql.query(
                                connection,
                                SHOWN,
                                row -> digest.equals(row.getString("missing_sha256")),
                                order.confirms(),
                                work.sha256(),
                                order.profile(),
                                order.unit())
                        .contains(true);
        if (!shown) {
            findings.add(Refusal.of(Code.E_SNAPSHOT_CONFIRM, String.valueOf(count)));
        }
        return shown;
    }

    private void summarize() throws SQLException {
        if (setting.profile().snapshot() == null) {
            return;
        }
        MessageDigest sum = sha256();
        Sql.each(connection, FOUND, row -> {
            count++;
            for (int column = 1; column <= 7; column++) {
                sum.update((row.getString(column) + '\u001f').getBytes(StandardCharsets.UTF_8));
            }
            BigDecimal amount = row.getBigDecimal("old_amount");
            sum.update((Decimals.plain(amount) + '\n').getBytes(StandardCharsets.UTF_8));
        });
        digest = HexFormat.of().formatHex(sum.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes down what it was, so that a dry run can be named for it. */
    void remember() throws SQLException {
        if (count > 0) {
            Sql.update(connection, REMEMBER, count, digest, work.id());
        }
    }
}
