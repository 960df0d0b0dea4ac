package org.kpisuite.domain.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * What a file must hold so that the plans in force of a department can be scored: one line for each value.
 *
 * @param unit code of the department
 * @param period quarter of the plans
 * @param feeds one for each measure of each department that delivers it
 * @param units names of the departments by code, the one asked for and those below it
 * @param sources that a line may name
 */
public record ImportTemplate(
        String unit, Period period, List<Feed> feeds, Map<String, LocalizedText> units, List<Source> sources) {
    public ImportTemplate {
        feeds = List.copyOf(feeds);
        units = Map.copyOf(units);
        sources = List.copyOf(sources);
    }

    /**
     * All lines of one measure of one department.
     *
     * @param currency ISO 4217 of a money measure; null for anything else
     * @param source code of the source that owes it
     * @param item of the plan that needs it
     * @param owner who answers for the data; null where nobody is named
     * @param slices dimensions as stored, empty for the total; a line for each in each period
     */
    public record Feed(
            String unit,
            Measure measure,
            @Nullable String currency,
            String source,
            Granularity granularity,
            int lagDays,
            String item,
            @Nullable String owner,
            List<String> slices,
            List<DuePeriod> periods) {
        public Feed {
            slices = List.copyOf(slices);
            periods = List.copyOf(periods);
        }
    }

    /** A period and the day by which its data are due. */
    public record DuePeriod(Period period, LocalDate dueOn) {}

    /** How many values it asks for. */
    public long lines() {
        return feeds.stream()
                .mapToLong(f -> (long) f.slices.size() * f.periods.size())
                .sum();
    }

    /** Names of the dimensions that any line has, sorted. */
    public List<String> dimensions() {
        return feeds.stream()
                .flatMap(f -> f.slices.stream())
                .flatMap(s -> Dimensions.parse(s).keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
