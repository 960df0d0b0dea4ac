package org.kpisuite.domain.delivery;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/**
 * An instant of every week, told by the clocks of a zone: Mondays at 07:00 in Moscow.
 *
 * <p>Where the clocks jump over that time, the slot is as much later as they jump; where they show it twice, it is the
 * first. So there is exactly one slot in every week.
 *
 * @param time to the minute
 */
public record WeeklySlot(DayOfWeek day, LocalTime time, ZoneId zone) {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    static final int ZONE_LENGTH_MAX = 50;

    public WeeklySlot {
        if (!time.truncatedTo(ChronoUnit.MINUTES).equals(time)) {
            throw new IllegalArgumentException("a slot is to the minute: " + time);
        }
    }

    /**
     * The slot that somebody wrote down; null if refused.
     *
     * @param day MONDAY to SUNDAY
     * @param time {@code 07:00}
     * @param zone {@code Europe/Moscow}
     * @param refusals gets E-FIELD-VALUE for each that cannot be one
     */
    static @Nullable WeeklySlot parse(String day, String time, String zone, List<Refusal> refusals) {
        DayOfWeek dayRead = read("dayOfWeek", day, "MONDAY … SUNDAY", WeeklySlot::day, refusals);
        LocalTime timeRead = read("time", time, "00:00 … 23:59", t -> LocalTime.parse(t, TIME), refusals);
        ZoneId zoneRead = read("zone", zone, "Europe/Moscow, Asia/Yekaterinburg, UTC …", WeeklySlot::zone, refusals);
        return dayRead == null || timeRead == null || zoneRead == null
                ? null
                : new WeeklySlot(dayRead, timeRead, zoneRead);
    }

    private static DayOfWeek day(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static ZoneId zone(String text) {
        if (text.length() > ZONE_LENGTH_MAX) {
            throw new DateTimeException("too long for a zone");
        }
        return ZoneId.of(text);
    }

    private static <T> @Nullable T read(
            String field, String text, String possible, Function<String, T> reader, List<Refusal> refusals) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            refusals.add(Refusal.ofField(Code.E_FIELD_VALUE, field, text, field, text, possible));
            return null;
        }
    }

    /** The last slot that is not after the instant. */
    public Instant last(Instant now) {
        // A day later than the zone's today: clocks set back over midnight may show yesterday again after the slot.
        LocalDate date = now.atZone(zone).toLocalDate().plusDays(1).with(TemporalAdjusters.previousOrSame(day));
        while (on(date).isAfter(now)) {
            date = date.minusWeeks(1);
        }
        return on(date);
    }

    /** The first slot after the instant. */
    public Instant next(Instant now) {
        LocalDate date = now.atZone(zone).toLocalDate().minusDays(1).with(TemporalAdjusters.nextOrSame(day));
        while (!on(date).isAfter(now)) {
            date = date.plusWeeks(1);
        }
        return on(date);
    }

    private Instant on(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    @Override
    public String toString() {
        return day + " " + time.format(TIME) + " " + zone;
    }
}
