package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Pair;

/**
 * The lines of a scorecard across weeks and months, finer than its own periods: what leads beside what follows.
 *
 * @param lines those of the scorecard in its order, then those that only its pairs name
 * @param pairs declared pairs whose two indicators are among the lines, those of most weight first
 */
public record Courses(List<Course> lines, List<Pair> pairs) {
    /** How many weeks a course has, the last one perhaps running. */
    public static final int WEEKS = 26;

    /** How many months a course has, the last one perhaps running. */
    public static final int MONTHS = 13;

    /** Where nothing finer is known. */
    public static final Courses NONE = new Courses(List.of(), List.of());

    public Courses {
        lines = List.copyOf(lines);
        pairs = List.copyOf(pairs);
    }

    /** The line of an item or an indicator, by its key; empty if there is none. */
    public Optional<Course> line(String key) {
        return lines.stream().filter(l -> l.item().key().equals(key)).findFirst();
    }

    public List<Course> lines(Nature nature) {
        return lines.stream().filter(l -> l.item().nature() == nature).toList();
    }

    static List<Period> weeks(LocalDate lastDay) {
        return endingWith(Period.of(Granularity.WEEK, lastDay), WEEKS);
    }

    static List<Period> months(LocalDate lastDay) {
        return endingWith(Period.of(Granularity.MONTH, lastDay), MONTHS);
    }

    private static List<Period> endingWith(Period last, int count) {
        return IntStream.rangeClosed(1 - count, 0).mapToObj(last::plus).toList();
    }

    /** Pairs of which at least one indicator is an item of the scorecard's plan, or any pair where there is no plan. */
    static List<Pair> pairs(Catalogue catalogue, Collection<String> items) {
        return catalogue.pairs().stream()
                .filter(p -> items.contains(p.leading()) || items.contains(p.lagging()))
                .toList();
    }

    /**
     * What must be read for them and for the scorecard.
     *
     * @param card what the scorecard needs
     * @param catalogue the definitions of its period
     * @param items keys of its lines, as far as they are known
     * @param last last day of the period that is over
     */
    public static FactNeeds needs(
            FactNeeds card, Catalogue catalogue, Collection<String> items, LocalDate last, CompanyRules rules) {
        List<Period> weeks = weeks(last);
        DayRange shown = new DayRange(weeks.get(0).start(), last);
        List<DayRange> days = new ArrayList<>(card.byDay());
        days.add(shown);
        days.add(new DayRange(
                yearBefore(weeks.get(0), rules).start(),
                yearBefore(weeks.get(WEEKS - 1), rules).endInclusive()));
        LocalDate oldest = days.get(days.size() - 1).start();
        DayRange whole = card.whole();
        LocalDate start = oldest.isBefore(whole.start()) ? oldest : whole.start();
        FactNeeds needs = new FactNeeds(card.formulas(), new DayRange(start, whole.endInclusive()), days);
        for (Pair pair : pairs(catalogue, items)) {
            needs = needs.and(catalogue, pair.leading()).and(catalogue, pair.lagging());
        }
        return needs;
    }

    /** Week 53 may have no year before: then the days 52 weeks earlier. */
    private static DayRange yearBefore(Period week, CompanyRules rules) {
        return rules.comparisons().priorYearDays(week).orElseGet(() -> week.plus(-52)
                .days());
    }
}
