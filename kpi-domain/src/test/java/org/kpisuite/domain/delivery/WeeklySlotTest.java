package org.kpisuite.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklySlotTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # plain weeks, no change of clocks
            MONDAY, 07:00, Europe/Moscow,    2026-11-23T03:59:59Z, 2026-11-16T04:00:00Z, 2026-11-23T04:00:00Z
            MONDAY, 07:00, Europe/Moscow,    2026-11-23T04:00:00Z, 2026-11-23T04:00:00Z, 2026-11-30T04:00:00Z
            MONDAY, 07:00, Europe/Moscow,    2026-11-25T12:00:00Z, 2026-11-23T04:00:00Z, 2026-11-30T04:00:00Z
            # the zone's day is another than that of Greenwich
            MONDAY, 07:00, Asia/Kamchatka,   2026-11-22T19:00:00Z, 2026-11-22T19:00:00Z, 2026-11-29T19:00:00Z
            SUNDAY, 23:30, America/New_York, 2026-11-23T04:29:00Z, 2026-11-16T04:30:00Z, 2026-11-23T04:30:00Z
            # the same wall clock before and after the change: 167 and 169 hours apart
            MONDAY, 07:00, Europe/Berlin,    2026-03-29T12:00:00Z, 2026-03-23T06:00:00Z, 2026-03-30T05:00:00Z
            MONDAY, 07:00, Europe/Berlin,    2026-10-25T12:00:00Z, 2026-10-19T05:00:00Z, 2026-10-26T06:00:00Z
            # 02:30 does not exist on 2026-03-29 in Berlin: an hour later, once
            SUNDAY, 02:30, Europe/Berlin,    2026-03-29T00:59:59Z, 2026-03-22T01:30:00Z, 2026-03-29T01:30:00Z
            SUNDAY, 02:30, Europe/Berlin,    2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z, 2026-04-05T00:30:00Z
            # 02:30 comes twice on 2026-10-25 in Berlin: the first
            SUNDAY, 02:30, Europe/Berlin,    2026-10-25T00:30:00Z, 2026-10-25T00:30:00Z, 2026-11-01T01:30:00Z
            SUNDAY, 02:30, Europe/Berlin,    2026-10-25T01:30:00Z, 2026-10-25T00:30:00Z, 2026-11-01T01:30:00Z
            # clocks set back from 00:01 Sunday to 23:01 Saturday: Saturday again, after Sunday's slot
            SUNDAY, 00:00, America/St_Johns, 2006-10-29T02:31:30Z, 2006-10-29T02:30:00Z, 2006-11-05T03:30:00Z
            # Samoa had no Friday, 30 December 2011
            FRIDAY, 07:00, Pacific/Apia,     2011-12-30T20:00:00Z, 2011-12-30T17:00:00Z, 2012-01-05T17:00:00Z
            """)
    void lastAndNextSlot(String day, String time, String zone, Instant now, Instant last, Instant next) {
        WeeklySlot slot = new WeeklySlot(DayOfWeek.valueOf(day), LocalTime.parse(time), ZoneId.of(zone));
        assertThat(slot.last(now)).isEqualTo(last);
        assertThat(slot.next(now)).isEqualTo(next);
    }

    @Property
    void nowLiesBetweenTwoSlotsThatFollowEachOther(@ForAll("slots") WeeklySlot slot, @ForAll("instants") Instant now) {
        Instant last = slot.last(now);
        Instant next = slot.next(now);
        assertThat(last).isBeforeOrEqualTo(now);
        assertThat(next).isAfter(now);
        assertThat(slot.last(last)).isEqualTo(last);
        assertThat(slot.next(last)).isEqualTo(next);
        assertThat(slot.last(next.minusSeconds(1))).isEqualTo(last);
        assertThat(Duration.between(last, next))
                .isBetween(Duration.ofHours(7 * 24 - 25), Duration.ofHours(7 * 24 + 25));
    }

    @Property(tries = 200)
    void aYearHasOneSlotInEveryWeek(
            @ForAll("slots") WeeklySlot slot, @ForAll @IntRange(min = 1990, max = 2035) int year) {
        LocalDate first = LocalDate.of(year, 6, 1).with(TemporalAdjusters.nextOrSame(slot.day()));
        Instant at =
                slot.last(first.plusDays(1).atTime(12, 0).atZone(slot.zone()).toInstant());
        for (int week = 1; week <= 52; week++) {
            at = slot.next(at);
        }
        Instant expected = slot.last(first.plusWeeks(52)
                .plusDays(1)
                .atTime(12, 0)
                .atZone(slot.zone())
                .toInstant());
        assertThat(at).isEqualTo(expected);
    }

    @Test
    void readsLikeASentence() {
        assertThat(new WeeklySlot(DayOfWeek.MONDAY, LocalTime.of(7, 0), ZoneId.of("Europe/Moscow")))
                .hasToString("MONDAY 07:00 Europe/Moscow");
    }

    @Provide
    Arbitrary<WeeklySlot> slots() {
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of(DayOfWeek.values()),
                        Arbitraries.integers().between(0, 24 * 60 - 1),
                        Arbitraries.of(ZoneId.getAvailableZoneIds()))
                .as((day, minute, zone) -> new WeeklySlot(day, LocalTime.MIN.plusMinutes(minute), ZoneId.of(zone)));
    }

    @Provide
    Arbitrary<Instant> instants() {
        // Since 1980; before that, zones moved by odd seconds.
        return Arbitraries.longs().between(315_532_800L, 2_200_000_000L).map(Instant::ofEpochSecond);
    }
}
