package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodState;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.calendar.PeriodRows;

/**
 * Keeps closed and locked periods as they are: a fact that would change one is not applied. What says only what is known
 * already changes nothing and passes; so do cohort measures while a period is closed, because they ripen late. Source:
 * domain specification §3.4, §8.7.
 */
final class ClosedPeriods {
    private static final String CHANGED = """
            select seq, row_no, unit, measure, grain, period_start
            from import_change
            where period_start <= ?
            order by row_no
            """;
    private static final String DROP = "insert into import_drop (seq) values (?)";
    private static final String REMOVE = "delete from import_change where seq in (select seq from import_drop)";
    private static final String FORGET = "delete from import_drop";
    private static final int BATCH = 5_000;

    private final Connection connection;
    private final Findings findings;
    private final Codes codes;
    private final CompanyCalendar calendar;
    private final PeriodBook book;
    private final Map<Place, PeriodState> states = new HashMap<>();

    private record Place(String unit, String measure, Period period) {}

    /** The periods as they stand now: read once for an import, after its turn has come. */
    ClosedPeriods(Connection connection, IntakeContext context, Findings findings) throws SQLException {
        this.connection = connection;
        this.findings = findings;
        this.codes = context.codes();
        this.calendar = context.calendar();
        this.book = new PeriodBook(new PeriodRows(connection).all(), context.uploadedAt(), context.zone());
    }

    boolean hasAny() {
        return book.lastDayNotOpen().isPresent();
    }

    /** Refuses each row that would change a figure of a closed or locked period; how many that are. */
    long enforce() throws SQLException {
        Optional<LocalDate> last = book.lastDayNotOpen();
        if (last.isEmpty()) {
            return 0;
        }
        long dropped = drop(last.get());
        if (dropped > 0) {
            Sql.update(connection, REMOVE);
            Sql.update(connection, FORGET);
        }
        return dropped;
    }

    private long drop(LocalDate lastDay) throws SQLException {
        long[] dropped = {0};
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            Sql.each(
                    connection,
                    CHANGED,
                    row -> {
                        Place place = place(row);
                        PeriodState state = states.computeIfAbsent(place, this::state);
                        if (state.isAtLeast(PeriodState.CLOSED)) {
                            findings.add(refusal(place, state).atRow(row.getInt("row_no")));
                            drop.setInt(1, row.getInt("seq"));
                            drop.addBatch();
                            if (++dropped[0] % BATCH == 0) {
                                drop.executeBatch();
                            }
                        }
                    },
                    lastDay);
            drop.executeBatch();
        }
        return dropped[0];
    }

    private Place place(ResultSet row) throws SQLException {
        Period period = Grain.valueOf(row.getString("grain")).period(Sql.day(row, "period_start"), calendar);
        return new Place(row.getString("unit"), row.getString("measure"), period);
    }

    private PeriodState state(Place place) {
        PeriodState state = book.stateFor(place.period(), place.unit(), place.measure(), codes::isWithin);
        boolean ripens = codes.measure(place.measure())
                .filter(m -> m.kind() == MeasureKind.COHORT)
                .isPresent();
        return ripens && state == PeriodState.CLOSED ? PeriodState.OPEN : state;
    }

    private static Refusal refusal(Place place, PeriodState state) {
        String code = place.period().code();
        return Refusal.of(state == PeriodState.LOCKED ? Code.E_PERIOD_LOCKED : Code.E_PERIOD_CLOSED, code)
                .inColumn("period", code);
    }
}
