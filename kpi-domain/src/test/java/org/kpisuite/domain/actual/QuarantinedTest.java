package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.failure.KpiException;

class QuarantinedTest {
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");

    private static Quarantined row(QuarantineState state, String reason) {
        Quarantined.Key key =
                new Quarantined.Key("SALES", "LEADS", "", "", Period.parse("2026-08-31"), Scenario.AC, "CRM");
        return new Quarantined(
                1, 7, 2, key, BigDecimal.TEN, BigDecimal.ONE, NOW, reason, "anna", NOW, state, null, null);
    }

    private static Quarantined.Step by(String login, String reason) {
        return new Quarantined.Step(login, NOW, reason);
    }

    @Test
    void lightRow_isAcceptedByOne_withTheReasonOfTheRowOrOfTheDecision() {
        Quarantined accepted = row(QuarantineState.OPEN, null).accept(by("anna", "late"), false);
        assertThat(accepted.state()).isEqualTo(QuarantineState.ACCEPTED);
        assertThat(accepted.effectiveReason()).contains("late");
        assertThat(row(QuarantineState.OPEN, "its own")
                        .accept(by("anna", null), false)
                        .effectiveReason())
                .contains("its own");
        assertThatThrownBy(() -> row(QuarantineState.OPEN, " ").accept(by("anna", ""), false))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-REASON-MISSING");
    }

    @Test
    void heavyRow_isProposedByOne_andConfirmedByAnother() {
        Quarantined proposed = row(QuarantineState.OPEN, null).accept(by("anna", "late"), true);
        assertThat(proposed.state()).isEqualTo(QuarantineState.PROPOSED);
        assertThat(proposed.decision()).isNull();
        assertThatThrownBy(() -> proposed.accept(by("anna", "late"), true))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-FOUR-EYES");
        Quarantined accepted = proposed.accept(by("boris", null), true);
        assertThat(accepted.state()).isEqualTo(QuarantineState.ACCEPTED);
        assertThat(accepted.proposal().by()).isEqualTo("anna");
        assertThat(accepted.decision().by()).isEqualTo("boris");
        assertThat(accepted.effectiveReason()).contains("late");
    }

    @Test
    void rejection_takesAReasonOfItsOwn() {
        assertThatThrownBy(() -> row(QuarantineState.OPEN, "its own").reject(by("anna", null)))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-REASON-MISSING");
        assertThat(row(QuarantineState.PROPOSED, null)
                        .reject(by("anna", "wrong"))
                        .state())
                .isEqualTo(QuarantineState.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "HISTORY", "REJECTED", "REPLACED", "WITHDRAWN"})
    void decidedRow_isNotDecidedAgain(QuarantineState state) {
        List<Runnable> decisions = List.of(
                () -> row(state, "late").accept(by("anna", "late"), false),
                () -> row(state, "late").acceptForHistory(by("anna", "late")),
                () -> row(state, "late").reject(by("anna", "late")));
        for (Runnable decision : decisions) {
            assertThatThrownBy(decision::run)
                    .isInstanceOf(KpiException.class)
                    .hasMessageContaining("E-QUARANTINE-STATE");
        }
    }

    /** Received on Monday 5 October: twenty working days are over after Monday 2 November. */
    @ParameterizedTest
    @CsvSource({"2026-11-02, false", "2026-11-03, true"})
    void twentyWorkingDays_areTheTimeToDecide(LocalDate today, boolean over) {
        LocalDate received = LocalDate.of(2026, 10, 5);
        assertThat(row(QuarantineState.OPEN, null).isOver(received, today, WorkingDays.MONDAY_TO_FRIDAY))
                .isEqualTo(over);
        assertThat(row(QuarantineState.ACCEPTED, null).isOver(received, today, WorkingDays.MONDAY_TO_FRIDAY))
                .isFalse();
    }

    private static ScoreChange change(String before, String after, ScoreChange.GateChange... gates) {
        return new ScoreChange(
                "SALES",
                Period.parse("2026-Q3"),
                1,
                before == null ? null : new BigDecimal(before),
                after == null ? null : new BigDecimal(after),
                List.of(),
                List.of(gates));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "100, 100.4999999999, false",
                "100, 100.5, true",
                "100.5, 100.00, true",
                "100, 99.51, false",
                "-, 100, true",
                "100, -, true",
                "-, -, false"
            })
    void halfAPoint_orAScoreThatComesOrGoes_takesTwoPeople(String before, String after, boolean two) {
        assertThat(change(before, after).needsFourEyes()).isEqualTo(two);
    }

    @Test
    void gateDecidedOtherwise_takesTwoPeople_whateverTheScore() {
        ScoreChange change = change("80", "80", new ScoreChange.GateChange("LEADS", "PASS", "FAIL"));
        assertThat(change.needsFourEyes()).isTrue();
        assertThat(ScoreChange.needFourEyes(List.of(change("80", "80.1"), change)))
                .isTrue();
        assertThat(ScoreChange.needFourEyes(List.of(change("80", "80.1")))).isFalse();
    }
}
