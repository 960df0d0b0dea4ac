package org.kpisuite.reports.warm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.Courses;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** Weeks and months of every line of a sample scorecard. */
final class SampleCourse {
    private SampleCourse() {}

    static Scorecard of(Scorecard card) {
        LocalDate last = card.heading().lastDay();
        return card.with(new Courses(
                card.items().stream()
                        .map(i -> new Course(
                                i,
                                true,
                                points(i, Granularity.WEEK, Courses.WEEKS, last),
                                points(i, Granularity.MONTH, Courses.MONTHS, last)))
                        .toList(),
                List.of()));
    }

    private static List<Course.Point> points(ScorecardItem item, Granularity by, int count, LocalDate lastDay) {
        Period end = Period.of(by, lastDay);
        BigDecimal actual = item.actual().usable().orElseThrow();
        return IntStream.rangeClosed(1 - count, 0)
                .mapToObj(i -> new Course.Point(
                        end.plus(i),
                        lastDay.isBefore(end.plus(i).endInclusive())
                                ? lastDay
                                : end.plus(i).endInclusive(),
                        Cell.of(actual.multiply(BigDecimal.valueOf(100 + (i * 37) % 19, 2))),
                        item.planToDate(),
                        item.plan(),
                        item.priorYear(),
                        new Cell.NotApplicable()))
                .toList();
    }
}
