package org.kpisuite.ejb.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.actual.ScoreChange;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.ScorecardChange;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.FactOverlay;
import org.kpisuite.ejb.actual.ScoreEffects;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.settings.Settings;

/** Effects on scores, by the scorecards that people get: each one as it is, and once more with the rows in place. */
@ApplicationScoped
class StoredScoreEffects implements ScoreEffects {
    private static final int MONTHS = 3;

    @Inject
    private ScorecardReader reader;

    @Inject
    private Directory directory;

    @Inject
    private PlanStore plans;

    @Inject
    private Settings settings;

    private record Place(String unit, Period period) {}

    @Override
    public Effect of(FactOverlay before, FactOverlay rows, Instant asOf) {
        if (rows.values().size() > ROWS_MAX) {
            return Effect.UNKNOWN;
        }
        List<Place> places = places(rows, asOf);
        List<ScoreChange> changes = new ArrayList<>();
        places.stream().limit(SCORES_MAX).forEach(place -> {
            ScorecardQuery query = new ScorecardQuery(place.unit, place.period, asOf);
            ScoreChange change =
                    ScorecardChange.between(reader.asKnown(query.with(before)), reader.asKnown(query.with(rows)));
            if (change.isFelt()) {
                changes.add(change);
            }
        });
        return new Effect(changes, places.size() <= SCORES_MAX);
    }

    @Override
    public Optional<Ground> ground(Set<String> units, DayRange days, Instant asOf) {
        Map<String, Set<DayRange>> touched = new HashMap<>();
        units.forEach(unit -> touched.put(unit, quarters(days)));
        Set<String> measures = new LinkedHashSet<>();
        List<DayRange> read = new ArrayList<>();
        for (Place place : places(touched, asOf)) {
            FactNeeds needs = reader.needs(new ScorecardQuery(place.unit, place.period, asOf));
            needs.formulas().forEach(series -> series.forEach(one -> measures.add(one.measure())));
            read.add(needs.whole());
        }
        return read.stream()
                .reduce((a, b) -> new DayRange(
                        a.start().isBefore(b.start()) ? a.start() : b.start(),
                        a.endInclusive().isAfter(b.endInclusive()) ? a.endInclusive() : b.endInclusive()))
                .map(whole -> new Ground(measures, whole));
    }

    /** To what a unit belongs is asked at the ends of a range, and may change within a long one. */
    private static Set<DayRange> quarters(DayRange days) {
        Set<DayRange> ranges = new LinkedHashSet<>();
        for (LocalDate day = days.start(); !day.isAfter(days.endInclusive()); day = day.plusMonths(MONTHS)) {
            LocalDate last = day.plusMonths(MONTHS).minusDays(1);
            ranges.add(new DayRange(day, last.isAfter(days.endInclusive()) ? days.endInclusive() : last));
        }
        return ranges;
    }

    /** Units and periods with a plan in force in which any of the rows counts. */
    private List<Place> places(FactOverlay rows, Instant asOf) {
        CompanyCalendar calendar = settings.calendar();
        Map<String, Set<DayRange>> touched = new HashMap<>();
        for (FactOverlay.Value value : rows.values()) {
            touched.computeIfAbsent(value.unit(), u -> new LinkedHashSet<>()).add(value.days(calendar));
        }
        return places(touched, asOf);
    }

    private List<Place> places(Map<String, Set<DayRange>> touched, Instant asOf) {
        OrgHistory organisation = directory.history().knownAt(asOf);
        Map<String, Set<Period>> planned = new HashMap<>();
        Set<Place> places = new LinkedHashSet<>();
        touched.forEach((unit, ranges) -> ranges.forEach(days -> {
            for (String above : above(organisation, unit, days)) {
                planned.computeIfAbsent(above, u -> plans.inForce(u, asOf).keySet()).stream()
                        .filter(period -> period.days().overlaps(days))
                        .forEach(period -> places.add(new Place(above, period)));
            }
        }));
        return places.stream()
                .sorted(Comparator.comparing(Place::period).thenComparing(Place::unit))
                .toList();
    }

    private static List<String> above(OrgHistory organisation, String unit, DayRange days) {
        return organisation.latest().units().stream()
                .map(OrgUnit::code)
                .filter(root -> organisation.share(root, unit, days.start()).signum() != 0
                        || organisation.share(root, unit, days.endInclusive()).signum() != 0)
                .toList();
    }
}
