package org.kpisuite.web.api;

import java.time.Instant;
import java.util.List;
import org.kpisuite.domain.delivery.Recipient;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.domain.delivery.ScheduleTerms;

/** A schedule as sent, with the slots around now. */
public record ScheduleView(
        long id,
        String unit,
        String dayOfWeek,
        String time,
        String zone,
        List<RecipientView> recipients,
        boolean enabled,
        int maxDataAgeDays,
        String lastSlot,
        String nextSlot,
        long version) {

    /** A recipient as sent. */
    public record RecipientView(String email, String locale) {
        static RecipientView of(Recipient recipient) {
            return new RecipientView(
                    recipient.email().text(), recipient.locale().getLanguage());
        }
    }

    static ScheduleView of(Schedule schedule, Instant now) {
        ScheduleTerms terms = schedule.terms();
        return new ScheduleView(
                schedule.id(),
                schedule.unit(),
                terms.slot().day().name(),
                terms.slot().time().toString(),
                terms.slot().zone().getId(),
                terms.recipients().stream().map(RecipientView::of).toList(),
                terms.enabled(),
                terms.maxDataAgeDays(),
                schedule.lastSlot(now).toString(),
                schedule.nextSlot(now).toString(),
                schedule.version());
    }
}
