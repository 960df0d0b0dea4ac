package org.kpisuite.reports.wording;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.Scorecard;

/** Who, what and when of a scorecard in words: {@code 2026-Q4 to 21 Nov (52 of 92 days)}. */
public final class HeadingText {
    private final Scorecard scorecard;
    private final Wording words;
    private final DateTimeFormatter day;
    private final Locale locale;

    public HeadingText(Scorecard scorecard, Locale wanted) {
        this.scorecard = scorecard;
        this.locale = Messages.supported(wanted);
        this.words = Wording.shared(locale);
        this.day = DateTimeFormatter.ofPattern(words.text("day"), locale);
    }

    public String unit() {
        return oneLine(scorecard.heading().unitName());
    }

    public String company() {
        return oneLine(scorecard.heading().company());
    }

    /** A name with a line break must not break a title or add a header to a mail. */
    private String oneLine(LocalizedText name) {
        return name.in(locale).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** {@code 2026-Q4 to 21 Nov} while it runs, {@code 2026-Q4} once it is over. */
    public String period() {
        Scorecard.Heading heading = scorecard.heading();
        return heading.isOpen() && heading.elapsedDays() > 0
                ? words.text("period.to-date", heading.period().code(), day.format(heading.lastDay()))
                : heading.period().code();
    }

    /** {@code 2026-Q4 to 21 Nov (52 of 92 days)}. */
    public String periodWithDays() {
        Scorecard.Heading heading = scorecard.heading();
        String elapsed = Long.toString(heading.elapsedDays());
        String total = Long.toString(heading.totalDays());
        return heading.isOpen() ? words.text("period.days", period(), elapsed, total) : period();
    }

    public String asOf() {
        return instant(scorecard.heading().asOf());
    }

    /** An instant in the zone of the scorecard. */
    public String instant(Instant at) {
        return instant(at.atZone(scorecard.heading().zone()), locale);
    }

    /** An instant in the zone that it comes with. */
    public static String instant(ZonedDateTime at, Locale wanted) {
        Locale locale = Messages.supported(wanted);
        return DateTimeFormatter.ofPattern(Wording.shared(locale).text("instant"), locale)
                        .format(at) + " " + zone(at, locale);
    }

    /** A zone as people name it where they do, else the offset: {@code MSK}, {@code UTC+01:00}. */
    public static String zone(ZonedDateTime at, Locale wanted) {
        Locale locale = Messages.supported(wanted);
        String name = DateTimeFormatter.ofPattern("zzz", locale).format(at);
        return name.startsWith("GMT") || name.chars().anyMatch(Character::isDigit)
                ? "UTC" + at.getOffset()
                : Wording.shared(locale).find("zone." + name).orElse(name);
    }

    /** {@code plan rev 2, hash 3fa9…}, with how late it was approved, or that there is none. */
    public String plan() {
        return scorecard.plan().map(this::plan).orElseGet(() -> Messages.text(locale, "plan.not-approved"));
    }

    private String plan(Scorecard.PlanMark plan) {
        String mark = words.text("plan", Integer.toString(plan.revision()), plan.hashPrinted());
        return plan.approvedLateDays() == 0
                ? mark
                : mark + ", " + Messages.text(locale, "plan.approved-late", Long.toString(plan.approvedLateDays()));
    }
}
