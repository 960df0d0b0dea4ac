package org.kpisuite.domain.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.FileMark;

/**
 * One mail to one recipient of one run, from plan to outcome.
 *
 * <p>Whoever sends it claims it first, in a transaction of its own: of two that try, one gets it. A claim without an
 * outcome means that the sender died in between; nobody knows whether the mail arrived, so it is not sent again.
 */
@Entity
@Table(name = "delivery")
public class Delivery {
    /** Tries by itself; a person may try more often. */
    public static final int ATTEMPTS_MAX = 5;

    /** No sender waits longer than this for a server; a claim older than this has lost its sender. */
    public static final Duration SENDING_MAX = Duration.ofMinutes(15);

    private static final Duration RETRY_FIRST = Duration.ofMinutes(2);
    private static final int RETRY_FACTOR = 4;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_seq")
    @SequenceGenerator(name = "delivery_seq", sequenceName = "delivery_seq", allocationSize = 100)
    private long id;

    @Column(name = "run_id")
    private long runId;

    @Column(name = "schedule_id")
    private long scheduleId;

    @Column(name = "unit_code")
    private String unit;

    private String period;

    @Column(name = "as_of")
    private Instant asOf;

    @Enumerated(EnumType.STRING)
    private DeliveryKind kind;

    private String recipient;
    private String locale;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;
    private boolean retryable;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "claimed_at")
    private @Nullable Instant claimedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "message_id")
    private @Nullable String messageId;

    private @Nullable String answer;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason_code")
    private Reason.@Nullable Code reasonCode;

    @Column(name = "reason_arguments")
    private @Nullable String reasonArguments;

    @Column(name = "pdf_sha256")
    private @Nullable String pdfHash;

    @Column(name = "pdf_bytes")
    private @Nullable Long pdfBytes;

    @Column(name = "workbook_sha256")
    private @Nullable String workbookHash;

    @Column(name = "workbook_bytes")
    private @Nullable Long workbookBytes;

    @Version
    private long version;

    protected Delivery() {}

    public Delivery(ReportRun run, DeliveryKind kind, Recipient to, Instant now) {
        this.runId = run.id();
        this.scheduleId = run.scheduleId();
        this.unit = run.unit();
        this.period = run.period().key();
        this.asOf = run.asOf();
        this.kind = kind;
        this.recipient = to.email().text();
        this.locale = to.locale().getLanguage();
        this.state = DeliveryState.PLANNED;
        this.retryable = true;
        this.plannedAt = now;
    }

    /** Whether it was not sent, and sending it cannot send it twice. */
    public boolean isOpen() {
        return state.next().contains(DeliveryState.SENDING);
    }

    /** Whether it should be tried now without anybody asking: at first, and later each time after a longer pause. */
    public boolean isDue(Instant now) {
        return isOpen()
                && retryable
                && attempts < ATTEMPTS_MAX
                && (endedAt == null || !now.isBefore(endedAt.plus(pause())));
    }

    /** 2, 8, 32, 128 minutes. */
    private Duration pause() {
        Duration pause = RETRY_FIRST;
        for (int i = 1; i < attempts; i++) {
            pause = pause.multipliedBy(RETRY_FACTOR);
        }
        return pause;
    }

    /**
     * Claims it for sending.
     *
     * @param attemptsSeen how often it had been tried when the caller decided to send it
     * @return whether the caller is the one to send it; false if somebody else was faster
     */
    public boolean claim(int attemptsSeen, Instant now) {
        if (!isOpen() || attempts != attemptsSeen) {
            return false;
        }
        move(DeliveryState.SENDING);
        attempts++;
        claimedAt = now;
        endedAt = null;
        answer(null);
        return true;
    }

    /** The server took it over. Refuses E-DELIVERY-STATE unless it was claimed. */
    public void sent(SendReceipt receipt, Instant now) {
        move(DeliveryState.SENT);
        messageId = receipt.messageId();
        pdfHash = receipt.pdf().map(FileMark::sha256).orElse(null);
        pdfBytes = receipt.pdf().map(FileMark::bytes).orElse(null);
        workbookHash = receipt.workbook().map(FileMark::sha256).orElse(null);
        workbookBytes = receipt.workbook().map(FileMark::bytes).orElse(null);
        end(Answer.said(receipt.answer()), now);
    }

    /** It certainly did not go out. Refuses E-DELIVERY-STATE once it was sent. */
    public void failed(SendFailure failure, Instant now) {
        boolean tried = state == DeliveryState.SENDING;
        move(DeliveryState.FAILED);
        // Where the files could not be made, nobody claimed it; that too was a try, or it would be tried for ever.
        attempts += tried ? 0 : 1;
        retryable = failure.retryable();
        end(failure.answer(), now);
    }

    /** The answer was lost after the mail had been handed over. Refuses E-DELIVERY-STATE unless it was claimed. */
    public void uncertain(Answer known, Instant now) {
        move(DeliveryState.UNCERTAIN);
        end(known, now);
    }

    /** It must not be sent. Refuses E-DELIVERY-STATE once it was sent. */
    public void hold(Reason reason, Instant now) {
        move(DeliveryState.HELD);
        end(Answer.because(reason), now);
    }

    /** Whether its sender died between claim and outcome. */
    public boolean isAbandoned(Instant now) {
        return state == DeliveryState.SENDING && claimedAt != null && !now.isBefore(claimedAt.plus(SENDING_MAX));
    }

    private void end(Answer known, Instant now) {
        answer(known);
        endedAt = now;
    }

    private void answer(@Nullable Answer known) {
        Optional<Reason> reason = Optional.ofNullable(known).flatMap(Answer::reason);
        answer = known == null || reason.isPresent() ? null : known.words();
        reasonCode = reason.map(Reason::code).orElse(null);
        reasonArguments = reason.map(Reason::stored).orElse(null);
    }

    private void move(DeliveryState to) {
        if (!state.next().contains(to)) {
            throw new KpiException(Code.E_DELIVERY_STATE, recipient, state.name(), to.name());
        }
        state = to;
    }

    public long id() {
        return id;
    }

    public long runId() {
        return runId;
    }

    public long scheduleId() {
        return scheduleId;
    }

    public String unit() {
        return unit;
    }

    public Period period() {
        return Period.ofKey(period);
    }

    public Instant asOf() {
        return asOf;
    }

    public DeliveryKind kind() {
        return kind;
    }

    public EmailAddress recipient() {
        return new EmailAddress(recipient);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public DeliveryState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    /** Whether a further try by itself may come; of use while it FAILED. */
    public boolean isRetryable() {
        return retryable;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    /** When the last try had its outcome. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** When the server took it over. */
    public Optional<Instant> sentAt() {
        return state == DeliveryState.SENT ? endedAt() : Optional.empty();
    }

    public Optional<String> messageId() {
        return Optional.ofNullable(messageId);
    }

    /** What the server said, or why nothing was sent. */
    public Optional<Answer> answer() {
        return reason().map(Answer::because)
                .or(() -> Optional.ofNullable(answer).map(Answer::said));
    }

    /** Why the house itself did not send it; empty where it was sent, or the server refused it. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reasonCode)
                .map(code -> Reason.ofStored(code, Objects.requireNonNull(reasonArguments)));
    }

    public Optional<FileMark> pdf() {
        return pdfHash == null || pdfBytes == null ? Optional.empty() : Optional.of(new FileMark(pdfHash, pdfBytes));
    }

    public Optional<FileMark> workbook() {
        return workbookHash == null || workbookBytes == null
                ? Optional.empty()
                : Optional.of(new FileMark(workbookHash, workbookBytes));
    }

    /** Whether it was sent with that file. */
    public boolean brings(FileMark file) {
        return pdf().filter(file::equals).isPresent()
                || workbook().filter(file::equals).isPresent();
    }
}
