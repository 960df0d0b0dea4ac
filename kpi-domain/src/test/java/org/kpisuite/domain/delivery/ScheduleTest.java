package org.kpisuite.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.delivery.ScheduleTerms.RecipientText;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;

class ScheduleTest {
    private static final Instant MADE = Instant.parse("2026-11-17T10:00:00Z");
    private static final Instant SLOT = Instant.parse("2026-11-23T04:00:00Z");
    private static final RecipientText ANNA = new RecipientText("anna@example.ru", "ru");

    private final Schedule schedule = new Schedule("MARKETING", terms("07:00", true), MADE);

    @Test
    void slotBeforeTheScheduleWasMade_neverFires() {
        assertThat(schedule.due(MADE.plusSeconds(60))).isEmpty();
    }

    @Test
    void slotThatCame_isDue_alsoLate() {
        assertThat(schedule.due(SLOT.minusSeconds(1))).isEmpty();
        assertThat(schedule.due(SLOT)).contains(SLOT);
        assertThat(schedule.due(SLOT.plusSeconds(86_400))).contains(SLOT);
    }

    @Test
    void movedToAnEarlierTime_doesNotFireForTheTimeThatHasPassed() {
        schedule.change("MARKETING", terms("06:00", true), SLOT.minusSeconds(60));
        assertThat(schedule.due(SLOT)).isEmpty();
        assertThat(schedule.nextSlot(SLOT)).isEqualTo(Instant.parse("2026-11-30T03:00:00Z"));
    }

    @Test
    void switchedOff_isNeverDue_andOnAgain_notForWhatItMissed() {
        schedule.change("MARKETING", terms("07:00", false), MADE);
        assertThat(schedule.due(SLOT)).isEmpty();
        schedule.change("MARKETING", terms("07:00", true), SLOT.plusSeconds(60));
        assertThat(schedule.due(SLOT.plusSeconds(120))).isEmpty();
    }

    @Test
    void changedRecipients_keepTheSlotThatIsDue() {
        schedule.change("MARKETING", terms("07:00", true), SLOT.plusSeconds(10));
        assertThat(schedule.due(SLOT.plusSeconds(20))).contains(SLOT);
    }

    @Test
    void anotherUnit_isRefused() {
        assertThatThrownBy(() -> schedule.change("SALES", terms("07:00", true), MADE))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-FIELD-VALUE");
    }

    @Test
    void runByHand_takesTheLastSlot_unlessToldAnother() {
        Instant now = SLOT.plusSeconds(5_000);
        assertThat(schedule.asOf(Optional.empty(), now)).isEqualTo(SLOT);
        assertThat(schedule.asOf(Optional.of(Instant.parse("2026-10-05T04:00:00.123456789Z")), now))
                .isEqualTo(Instant.parse("2026-10-05T04:00:00.123456Z"));
        assertThatThrownBy(() -> schedule.asOf(Optional.of(now.plusSeconds(1)), now))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("asOf");
    }

    @Test
    void run_isAboutTheQuarterOfTheDayBefore() {
        ZoneId moscow = ZoneId.of("Europe/Moscow");
        assertThat(run("2027-01-01T04:00:00Z", moscow).period()).hasToString("2026-Q4");
        assertThat(run("2027-01-02T04:00:00Z", moscow).period()).hasToString("2027-Q1");
        assertThat(run("2027-01-01T20:59:59Z", moscow).period()).hasToString("2026-Q4");
        assertThat(run("2027-01-01T21:00:00Z", moscow).period()).hasToString("2027-Q1");
    }

    @Test
    void everythingWrongWithTheTerms_isRefusedAtOnce() {
        var text = new ScheduleTerms.Text(
                "MOONDAY",
                "7:65",
                "Mars/Olympus",
                List.of(new RecipientText("anna", "ru"), ANNA, new RecipientText("Anna@EXAMPLE.ru", "de")),
                true,
                0);
        KpiException refused = catchThrowableOfType(KpiException.class, () -> ScheduleTerms.parse(text));
        assertThat(refused.refusals())
                .extracting(Refusal::column)
                .containsExactly(
                        "dayOfWeek", "time", "zone", "recipients[0].email", "recipients[2].locale", "maxDataAgeDays");
        assertThat(refused.refusals()).allSatisfy(r -> {
            assertThat(r.message(Messages.EN)).doesNotContain("{");
            assertThat(r.message(Messages.RU)).doesNotContain("{");
        });
    }

    @Test
    void sameAddressInOtherLetters_isRefused() {
        KpiException refused = catchThrowableOfType(
                KpiException.class, () -> parse(List.of(ANNA, new RecipientText("Anna@Example.RU", "en"))));
        assertThat(refused.refusals())
                .extracting(Refusal::code, Refusal::column)
                .containsExactly(tuple(Code.E_RECIPIENT_TWICE, "recipients[1].email"));
    }

    @Test
    void noRecipients_andTooMany_areRefused() {
        assertThat(catchThrowableOfType(KpiException.class, () -> parse(List.of()))
                        .code())
                .isEqualTo(Code.E_FIELD_MISSING);
        List<RecipientText> many = new ArrayList<>();
        for (int i = 0; i < ScheduleTerms.RECIPIENTS_MAX; i++) {
            many.add(new RecipientText("r" + i + "@example.ru", "en"));
        }
        assertThat(parse(many).recipients()).hasSize(200);
        many.add(ANNA);
        assertThat(catchThrowableOfType(KpiException.class, () -> parse(many)).code())
                .isEqualTo(Code.E_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.ru",
                "anna@",
                "anna@example.ru\r\nBcc: all@example.ru",
                "anna@example.ru\nX: y",
                "anna@example.ru, boris@example.ru",
                "Anna <anna@example.ru>",
                "anna@example..ru",
                "anna@-example.ru",
                ".anna@example.ru",
                "anna smith@example.ru",
                "анна@пример.рф",
                "\"anna\"@example.ru",
                "anna@example.ru\u0000"
            })
    void notAnAddress(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"anna@example.ru", "a.b+c@mail.example.ru", "kpi@localhost", "o'neil@xn--e1afmkfd.xn--p1ai"})
    void anAddress(String text) {
        assertThat(EmailAddress.parse(" " + text + "\t").orElseThrow()).hasToString(text);
    }

    @Test
    void hostOfAnAddress_isKeptInLowerCase_theNameAsGiven() {
        assertThat(new EmailAddress("Anna@Example.RU")).hasToString("Anna@example.ru");
    }

    @Test
    void addressesThatAreTooLong_areNone() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.ru")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(126) + "ru")).isEmpty();
    }

    private ReportRun run(String asOf, ZoneId zone) {
        return new ReportRun(
                schedule,
                Instant.parse(asOf),
                CompanyCalendar.STANDARD.reportedQuarter(Instant.parse(asOf), zone),
                "controller",
                MADE);
    }

    private static ScheduleTerms terms(String time, boolean enabled) {
        return ScheduleTerms.parse(new ScheduleTerms.Text("monday", time, "Europe/Moscow", List.of(ANNA), enabled, 3));
    }

    private static ScheduleTerms parse(List<RecipientText> recipients) {
        return ScheduleTerms.parse(new ScheduleTerms.Text("MONDAY", "07:00", "Europe/Moscow", recipients, true, 3));
    }

    static Recipient recipient(String email, String locale) {
        return new Recipient(new EmailAddress(email), Locale.forLanguageTag(locale));
    }
}
