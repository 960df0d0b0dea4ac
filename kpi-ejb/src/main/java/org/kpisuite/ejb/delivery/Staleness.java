package org.kpisuite.ejb.delivery;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.kpisuite.domain.delivery.DataAge;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.domain.failure.Messages;

/** How old the data of a run are, against what its schedule allows. */
record Staleness(DataAge age, Schedule schedule) {

    boolean isTooOld() {
        return age.exceeds(schedule.terms().maxDataAgeDays());
    }

    String words(Locale locale) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return Messages.text(
                locale,
                age.isAnythingIn() ? "delivery.too-old" : "delivery.nothing-in",
                day.format(age.lastDay()),
                Long.toString(age.days()),
                Integer.toString(schedule.terms().maxDataAgeDays()));
    }
}
