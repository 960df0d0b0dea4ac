package org.kpisuite.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

class PeriodStepsTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    /** A Sunday. */
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static final Period OCTOBER = Period.parse("2026-10");
    private static final Period QUARTER = Period.parse("2026-Q3");
    private static final Period YEAR = Period.parse("2025");

    /** What was done so far, and the instant at which it is looked at. */
    private static final class Story {
        private final List<PeriodTransition> done = new ArrayList<>();
        private Instant now = NOW;

        PeriodBook book() {
            return new PeriodBook(done, now, MOSCOW);
        }

        PeriodSteps steps() {
            return new PeriodSteps(book());
        }

        PeriodActor actor(String who) {
            Set<PeriodOffice> offices =
                    switch (who.charAt(0)) {
                        case 'c' -> Set.of(PeriodOffice.CONTROLLER);
                        case 'f' -> Set.of(PeriodOffice.APPROVER);
                        case 'a' -> Set.of(PeriodOffice.AUDITOR);
                        default -> Set.of();
                    };
            return new PeriodActor(who, offices, "TOKEN", now);
        }

        List<PeriodTransition> act(PeriodAction action, Period period, String who, ReopenScope scope) {
            PeriodActor actor = actor(who);
            List<PeriodTransition> steps =
                    switch (action) {
                        case CLOSE -> steps().close(period, actor, false);
                        case REQUEST_REOPEN -> steps().requestReopen(period, actor, Optional.of("late invoice"), scope);
                        case APPROVE_REOPEN -> steps().approveReopen(period, actor, end());
                        case LOCK -> steps().lock(period, actor);
                        case REQUEST_UNLOCK -> steps().requestUnlock(period, actor, Optional.of("audit finding"));
                        case APPROVE_UNLOCK -> steps().approveUnlock(period, actor);
                        case RECLOSE -> book().due();
                    };
            done.addAll(steps);
            return steps;
        }

        Story then(PeriodAction action, Period period, String who) {
            act(action, period, who, ReopenScope.ALL);
            return this;
        }

        Story closed(Period period) {
            done.addAll(steps().close(period, actor("c1"), true));
            return this;
        }

        Story reopened(Period period, ReopenScope scope) {
            act(PeriodAction.REQUEST_REOPEN, period, "c1", scope);
            return then(PeriodAction.APPROVE_REOPEN, period, "c2");
        }

        private Instant end() {
            return PeriodSteps.reclosesAt(now, MOSCOW, WorkingDays.russia());
        }
    }

    private static Story standing(String state) {
        Story story = new Story();
        return switch (state) {
            case "OPEN", "RUNNING", "FUTURE" -> story;
            case "CLOSED" -> story.closed(OCTOBER);
            case "ASKED" -> story.closed(OCTOBER).then(PeriodAction.REQUEST_REOPEN, OCTOBER, "c1");
            case "REOPENED" -> story.closed(OCTOBER).reopened(OCTOBER, ReopenScope.ALL);
            case "LOCKED" -> story.closed(OCTOBER).then(PeriodAction.LOCK, OCTOBER, "f1");
            case "UNLOCK_ASKED" ->
                story.closed(OCTOBER)
                        .then(PeriodAction.LOCK, OCTOBER, "f1")
                        .then(PeriodAction.REQUEST_UNLOCK, OCTOBER, "f1");
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Period subject(String state) {
        return switch (state) {
            case "RUNNING" -> Period.parse("2026-11");
            case "FUTURE" -> Period.parse("2026-12");
            default -> OCTOBER;
        };
    }

    /** What becomes of it: done, same (it already stands so), or the refusal in a word. */
    private static String tried(Story story, PeriodAction action, Period period, String who) {
        try {
            return story.act(action, period, who, ReopenScope.ALL).isEmpty() ? "same" : "done";
        } catch (KpiException e) {
            return switch (e.code()) {
                case E_FORBIDDEN -> "no";
                case E_PERIOD_STATE -> "state";
                case E_FOUR_EYES -> "eyes";
                default -> e.code().text();
            };
        }
    }

    /** c1, c2 controllers; f1, f2 approvers of a root; a auditor; v anybody else. c1 and f1 are those who asked. */
    @ParameterizedTest
    @CsvSource({
        // state,      action,         c1,    c2,    f1,    f2,    a,     v
        "FUTURE,       CLOSE,          state, state, no,    no,    no,    no",
        "FUTURE,       LOCK,           no,    no,    state, state, no,    no",
        "FUTURE,       REQUEST_REOPEN, state, state, no,    no,    no,    no",
        "FUTURE,       APPROVE_REOPEN, state, state, state, state, no,    no",
        "FUTURE,       REQUEST_UNLOCK, no,    no,    state, state, no,    no",
        "FUTURE,       APPROVE_UNLOCK, no,    no,    state, state, state, no",
        "RUNNING,      CLOSE,          state, state, no,    no,    no,    no",
        "RUNNING,      LOCK,           no,    no,    state, state, no,    no",
        "RUNNING,      REQUEST_REOPEN, state, state, no,    no,    no,    no",
        "RUNNING,      APPROVE_REOPEN, state, state, state, state, no,    no",
        "OPEN,         CLOSE,          done,  done,  no,    no,    no,    no",
        "OPEN,         LOCK,           no,    no,    state, state, no,    no",
        "OPEN,         REQUEST_REOPEN, state, state, no,    no,    no,    no",
        "OPEN,         APPROVE_REOPEN, state, state, state, state, no,    no",
        "OPEN,         REQUEST_UNLOCK, no,    no,    state, state, no,    no",
        "OPEN,         APPROVE_UNLOCK, no,    no,    state, state, state, no",
        "CLOSED,       CLOSE,          same,  same,  no,    no,    no,    no",
        "CLOSED,       LOCK,           no,    no,    done,  done,  no,    no",
        "CLOSED,       REQUEST_REOPEN, done,  done,  no,    no,    no,    no",
        "CLOSED,       APPROVE_REOPEN, state, state, state, state, no,    no",
        "CLOSED,       REQUEST_UNLOCK, no,    no,    state, state, no,    no",
        "CLOSED,       APPROVE_UNLOCK, no,    no,    state, state, state, no",
        "ASKED,        CLOSE,          same,  same,  no,    no,    no,    no",
        "ASKED,        LOCK,           no,    no,    done,  done,  no,    no",
        "ASKED,        REQUEST_REOPEN, same,  done,  no,    no,    no,    no",
        "ASKED,        APPROVE_REOPEN, eyes,  done,  done,  done,  no,    no",
        "ASKED,        APPROVE_UNLOCK, no,    no,    state, state, state, no",
        "REOPENED,     CLOSE,          done,  done,  no,    no,    no,    no",
        "REOPENED,     LOCK,           no,    no,    state, state, no,    no",
        "REOPENED,     REQUEST_REOPEN, state, state, no,    no,    no,    no",
        "REOPENED,     APPROVE_REOPEN, state, same,  state, state, no,    no",
        "REOPENED,     REQUEST_UNLOCK, no,    no,    state, state, no,    no",
        "LOCKED,       CLOSE,          state, state, no,    no,    no,    no",
        "LOCKED,       LOCK,           no,    no,    same,  same,  no,    no",
        "LOCKED,       REQUEST_REOPEN, state, state, no,    no,    no,    no",
        "LOCKED,       APPROVE_REOPEN, state, state, state, state, no,    no",
        "LOCKED,       REQUEST_UNLOCK, no,    no,    done,  done,  no,    no",
        "LOCKED,       APPROVE_UNLOCK, no,    no,    state, state, state, no",
        "UNLOCK_ASKED, LOCK,           no,    no,    same,  same,  no,    no",
        "UNLOCK_ASKED, REQUEST_REOPEN, state, state, no,    no,    no,    no",
        "UNLOCK_ASKED, REQUEST_UNLOCK, no,    no,    same,  done,  no,    no",
        "UNLOCK_ASKED, APPROVE_UNLOCK, no,    no,    eyes,  done,  done,  no",
    })
    void everyStep_inEveryState_byEverybody(
            String state, PeriodAction action, String c1, String c2, String f1, String f2, String a, String v) {
        List<String> people = List.of("c1", "c2", "f1", "f2", "a", "v");
        List<String> outcomes = people.stream()
                .map(who -> tried(standing(state), action, subject(state), who))
                .toList();
        assertThat(outcomes).containsExactly(c1, c2, f1, f2, a, v);
    }

    @ParameterizedTest
    @CsvSource({
        "FUTURE,       FUTURE,",
        "RUNNING,      OPEN,",
        "OPEN,         OPEN,   CLOSE",
        "CLOSED,       CLOSED, REQUEST_REOPEN LOCK",
        "ASKED,        CLOSED, REQUEST_REOPEN APPROVE_REOPEN LOCK",
        "REOPENED,     OPEN,   CLOSE",
        "LOCKED,       LOCKED, REQUEST_UNLOCK",
        "UNLOCK_ASKED, LOCKED, REQUEST_UNLOCK APPROVE_UNLOCK",
    })
    void status_saysWhatMayFollow(String standing, PeriodState state, String next) {
        PeriodStatus status = standing(standing).book().status(subject(standing));
        assertThat(status.state()).isEqualTo(state);
        assertThat(String.join(
                        " ", status.next().stream().map(PeriodAction::name).toList()))
                .isEqualTo(next == null ? "" : next);
    }

    @Test
    void quarterWithOpenParts_isNotClosed_andAllAreNamed() {
        Story story = new Story().closed(Period.parse("2026-08"));
        assertThatThrownBy(() -> story.act(PeriodAction.CLOSE, QUARTER, "c1", ReopenScope.ALL))
                .isInstanceOfSatisfying(KpiException.class, e -> assertThat(e.refusals())
                        .extracting(r -> r.arguments().get(0))
                        .contains("2026-07", "2026-09", "2026-W27", "2026-W39")
                        .doesNotContain("2026-08", "2026-W33", "2026-W40"));
    }

    @Test
    void quarter_isClosedWithItsParts_inOneGo() {
        Story story = new Story().closed(QUARTER);
        assertThat(story.done)
                .extracting(t -> t.period().code())
                .containsExactly("2026-07", "2026-08", "2026-09", "2026-Q3");
        assertThat(story.book().state(Period.parse("2026-W30"))).isEqualTo(PeriodState.CLOSED);
    }

    @Test
    void quarterOfClosedMonths_isClosed_becauseItsWeeksAreToo() {
        Story story = new Story();
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            story.closed(Period.parse(month));
        }
        assertThat(tried(story, PeriodAction.CLOSE, QUARTER, "c1")).isEqualTo("done");
    }

    @Test
    void yearOfRetailWeeks_isClosedWithItsMonthsAndQuarters() {
        RetailCalendar retail = retail();
        Period year = Period.of(retail, Granularity.YEAR, LocalDate.of(2025, 3, 1));
        Story story = new Story().closed(year);
        assertThat(story.done).hasSize(12 + 4 + 1);
        Period week = Period.of(retail, Granularity.WEEK, LocalDate.of(2025, 6, 4));
        assertThat(story.book().state(week)).isEqualTo(PeriodState.CLOSED);
        assertThat(story.book().state(Period.day(LocalDate.of(2025, 6, 4)))).isEqualTo(PeriodState.CLOSED);
    }

    private static RetailCalendar retail() {
        return (RetailCalendar) CalendarRules.read("SA01N454S");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-W28,   CLOSED, 2026-07",
        "2026-07-15, CLOSED, 2026-07",
        "2026-W40,   OPEN,",
        "2026-Q3,    OPEN,",
        "2026-08,    OPEN,",
        "2026-07,    CLOSED,",
    })
    void shorterPeriods_takeTheStrictestStateAbove(String code, PeriodState state, String from) {
        PeriodStatus status = new Story().closed(Period.parse("2026-07")).book().status(Period.parse(code));
        assertThat(status.state()).isEqualTo(state);
        assertThat(status.inheritedFrom().map(Period::code)).isEqualTo(Optional.ofNullable(from));
    }

    @Test
    void lockedYear_locksAllWithinIt_andOnlyItselfIsUnlocked() {
        Story story = new Story().closed(YEAR).then(PeriodAction.LOCK, YEAR, "f1");
        Period may = Period.parse("2025-05");
        PeriodStatus status = story.book().status(may);
        assertThat(status.state()).isEqualTo(PeriodState.LOCKED);
        assertThat(status.inheritedFrom()).contains(YEAR);
        assertThat(status.next()).isEmpty();
        assertThatThrownBy(() -> story.act(PeriodAction.REQUEST_UNLOCK, may, "f1", ReopenScope.ALL))
                .isInstanceOfSatisfying(KpiException.class, e -> assertThat(e.refusals())
                        .extracting(Refusal::code, r -> r.arguments().get(0))
                        .containsExactly(tuple(Code.E_PERIOD_STATE, "2025")));
        story.then(PeriodAction.REQUEST_UNLOCK, YEAR, "f1").then(PeriodAction.APPROVE_UNLOCK, YEAR, "a");
        assertThat(story.book().state(may)).isEqualTo(PeriodState.CLOSED);
    }

    @Test
    void monthOfAClosedQuarter_isReopenedWithTheQuarterOnly() {
        Story story = new Story().closed(QUARTER);
        assertThat(tried(story, PeriodAction.REQUEST_REOPEN, Period.parse("2026-07"), "c1"))
                .isEqualTo("state");
        story.reopened(QUARTER, ReopenScope.ALL);
        PeriodStatus july = story.book().status(Period.parse("2026-07"));
        assertThat(july.state()).isEqualTo(PeriodState.OPEN);
        assertThat(july.inheritedFrom()).contains(QUARTER);
        assertThat(july.reopening()).isPresent();
        assertThat(tried(story, PeriodAction.CLOSE, Period.parse("2026-07"), "c1"))
                .isEqualTo("state");
        assertThat(tried(story, PeriodAction.CLOSE, QUARTER, "c1")).isEqualTo("done");
        assertThat(story.book().state(Period.parse("2026-07"))).isEqualTo(PeriodState.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        // unit, measure, with the scope units MARKETING, measures LEADS
        "MARKETING, LEADS,    OPEN",
        "SEO,       LEADS,    OPEN",
        "SALES,     LEADS,    CLOSED",
        "MARKETING, MKT_COST, CLOSED",
    })
    void reopening_letsInWhatItNames(String unit, String measure, PeriodState state) {
        ReopenScope scope = new ReopenScope(false, Set.of("MARKETING"), Set.of("LEADS"));
        PeriodBook book = new Story().closed(QUARTER).reopened(QUARTER, scope).book();
        Period day = Period.parse("2026-08-11");
        assertThat(book.stateFor(day, unit, measure, (below, above) -> below.equals(above) || below.equals("SEO")))
                .isEqualTo(state);
        assertThat(book.lastDayNotOpen()).contains(QUARTER.endInclusive());
    }

    @Test
    void reopening_endsByItself_afterThreeWorkingDays_whetherRecordedOrNot() {
        Story story = new Story().closed(OCTOBER);
        story.now = Instant.parse("2026-11-19T20:59:59Z"); // Thursday, a second before midnight in Moscow
        story.reopened(OCTOBER, ReopenScope.ALL);
        Instant end = Instant.parse("2026-11-24T21:00:00Z"); // Friday, Monday, Tuesday have passed
        assertThat(story.done.get(story.done.size() - 1).reclosesAt()).contains(end);

        story.now = end.minusNanos(1);
        assertThat(story.book().state(OCTOBER)).isEqualTo(PeriodState.OPEN);
        assertThat(story.book().due()).isEmpty();
        story.now = end;
        assertThat(story.book().state(OCTOBER)).isEqualTo(PeriodState.CLOSED);
        PeriodTransition last = story.book().transitions(OCTOBER).get(3);
        assertThat(last.action()).isEqualTo(PeriodAction.RECLOSE);
        assertThat(last.by()).isEqualTo(PeriodActor.SYSTEM);
        assertThat(last.at()).isEqualTo(end);
        assertThat(story.book().due()).containsExactly(last);

        story.done.addAll(story.book().due());
        assertThat(story.book().due()).isEmpty();
        assertThat(story.book().transitions(OCTOBER)).hasSize(4);
        assertThat(tried(story, PeriodAction.REQUEST_REOPEN, OCTOBER, "c1")).isEqualTo("done");
    }

    @Test
    void holidays_areNotAmongTheThreeWorkingDays() {
        Instant approved = Instant.parse("2026-10-30T09:00:00Z"); // a Friday; Wednesday 4 November is a holiday
        assertThat(PeriodSteps.reclosesAt(approved, MOSCOW, WorkingDays.russia()))
                .isEqualTo("2026-11-05T21:00:00Z");
        assertThat(PeriodSteps.reclosesAt(approved, MOSCOW, WorkingDays.MONDAY_TO_FRIDAY))
                .isEqualTo("2026-11-04T21:00:00Z");
    }

    @Test
    void lastDayNotOpen_isThatOfTheLatestPeriodThatWasClosed() {
        assertThat(new Story().book().lastDayNotOpen()).isEmpty();
        Story story = new Story().closed(OCTOBER).closed(QUARTER);
        assertThat(story.book().lastDayNotOpen()).contains(OCTOBER.endInclusive());
    }

    @Test
    void approval_carriesWhoAskedAndWhy() {
        PeriodTransition approval = standing("REOPENED").done.get(2);
        assertThat(approval.by()).isEqualTo("c2");
        assertThat(approval.requestedBy()).contains("c1");
        assertThat(approval.reason()).contains("late invoice");
        assertThat(approval.scope()).contains(ReopenScope.ALL);
        assertThat(approval.ordinal()).isEqualTo(3);
        assertThat(approval.from()).isEqualTo(PeriodState.CLOSED);
        assertThat(approval.to()).isEqualTo(PeriodState.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '"})
    void requestWithoutReason_isRefused(String reason) {
        Story story = standing("CLOSED");
        assertThatThrownBy(() ->
                        story.steps().requestReopen(OCTOBER, story.actor("c1"), Optional.of(reason), ReopenScope.ALL))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_REASON_MISSING));
    }

    @Test
    void scope_isSaidExplicitly() {
        assertThatThrownBy(() -> new ReopenScope(false, Set.of(), Set.of())).isInstanceOf(KpiException.class);
        assertThatThrownBy(() -> new ReopenScope(true, Set.of("A"), Set.of())).isInstanceOf(KpiException.class);
        assertThat(new ReopenScope(false, Set.of(), Set.of("LEADS")).covers("ANY", "LEADS", String::equals))
                .isTrue();
    }

    @Test
    void fiscalQuarterOfTheSameDays_isTheSamePeriod() {
        FiscalCalendar april = new FiscalCalendar(4, YearLabel.END_YEAR);
        Period fiscal = Period.of(april, Granularity.QUARTER, QUARTER.start());
        Story story = new Story().closed(QUARTER);
        assertThat(story.book().state(fiscal)).isEqualTo(PeriodState.CLOSED);
        assertThat(tried(story, PeriodAction.CLOSE, fiscal, "c2")).isEqualTo("same");
        assertThat(fiscal.code()).isEqualTo("FY2027-Q2");
    }
}
