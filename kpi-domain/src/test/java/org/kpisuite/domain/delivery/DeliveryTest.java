package org.kpisuite.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.delivery.ScheduleTerms.RecipientText;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.report.FileMark;

class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:05Z");
    private static final SendFailure BUSY = new SendFailure("451 try later", true);
    private static final SendFailure UNKNOWN = new SendFailure("550 no such user", false);
    private static final SendReceipt RECEIPT = new SendReceipt(
            "id@kpi",
            "250 OK",
            Optional.of(new FileMark("a".repeat(64), 1)),
            Optional.of(new FileMark("b".repeat(64), 2)));

    private final Delivery delivery = delivery();

    @Test
    void ofTwoThatClaimIt_oneSendsIt() {
        assertThat(delivery.claim(0, NOW)).isTrue();
        assertThat(delivery.claim(0, NOW)).isFalse();
    }

    @Test
    void staleClaim_isNotGiven_whenSomebodyElseTriedMeanwhile() {
        delivery.claim(0, NOW);
        delivery.failed(BUSY, NOW);
        assertThat(delivery.claim(0, NOW)).isFalse();
        assertThat(delivery.claim(1, NOW)).isTrue();
    }

    @Test
    void sent_isNeverClaimedAgain_andKeepsItsReceipt() {
        delivery.claim(0, NOW);
        delivery.sent(RECEIPT, NOW);
        assertThat(delivery.isOpen()).isFalse();
        assertThat(delivery.claim(1, NOW)).isFalse();
        assertThat(delivery.sentAt()).contains(NOW);
        assertThat(delivery.answer()).contains(Answer.said("250 OK"));
        assertThat(delivery.pdf()).contains(new FileMark("a".repeat(64), 1));
        assertThat(delivery.workbook()).contains(new FileMark("b".repeat(64), 2));
    }

    @Test
    void uncertainAndHeld_areNeverSentAgain() {
        delivery.claim(0, NOW);
        delivery.uncertain(Answer.said("no answer"), NOW);
        assertThat(delivery.claim(1, NOW)).isFalse();

        Delivery held = delivery();
        held.hold(Reason.of(Reason.Code.TOO_OLD, "2026-10-01", "9", "3"), NOW);
        assertThat(held.claim(0, NOW)).isFalse();
        assertThat(held.isDue(NOW.plus(Duration.ofDays(1)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 8", "3, 32", "4, 128"})
    void failedByABusyServer_isTriedAgain_laterEachTime(int attempts, long minutes) {
        fail(attempts, BUSY);
        assertThat(delivery.isDue(NOW.plus(Duration.ofMinutes(minutes)).minusSeconds(1)))
                .isFalse();
        assertThat(delivery.isDue(NOW.plus(Duration.ofMinutes(minutes)))).isTrue();
    }

    @Test
    void failedTooOften_orForGood_waitsForAPerson() {
        Instant later = NOW.plus(Duration.ofDays(30));
        fail(Delivery.ATTEMPTS_MAX, BUSY);
        assertThat(delivery.isDue(later)).isFalse();
        assertThat(delivery.isOpen()).isTrue();

        Delivery refused = delivery();
        refused.claim(0, NOW);
        refused.failed(UNKNOWN, NOW);
        assertThat(refused.isDue(later)).isFalse();
        assertThat(refused.claim(1, later)).isTrue();
    }

    @Test
    void filesThatCannotBeMade_failItBeforeItIsClaimed_andCountAsATry() {
        delivery.failed(BUSY, NOW);
        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery.attempts()).isEqualTo(1);
    }

    @Test
    void claimWithoutOutcome_isAbandoned_onlyAfterNoSenderCanWaitAnyMore() {
        assertThat(delivery.isAbandoned(NOW.plus(Duration.ofDays(1)))).isFalse();
        delivery.claim(0, NOW);
        assertThat(delivery.isAbandoned(NOW.plus(Delivery.SENDING_MAX).minusSeconds(1)))
                .isFalse();
        assertThat(delivery.isAbandoned(NOW.plus(Delivery.SENDING_MAX))).isTrue();
    }

    @Test
    void outcomeWithoutClaim_isRefused() {
        assertThatThrownBy(() -> delivery.sent(RECEIPT, NOW))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-DELIVERY-STATE");
        assertThatThrownBy(() -> delivery.uncertain(Answer.said("?"), NOW)).isInstanceOf(KpiException.class);
    }

    @Test
    void whyItWasHeld_isSaidInTheLanguageOfTheReader() {
        delivery.hold(Reason.of(Reason.Code.TOO_OLD, "2026-10-01", "9", "3"), NOW);
        Answer answer = delivery.answer().orElseThrow();
        assertThat(answer.text(Messages.EN))
                .isEqualTo("The last data are of Oct 1, 2026, 9 days old; at most 3 are allowed.");
        assertThat(answer.text(Messages.RU)).contains("за 1 окт. 2026").contains("9 дн.");
        assertThat(delivery.reason().orElseThrow().arguments()).containsExactly("2026-10-01", "9", "3");
    }

    @ParameterizedTest
    @EnumSource
    void everyReason_hasASentenceInBothLanguages(Reason.Code code) {
        Reason reason = Reason.of(code, "one\ntwo", "b", "c", "d", "e");
        assertThat(reason.arguments()).hasSize(5).contains("one two");
        assertThat(reason.text(Messages.EN))
                .isNotEqualTo(reason.text(Messages.RU))
                .doesNotContain("{");
    }

    @Test
    void longAnswers_areCut() {
        delivery.claim(0, NOW);
        delivery.failed(new SendFailure("x".repeat(5_000), true), NOW);
        assertThat(delivery.answer().orElseThrow().words())
                .hasSize(Answer.WORDS_LENGTH_MAX)
                .endsWith("…");
    }

    private void fail(int times, SendFailure failure) {
        for (int i = 0; i < times; i++) {
            assertThat(delivery.claim(i, NOW)).isTrue();
            delivery.failed(failure, NOW);
        }
    }

    private static Delivery delivery() {
        Schedule schedule = new Schedule(
                "MARKETING",
                ScheduleTerms.parse(new ScheduleTerms.Text(
                        "MONDAY", "07:00", "Europe/Moscow", List.of(new RecipientText("a@b.ru", "ru")), true, 3)),
                NOW);
        ReportRun run = new ReportRun(schedule, NOW, Period.parse("2026-Q4"), "schedule", NOW);
        return new Delivery(
                run, DeliveryKind.SCORECARD, schedule.terms().recipients().get(0), NOW);
    }
}
