package org.kpisuite.ejb.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodAction;
import org.kpisuite.domain.calendar.PeriodActor;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodOffice;
import org.kpisuite.domain.calendar.PeriodState;
import org.kpisuite.domain.calendar.PeriodSteps;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.calendar.ReopenScope;
import org.kpisuite.domain.calendar.YearLabel;
import org.kpisuite.ejb.storage.TestDatabase;

class PeriodRowsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Instant NOW = Instant.parse("2026-11-20T09:30:00.123456Z");
    private static final Instant END = Instant.parse("2026-11-25T21:00:00Z");

    private static PeriodActor actor(String login) {
        return new PeriodActor(login, Set.of(PeriodOffice.values()), "TOKEN", NOW);
    }

    private static PeriodBook book(PeriodRows rows, Instant now) throws SQLException {
        return new PeriodBook(rows.all(), now, ZONE);
    }

    private static void reopen(PeriodRows rows, Period period, ReopenScope scope) throws SQLException {
        rows.append(new PeriodSteps(book(rows, NOW)).close(period, actor("anna"), true));
        rows.append(new PeriodSteps(book(rows, NOW))
                .requestReopen(period, actor("anna"), Optional.of("счёт пришёл поздно"), scope));
        rows.append(new PeriodSteps(book(rows, NOW)).approveReopen(period, actor("boris"), END));
    }

    @ParameterizedTest
    @EnumSource
    void transitions_comeBack_asTheyWereWritten(TestDatabase database) throws SQLException {
        DataSource source = database.migrated();
        Period quarter = Period.parse("2026-Q3");
        ReopenScope scope = new ReopenScope(false, Set.of("SEO", "SALES"), Set.of("LEADS"));
        try (Connection connection = source.getConnection()) {
            PeriodRows rows = new PeriodRows(connection);
            reopen(rows, quarter, scope);
            List<PeriodTransition> all = rows.all();
            assertThat(all).hasSize(6);
            PeriodTransition approval = book(rows, NOW).transitions(quarter).get(2);
            assertThat(approval.scope()).contains(scope);
            assertThat(approval.reason()).contains("счёт пришёл поздно");
            assertThat(approval.requestedBy()).contains("anna");
            assertThat(approval.by()).isEqualTo("boris");
            assertThat(approval.at()).isEqualTo(NOW);
            assertThat(approval.reclosesAt()).contains(END);
            assertThat(all.get(0).scope()).isEmpty();
            assertThat(book(rows, END.minusMillis(1)).state(quarter)).isEqualTo(PeriodState.OPEN);
            assertThat(book(rows, END).state(quarter)).isEqualTo(PeriodState.CLOSED);
            rows.append(book(rows, END).due());
            assertThat(book(rows, END).due()).isEmpty();
            assertThat(rows.all()).hasSize(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endOfAReopening_isWrittenDownOnce(TestDatabase database) throws SQLException {
        DataSource source = database.migrated();
        Period month = Period.parse("2026-10");
        try (Connection connection = source.getConnection()) {
            PeriodRows rows = new PeriodRows(connection);
            reopen(rows, month, ReopenScope.ALL);
            PeriodReclosing.over(source, Clock.fixed(END.minusMillis(1), ZONE)).recordEnded();
            assertThat(rows.all()).hasSize(3);
            PeriodReclosing later = PeriodReclosing.over(source, Clock.fixed(END.plusSeconds(600), ZONE));
            later.recordEnded();
            later.recordEnded();
            assertThat(rows.all()).hasSize(4);
            PeriodTransition end = rows.all().get(3);
            assertThat(end.action()).isEqualTo(PeriodAction.RECLOSE);
            assertThat(end.to()).isEqualTo(PeriodState.CLOSED);
            assertThat(end.by()).isEqualTo("system");
            assertThat(end.at()).isEqualTo(END);
        }
    }

    @ParameterizedTest
    @EnumSource
    void periodOfAnotherCalendar_comesBack(TestDatabase database) throws SQLException {
        Period fiscal =
                Period.of(new FiscalCalendar(2, YearLabel.END_YEAR), Granularity.QUARTER, LocalDate.of(2026, 3, 1));
        DataSource source = database.migrated();
        try (Connection connection = source.getConnection()) {
            PeriodRows rows = new PeriodRows(connection);
            reopen(rows, fiscal, ReopenScope.ALL);
            assertThat(book(rows, NOW).status(fiscal).reopening()).isPresent();
            assertThat(book(rows, END).state(Period.parse("2026-03"))).isEqualTo(PeriodState.CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameStepTwice_isRefusedByTheDatabase(TestDatabase database) throws SQLException {
        DataSource source = database.migrated();
        try (Connection connection = source.getConnection()) {
            PeriodRows rows = new PeriodRows(connection);
            List<PeriodTransition> steps =
                    new PeriodSteps(book(rows, NOW)).close(Period.parse("2026-10"), actor("anna"), false);
            rows.append(steps);
            assertThatThrownBy(() -> rows.append(steps)).isInstanceOf(SQLException.class);
        }
    }
}
