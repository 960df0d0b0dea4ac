package org.kpisuite.domain.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Calendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Makes a blank template of what the plans in force need from a department and those below it: every measure in the periods
 * in which it is delivered, or due if it never was.
 */
public final class TemplateFeeds {
    /** Values that one template may ask for: more is work for a feed, not for hands. */
    public static final long LINES_MAX = 100_000;

    private final FeedGrounds grounds;
    private final Period period;
    private final DuePeriods due;

    private TemplateFeeds(FeedGrounds grounds, Period period) {
        this.grounds = grounds;
        this.period = period;
        this.due = new DuePeriods(period.days(), grounds.workingDays());
    }

    /**
     * The template of a department.
     *
     * @throws KpiException E-NOT-FOUND where no plan in force needs anything of it, E-LIMIT above {@link #LINES_MAX} lines
     */
    public static ImportTemplate of(FeedGrounds grounds, String unit, Period period, LocalDate today) {
        return new TemplateFeeds(grounds, period).of(unit, today);
    }

    private record Place(String unit, String measure) {}

    private ImportTemplate of(String unit, LocalDate today) {
        List<String> below = grounds.tree().subtree(unit);
        Map<Place, FeedStatus> wanted = wanted(below, today);
        if (wanted.isEmpty()) {
            throw new KpiException(Code.E_NOT_FOUND, unit + ", " + period.code());
        }
        Map<String, LocalizedText> names =
                below.stream().map(grounds.tree()::get).collect(Collectors.toMap(OrgUnit::code, OrgUnit::name));
        List<ImportTemplate.Feed> feeds = inOrderOfPlans(wanted.values()).stream()
                .map(this::feed)
                .flatMap(Optional::stream)
                .toList();
        ImportTemplate template = new ImportTemplate(
                unit, period, feeds, names, List.copyOf(grounds.catalogue().sources()));
        if (template.lines() > LINES_MAX) {
            throw new KpiException(Code.E_LIMIT, String.valueOf(template.lines()), String.valueOf(LINES_MAX));
        }
        return template;
    }

    /** A slice that never came is asked where the measure as a whole comes from, so that nothing is counted twice. */
    private Map<Place, FeedStatus> wanted(List<String> below, LocalDate today) {
        List<FeedStatus> planned = new FeedBook(grounds)
                .on(below, period, today).stream()
                        .filter(s -> s.planned().isPresent())
                        .sorted(Comparator.comparing(FeedStatus::dims))
                        .toList();
        Map<Place, FeedStatus> wanted = new LinkedHashMap<>();
        for (FeedStatus status : planned) {
            boolean whole = planned.stream()
                    .anyMatch(s ->
                            s.measure().equals(status.measure()) && s.dims().isEmpty());
            if (status.dims().isEmpty() || !whole) {
                wanted.putIfAbsent(new Place(status.unit(), status.measure()), status);
            }
        }
        return wanted;
    }

    /** As the plans name them: what belongs to one indicator stands together. */
    private List<FeedStatus> inOrderOfPlans(Iterable<FeedStatus> wanted) {
        List<FeedStatus> ordered = new ArrayList<>();
        for (Need need : grounds.needs()) {
            for (FeedStatus status : wanted) {
                if (status.measure().equals(need.measure()) && !ordered.contains(status)) {
                    ordered.add(status);
                }
            }
        }
        return ordered;
    }

    private Optional<ImportTemplate.Feed> feed(FeedStatus status) {
        Need need = status.planned().orElseThrow();
        return grounds.catalogue().measure(status.measure()).map(measure -> {
            Calendar calendar = status.delivered()
                    .map(c -> c.latest().calendar())
                    .orElse(need.plan().calendar());
            return new ImportTemplate.Feed(
                    status.unit(),
                    measure,
                    currency(status.unit(), measure),
                    status.source(),
                    status.granularity(),
                    status.lagDays(),
                    need.item(),
                    need.owner(),
                    slices(need).toList(),
                    due.of(new DuePeriods.Terms(
                            calendar, status.granularity(), status.lagDays(), need.maturityDays())));
        });
    }

    private @Nullable String currency(String unit, Measure measure) {
        if (measure.unitKind() != UnitKind.MONEY) {
            return null;
        }
        return measure.ownCurrency().orElseGet(() -> grounds.tree().currency(unit));
    }

    private Stream<String> slices(Need need) {
        return grounds.needs().stream()
                .filter(n -> n.unit().equals(need.unit()) && n.measure().equals(need.measure()))
                .map(Need::dims)
                .distinct()
                .sorted();
    }
}
