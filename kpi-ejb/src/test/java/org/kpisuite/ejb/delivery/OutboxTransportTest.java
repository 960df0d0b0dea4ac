package org.kpisuite.ejb.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.ejb.delivery.Bench.ANNA;
import static org.kpisuite.ejb.delivery.Bench.CAROL;
import static org.kpisuite.ejb.delivery.Bench.SLOT;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.DeliveryState;
import org.kpisuite.domain.delivery.EmailAddress;
import org.kpisuite.domain.report.FileMark;
import org.kpisuite.ejb.storage.TestDatabase;

class OutboxTransportTest {

    @TempDir
    private Path folder;

    @Test
    void run_leavesOneFileForEachRecipient_readableWithBothAttachments() throws Exception {
        try (Bench bench = Bench.withOutbox(TestDatabase.H2, folder)) {
            long schedule = bench.schedule(3, ANNA, CAROL);
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));

            String start = "2026-11-23T040000Z_MARKETING_";
            assertThat(files())
                    .containsExactly(
                            start + "anna@example.ru_" + schedule + ".eml",
                            start + "carol@example.com_" + schedule + ".eml");
            MimeMessage mail = read(files().get(0));
            assertThat(mail.getSubject()).startsWith("[KPI] Маркетинг 2026-Q4 по 22.11: ");
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.ru");
            assertThat(MailText.of(mail)).contains("Маркетинг").contains("Торговый дом");
            List<BodyPart> attachments = MailText.attachments(mail);
            assertThat(attachments)
                    .extracting(BodyPart::getFileName)
                    .containsExactly(
                            "scorecard-MARKETING-2026-Q4-2026-11-23-ru.pdf",
                            "scorecard-MARKETING-2026-Q4-2026-11-23-ru.xlsx");
            Delivery delivery = bench.scorecards(schedule).get(0);
            assertThat(delivery.state()).isEqualTo(DeliveryState.SENT);
            assertThat(delivery.answer().orElseThrow().words()).isEqualTo(files().get(0));
            assertThat(mail.getMessageID()).isEqualTo("<" + delivery.messageId().orElseThrow() + ">");
            assertThat(mark(attachments.get(0))).isEqualTo(delivery.pdf().orElseThrow());
            assertThat(mark(attachments.get(1))).isEqualTo(delivery.workbook().orElseThrow());
            assertThat(bytes(attachments.get(0))).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void english_isWrittenInEnglish() throws Exception {
        try (Bench bench = Bench.withOutbox(TestDatabase.H2, folder)) {
            bench.runner().runWhenDue(new RunKey(bench.schedule(3, CAROL), SLOT));
            MimeMessage mail = read(files().get(0));
            assertThat(mail.getSubject()).startsWith("[KPI] Marketing 2026-Q4 to 22 Nov: ");
            assertThat(MailText.of(mail)).contains("Trade House");
            assertThat(mail.getContentLanguage()).containsExactly("en");
        }
    }

    @Test
    void folderThatCannotBeWritten_failsTheMail() throws Exception {
        Files.writeString(folder.resolve("outbox"), "in the way");
        try (Bench bench = Bench.withOutbox(TestDatabase.H2, folder)) {
            long schedule = bench.schedule(3, ANNA, CAROL);
            bench.runner().runWhenDue(new RunKey(schedule, SLOT));
            assertThat(bench.scorecards(schedule)).extracting(Delivery::state).containsOnly(DeliveryState.FAILED);
        }
    }

    @Test
    void addressesThatFileNamesCannotHold_keepTheirFilesApart() throws Exception {
        OutboxTransport outbox = new OutboxTransport(
                folder.resolve("outbox"), new MailForm("kpi@localhost", Clock.fixed(SLOT, ZoneOffset.UTC)));
        outbox.send(mail("a/b@example.ru", "one"));
        outbox.send(mail("a*b@example.ru", "two"));
        outbox.send(mail("x".repeat(64) + "@" + "y".repeat(60) + "." + "z".repeat(60) + ".ru", "three"));
        assertThat(files()).hasSize(3).allSatisfy(f -> assertThat(f)
                .matches("2026-11-23T040000Z_M_[A-Za-z0-9@._-]{1,120}_1\\.eml"));
    }

    @Test
    void lineBreaksInASubject_beginNoHeader() throws Exception {
        OutboxTransport outbox = new OutboxTransport(
                folder.resolve("outbox"), new MailForm("Отчёты <kpi@example.ru>", Clock.fixed(SLOT, ZoneOffset.UTC)));
        outbox.send(mail("a@example.ru", "Hello\r\nBcc: all@example.ru\n\nbody"));
        MimeMessage mail = read(files().get(0));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Hello Bcc: all@example.ru body");
        assertThat(mail.getFrom()[0].toString()).contains("kpi@example.ru");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Отчёты");
    }

    private static OutgoingMail mail(String to, String subject) {
        return new OutgoingMail(
                new OutgoingMail.Mark(1, SLOT, "M", DeliveryKind.SCORECARD),
                new EmailAddress(to),
                Locale.ENGLISH,
                subject,
                "text\n",
                List.of());
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private MimeMessage read(String file) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve("outbox").resolve(file))) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static byte[] bytes(BodyPart part) throws Exception {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static FileMark mark(BodyPart part) throws Exception {
        return FileMark.of(bytes(part));
    }
}
