package org.kpisuite.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.report.FileMark;

/**
 * A mail of the send log as sent.
 *
 * @param kind SCORECARD, or NOTICE to a controller that it was held
 * @param state PLANNED, SENDING, SENT, FAILED, UNCERTAIN, HELD
 * @param answer of the mail server, or why nothing was sent in the language of the request
 * @param reason the same as a code; null where the server said it
 */
public record DeliveryView(
        long id,
        long run,
        long schedule,
        String unit,
        String period,
        String asOf,
        String kind,
        String recipient,
        String locale,
        String state,
        int attempts,
        String plannedAt,
        @Nullable String endedAt,
        @Nullable String sentAt,
        @Nullable String messageId,
        @Nullable String answer,
        @Nullable ReasonView reason,
        @Nullable FileView pdf,
        @Nullable FileView xlsx) {

    /** What proves which file it was. */
    public record FileView(String sha256, long bytes) {
        static @Nullable FileView of(Optional<FileMark> file) {
            return file.map(f -> new FileView(f.sha256(), f.bytes())).orElse(null);
        }
    }

    /** Why the house itself did not send it. */
    public record ReasonView(String code, List<String> arguments) {}

    static DeliveryView of(Delivery delivery, Locale locale) {
        return new DeliveryView(
                delivery.id(),
                delivery.runId(),
                delivery.scheduleId(),
                delivery.unit(),
                delivery.period().code(),
                delivery.asOf().toString(),
                delivery.kind().name(),
                delivery.recipient().text(),
                delivery.locale().getLanguage(),
                delivery.state().name(),
                delivery.attempts(),
                delivery.plannedAt().toString(),
                delivery.endedAt().map(Instant::toString).orElse(null),
                delivery.sentAt().map(Instant::toString).orElse(null),
                delivery.messageId().orElse(null),
                delivery.answer().map(a -> a.text(locale)).orElse(null),
                delivery.reason()
                        .map(r -> new ReasonView(r.code().name(), r.arguments()))
                        .orElse(null),
                FileView.of(delivery.pdf()),
                FileView.of(delivery.workbook()));
    }
}
