package org.kpisuite.ejb.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.EmailAddress;
import org.kpisuite.domain.delivery.SendFailure;

class SmtpTransportTest {
    private static final Instant SLOT = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void accepted_withTheServersWords() throws IOException {
        SendOutcome outcome = send(Map.of(".", "250 2.0.0 queued as 4711"));
        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Accepted.class, a -> {
            assertThat(a.answer()).isEqualTo("250 2.0.0 queued as 4711");
            assertThat(a.messageId()).matches("[0-9a-f]{32}@example\\.ru");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.3.0 try later, true",
        "MAIL, 550 5.7.1 not from you, false",
        "RCPT, 450 4.2.1 mailbox busy, true",
        "RCPT, 550 5.1.1 no such user, false",
        "DATA, 452 4.3.1 no space, true",
        "DATA, 554 5.5.1 no, false",
        "., 451 4.7.1 greylisted, true",
        "., 552 5.3.4 too large, false"
    })
    void refused_byReplyCode(String command, String reply, boolean retryable) throws IOException {
        SendOutcome outcome = send(Map.of(command, reply));
        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Refused.class, r -> {
            assertThat(r.failure().answer().words()).contains(reply);
            assertThat(r.failure().retryable()).isEqualTo(retryable);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void brokenBeforeTheMailWasHandedOver_isCertainlyNotSent(String command) throws IOException {
        SendOutcome outcome = send(Map.of(command, ScriptedSmtp.HANG_UP));
        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Refused.class, r -> assertThat(
                        r.failure().retryable())
                .isTrue());
    }

    @Test
    void brokenAfterTheMailWasHandedOver_isUncertain() throws IOException {
        assertThat(send(Map.of(".", ScriptedSmtp.HANG_UP))).isInstanceOf(SendOutcome.AnswerLost.class);
    }

    @Test
    void noAnswerAfterTheMailWasHandedOver_isUncertain() throws IOException {
        // Neither answer nor end of line: the client waits until its time is up.
        assertThat(send(Map.of(".", "250-wait"))).isInstanceOf(SendOutcome.AnswerLost.class);
    }

    @Test
    void serverThatHangsUpInsteadOfSayingGoodbye_hasTakenTheMailAllTheSame() throws IOException {
        assertThat(send(Map.of("QUIT", ScriptedSmtp.HANG_UP))).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void nobodyThere_isUnreachable() throws IOException {
        ScriptedSmtp gone = new ScriptedSmtp(Map.of());
        gone.close();
        assertThat(send(gone.url())).isInstanceOf(SendOutcome.Unreachable.class);
    }

    @Test
    void wrongPassword_isUnreachable_soThatTheOthersAreNotTried() throws IOException {
        try (ScriptedSmtp server =
                new ScriptedSmtp(Map.of("EHLO", "250-here\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 bad credentials"))) {
            String url = server.url().replace("smtp://", "smtp://kpi:wrong@");
            assertThat(send(url)).isInstanceOfSatisfying(SendOutcome.Unreachable.class, u -> assertThat(u.words())
                    .contains("535")
                    .doesNotContain("wrong"));
        }
    }

    @Test
    void sameMail_keepsItsId_andAnotherRecipientHasAnother() {
        MailForm form = form();
        assertThat(form.messageId(mail("a@example.ru"))).isEqualTo(form.messageId(mail("a@example.ru")));
        assertThat(form.messageId(mail("a@example.ru"))).isNotEqualTo(form.messageId(mail("b@example.ru")));
    }

    @Test
    void url_namesServerAndCredentials() {
        SmtpServer server = SmtpServer.parse("smtps://kpi%40example.ru:p%3Ass+w@mail.example.ru");
        assertThat(server.tls()).isTrue();
        assertThat(server.host()).isEqualTo("mail.example.ru");
        assertThat(server.port()).isEqualTo(465);
        assertThat(server.credentials()).contains(new SmtpServer.Credentials("kpi@example.ru", "p:ss+w"));
        assertThat(server.toString()).doesNotContain("p:ss");
        assertThat(SmtpServer.parse("smtp://localhost"))
                .isEqualTo(new SmtpServer(false, "localhost", 25, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://secret:secret@host", "smtp://kpi:secret@", "smtp://kpi:se cret@host:1", "secret"})
    void otherUrls_areRefused_withoutRepeatingThePassword(String url) {
        assertThatThrownBy(() -> SmtpServer.parse(url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KPI_SMTP_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void senderThatIsNoAddress_isRefused_withTheNameOfTheSetting() {
        assertThatThrownBy(() -> new MailForm("not an address", Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KPI_MAIL_FROM");
    }

    private static SendOutcome send(Map<String, String> answers) throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(answers)) {
            return send(server.url());
        }
    }

    private static SendOutcome send(String url) {
        return new SmtpTransport(SmtpServer.parse(url), form(), Duration.ofMillis(700)).send(mail("anna@example.ru"));
    }

    private static MailForm form() {
        return new MailForm("KPI Suite <kpi@example.ru>", Clock.fixed(SLOT, ZoneOffset.UTC));
    }

    private static OutgoingMail mail(String to) {
        return new OutgoingMail(
                new OutgoingMail.Mark(1, SLOT, "M", DeliveryKind.SCORECARD),
                new EmailAddress(to),
                Locale.ENGLISH,
                "Hello",
                "text\n",
                List.of());
    }

    @Test
    void failureWords_areOnOneLine() throws IOException {
        SendOutcome outcome = send(Map.of("RCPT", "550-first line\r\n550 second line"));
        SendFailure failure = ((SendOutcome.Refused) outcome).failure();
        assertThat(failure.answer().words())
                .contains("first line")
                .contains("second line")
                .doesNotContain("\n");
    }
}
