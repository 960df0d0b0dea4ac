package org.kpisuite.reports.pdf;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.reports.wording.HeadingText;

/** The words of reports in one language: by key, and dates and periods as they are printed. */
public final class Texts {
    private static final String BUNDLE = "org.kpisuite.reports.texts";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    public Texts(Locale wanted) {
        this.locale = Messages.supported(wanted);
        Locale bundled = locale.equals(Messages.RU) ? Messages.RU : Locale.ROOT;
        this.bundle = ResourceBundle.getBundle(BUNDLE, bundled, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    public Locale locale() {
        return locale;
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public NumberText numbers() {
        return NumberText.of(locale);
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** {@code 21 Nov}, {@code 21.11}. */
    public String day(LocalDate date) {
        return text("date", Integer.toString(date.getDayOfMonth()), month(date), "", twoDigits(date.getMonthValue()));
    }

    /** {@code 21 Nov 2026}, {@code 21.11.2026}. */
    public String dayOfYear(LocalDate date) {
        return text(
                "date.year",
                twoDigits(date.getDayOfMonth()),
                month(date),
                Integer.toString(date.getYear()),
                twoDigits(date.getMonthValue()));
    }

    /**
     * As short as it stands over a column: {@code Q4 ’26}, {@code W47}, {@code Nov 26}, {@code 2026}; of a fiscal or
     * retail year {@code FY27-Q3}, {@code R26-P12}.
     */
    public String period(Period period) {
        LocalDate start = period.start();
        if (period.granularity().isCoarserThan(Granularity.WEEK)
                && period.calendar().kind() != CalendarKind.CIVIL) {
            return period.code().replaceFirst("^([A-Z]+)\\d{2}", "$1");
        }
        return switch (period.granularity()) {
            case DAY -> day(start);
            case WEEK -> period.code().substring(period.code().indexOf('W'));
            case MONTH -> text("period.MONTH", month(start), year(start));
            case QUARTER -> text("period.QUARTER", start.get(IsoFields.QUARTER_OF_YEAR), year(start));
            case YEAR -> period.code();
        };
    }

    /** A month by its first letter, as it stands under a column. */
    String monthInitial(LocalDate date) {
        return month(date).substring(0, 1);
    }

    /** A number of periods: {@code 6 weeks}, {@code 6 недель}. */
    public String counted(Granularity periods, long count) {
        return CountedWord.valueOf(periods.name()).text(count, locale).replace(' ', Lettering.NO_BREAK);
    }

    /** {@code September}, {@code сентябрь}. */
    public String monthName(LocalDate date) {
        return date.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** As people name it where they do, else the offset: {@code MSK}, {@code UTC+01:00}. */
    public String zone(ZonedDateTime at) {
        return HeadingText.zone(at, locale);
    }

    private String month(LocalDate date) {
        return bundle.getString("month." + date.getMonthValue());
    }

    private static String year(LocalDate date) {
        return twoDigits(date.getYear() % 100);
    }

    static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
