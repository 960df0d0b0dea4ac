package org.kpisuite.ejb.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kpisuite.domain.delivery.Answer;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.Reason;
import org.kpisuite.domain.delivery.SendFailure;
import org.kpisuite.domain.delivery.SendReceipt;
import org.kpisuite.domain.report.FileMark;
import org.kpisuite.domain.report.ReportFormat;

/** Sends the mails of one run, one after the other: claimed, sent, written down. */
final class Dispatch {
    private static final Logger LOG = Logger.getLogger(Dispatch.class.getName());

    private final DeliveryLedger ledger;
    private final MailTransport transport;
    private Optional<SendFailure> unreachable = Optional.empty();

    Dispatch(DeliveryLedger ledger, MailTransport transport) {
        this.ledger = ledger;
        this.transport = transport;
    }

    /** Sends one mail, unless somebody else does; fails it untried once the server turned out to be unreachable. */
    void send(Delivery delivery, Letter letter) {
        if (unreachable.isPresent()) {
            ledger.failOpen(List.of(delivery.id()), unreachable.get());
            return;
        }
        if (!ledger.claim(delivery.id(), delivery.attempts())) {
            return;
        }
        SendOutcome outcome;
        try {
            outcome = transport.send(letter.to(delivery));
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString();
            LOG.log(Level.SEVERE, e, () -> "Incident " + incident + " sending delivery " + delivery.id());
            ledger.uncertain(delivery.id(), Answer.because(Reason.of(Reason.Code.INCIDENT, incident)));
            return;
        }
        writeDown(delivery, letter, outcome);
    }

    private void writeDown(Delivery delivery, Letter letter, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            ledger.sent(delivery.id(), receipt(accepted, letter));
        } else if (outcome instanceof SendOutcome.Refused refused) {
            ledger.failed(delivery.id(), refused.failure());
        } else if (outcome instanceof SendOutcome.Unreachable nobody) {
            SendFailure failure = new SendFailure(nobody.words(), true);
            unreachable = Optional.of(failure);
            ledger.failed(delivery.id(), failure);
        } else if (outcome instanceof SendOutcome.AnswerLost lost) {
            ledger.uncertain(delivery.id(), Answer.said(lost.words()));
        }
    }

    private static SendReceipt receipt(SendOutcome.Accepted accepted, Letter letter) {
        return new SendReceipt(
                accepted.messageId(),
                accepted.answer(),
                mark(letter, ReportFormat.PDF),
                mark(letter, ReportFormat.XLSX));
    }

    private static Optional<FileMark> mark(Letter letter, ReportFormat format) {
        return letter.files().stream()
                .filter(f -> f.format() == format)
                .map(MailFile::mark)
                .findFirst();
    }
}
