package org.kpisuite.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;

/** Days and instants as readers of one language see them: {@code 21.11.2026 06:00}, {@code 21 Nov 2026 06:00}. */
public final class DateText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter instant;
    private final DateTimeFormatter shortInstant;

    public DateText(Locale wanted, ZoneId zone) {
        Locale locale = Messages.supported(wanted);
        boolean russian = locale.equals(Messages.RU);
        this.day = DateTimeFormatter.ofPattern(russian ? "dd.MM.uuuu" : "d MMM uuuu", locale);
        this.shortDay = DateTimeFormatter.ofPattern(russian ? "dd.MM" : "d MMM", locale);
        this.instant = DateTimeFormatter.ofPattern(russian ? "dd.MM.uuuu HH:mm" : "d MMM uuuu HH:mm", locale)
                .withZone(zone);
        this.shortInstant = DateTimeFormatter.ofPattern(russian ? "dd.MM HH:mm" : "d MMM HH:mm", locale)
                .withZone(zone);
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    /** Without the year, where the page names it already. */
    public String shortDay(LocalDate date) {
        return shortDay.format(date);
    }

    public String instant(Instant at) {
        return instant.format(at);
    }

    public String time(Instant at) {
        return TIME.withZone(instant.getZone()).format(at);
    }

    public String shortInstant(Instant at) {
        return shortInstant.format(at);
    }
}
