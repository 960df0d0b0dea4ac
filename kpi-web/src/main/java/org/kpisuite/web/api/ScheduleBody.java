package org.kpisuite.web.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.delivery.ScheduleTerms;
import org.kpisuite.domain.delivery.ScheduleTerms.RecipientText;

/** A schedule as given. What may be left out: zone and languages (those of the company), enabled, maxDataAgeDays. */
record ScheduleBody(String unit, ScheduleTerms.Text terms) {
    private static final int DATA_AGE_DAYS_USUAL = 7;

    static ScheduleBody of(Body body, ZoneId zone, Locale locale) {
        String unit = body.requiredText("unit");
        String day = body.requiredText("dayOfWeek");
        String time = body.requiredText("time");
        String zoneGiven = body.text("zone").orElse(zone.getId());
        List<RecipientText> recipients = body.list("recipients").stream()
                .map(r -> new RecipientText(
                        r.requiredText("email"), r.text("locale").orElse(locale.getLanguage())))
                .toList();
        boolean enabled = body.flag("enabled").orElse(true);
        int age = body.integer("maxDataAgeDays").orElse(DATA_AGE_DAYS_USUAL);
        body.check();
        return new ScheduleBody(unit, new ScheduleTerms.Text(day, time, zoneGiven, recipients, enabled, age));
    }
}
