package org.kpisuite.ejb.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.actual.ScoreChange;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.scorecard.ScorecardChange;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.FactOverlay;
import org.kpisuite.ejb.actual.ScoreEffects;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.settings.Settings;

/** Effects on scores, by the scorecards that people get: each one as it is, and once more with the rows in place. */
@ApplicationScoped
class StoredScoreEffects implements ScoreEffects {
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

    /** Units and periods with a plan in force in which any of the rows counts. */
    private List<Place> places(FactOverlay rows, Instant asOf) {
        OrgHistory organisation = directory.history().knownAt(asOf);
        CompanyCalendar calendar = settings.calendar();
        Map<String, Set<Period>> planned = new HashMap<>();
        Map<String, Set<DayRange>> touched = new HashMap<>();
        for (FactOverlay.Value value : rows.values()) {
            touched.computeIfAbsent(value.unit(), u -> new LinkedHashSet<>()).add(value.days(calendar));
        }
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
