package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.actual.Ripening;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.calendar.PeriodRows;

/**
 * Keeps closed and locked periods as they are: a fact that would change a locked one is refused, one that would change a
 * closed one goes to quarantine. What says only what is known already changes nothing and passes; so do cohort measures
 * that are still expected to ripen while a period is closed. Source: domain specification §3.4, §8.7.
 */
final class ClosedPeriods {
    private static final String CHANGED = """
            select seq, row_no, unit, measure, dims, grain, period_start
            from import_change
            where period_start <= ?
            order by row_no
            """;
    private static final String DROP = "insert into import_drop (seq, kind) values (?, ?)";
    private static final String REFUSED = "X";
    private static final String CLOSED = "C";
    private static final String REMOVE =
            "delete from fact_change where seq in (select seq from import_drop where kind = ?)";
    private static final String FORGET = "delete from import_drop where kind = ?";
    private static final String WRITTEN = """
            select distinct unit, measure, grain, period_start
            from (%s) w
            order by period_start, unit, measure
            """.formatted(WrittenFacts.SELECT);

    private final Connection connection;
    private final Findings findings;
    private final Codes codes;
    private final CompanyCalendar calendar;
    private final PeriodBook book;
    private final Ripening ripening;
    private final Map<Place, PeriodState> states = new HashMap<>();
    private long closed;

    private record Place(String unit, String measure, Period period) {}

    /** The periods as they stand now: read once for an import, after its turn has come. */
    ClosedPeriods(Connection connection, IntakeContext context, Findings findings) throws SQLException {
        this(connection, context.codes(), context.calendar(), context.uploadedAt(), context.zone(), findings);
    }

    ClosedPeriods(
            Connection connection, Codes codes, CompanyCalendar calendar, Instant now, ZoneId zone, Findings findings)
            throws SQLException {
        this.connection = connection;
        this.findings = findings;
        this.codes = codes;
        this.calendar = calendar;
        this.book = new PeriodBook(new PeriodRows(connection).all(), now, zone);
        this.ripening = new Ripening(codes, LocalDate.ofInstant(now, zone));
    }

    boolean hasAny() {
        return book.lastDayNotOpen().isPresent();
    }

    /** Whether a period that begins on that day or later may be one that is not open. */
    boolean reach(LocalDate day) {
        return book.lastDayNotOpen().filter(last -> !last.isBefore(day)).isPresent();
    }

    /**
     * Refuses each row that would change a figure of a locked period, and marks those of closed ones, with a warning on
     * each; how many are refused. The marked ones must be put aside before anything is applied.
     */
    long enforce() throws SQLException {
        Optional<LocalDate> last = book.lastDayNotOpen();
        if (last.isEmpty()) {
            return 0;
        }
        long refused = mark(last.get());
        if (refused > 0) {
            remove(REFUSED);
        }
        return refused;
    }

    private void remove(String kind) throws SQLException {
        Sql.update(connection, REMOVE, kind);
        Sql.update(connection, FORGET, kind);
    }

    private long mark(LocalDate lastDay) throws SQLException {
        long[] marked = {0, 0};
        try (RowBatch drop = new RowBatch(connection, DROP)) {
            Sql.each(
                    connection,
                    CHANGED,
                    row -> {
                        Place place = place(row);
                        PeriodState state = states.computeIfAbsent(place, this::state);
                        if (state.isAtLeast(PeriodState.CLOSED)) {
                            boolean locked = state == PeriodState.LOCKED;
                            findings.add(refusal(place, state, row));
                            drop.add(row.getInt("seq"), locked ? REFUSED : CLOSED);
                            marked[locked ? 0 : 1]++;
                        }
                    },
                    lastDay);
            drop.finish();
        }
        closed = marked[1];
        return marked[0];
    }

    /** Takes the marked rows out of what is applied and keeps them in quarantine; how many they are. */
    long quarantine(long importId, String person, Instant now) throws SQLException {
        QuarantineRows quarantine = new QuarantineRows(connection, calendar);
        quarantine.replace(importId, person, now);
        if (closed > 0) {
            quarantine.take(importId, person, now);
        }
        return leaveOut();
    }

    /** Takes the marked rows out of what is applied; how many they are. */
    long leaveOut() throws SQLException {
        if (closed > 0) {
            remove(CLOSED);
        }
        return closed;
    }

    /** Why an import may not be taken back: each closed or locked period in which it wrote something, once. */
    List<Refusal> writtenBy(long importId) throws SQLException {
        Map<Period, Refusal> found = new HashMap<>();
        if (hasAny()) {
            Sql.each(
                    connection,
                    WRITTEN,
                    row -> {
                        Place place = place(row);
                        PeriodState state = states.computeIfAbsent(place, this::state);
                        if (state.isAtLeast(PeriodState.CLOSED)) {
                            found.putIfAbsent(place.period(), refusal(place, state));
                        }
                    },
                    importId);
        }
        List<Refusal> refusals = new ArrayList<>();
        found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .forEach(refusals::add);
        return refusals;
    }

    /** The state in which a period is for one figure; OPEN also where the figure is still expected to ripen. */
    PeriodState state(String unit, String measure, Period period) {
        return state(new Place(unit, measure, period));
    }

    PeriodBook book() {
        return book;
    }

    private Place place(ResultSet row) throws SQLException {
        Period period = Grain.valueOf(row.getString("grain")).period(Sql.day(row, "period_start"), calendar);
        return new Place(row.getString("unit"), row.getString("measure"), period);
    }

    private PeriodState state(Place place) {
        PeriodState state = book.stateFor(place.period(), place.unit(), place.measure(), codes::isWithin);
        return state == PeriodState.CLOSED && ripening.isExpected(place.unit(), place.measure(), place.period())
                ? PeriodState.OPEN
                : state;
    }

    /** About its row, or about the fact that is missing in a full snapshot. */
    private static Refusal refusal(Place place, PeriodState state, ResultSet row) throws SQLException {
        int number = row.getInt("row_no");
        return number > 0
                ? refusal(place, state).atRow(number)
                : refusal(place, state).inColumn("period", MissingFacts.name(row));
    }

    private static Refusal refusal(Place place, PeriodState state) {
        String code = place.period().code();
        return Refusal.of(state == PeriodState.LOCKED ? Code.E_PERIOD_LOCKED : Code.E_PERIOD_CLOSED, code)
                .inColumn("period", code);
    }
}
