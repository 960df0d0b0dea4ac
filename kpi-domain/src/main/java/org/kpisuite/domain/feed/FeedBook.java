package org.kpisuite.domain.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Calendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.feed.ImportTemplate.DuePeriod;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Says of every feed whether it came, and who owes what is missing.
 *
 * <p>Expected is what a plan in force needs, of the department itself or of those below it that deliver it; and what a
 * department delivered within the last {@link #HABIT_DAYS} days, in the finest periods in which it does. One source owes
 * it, whichever brings it: the one that plan or catalogue names, else the one that brought most. A day on which the
 * source sent a heartbeat is in for its event counts, rows or not. Source: domain specification §2.1, §2.5.
 */
public final class FeedBook {
    /** How long a department is expected to go on with what it used to deliver: two quarters. */
    public static final int HABIT_DAYS = 184;

    private final FeedGrounds grounds;
    private final Map<String, List<Need>> needs = new LinkedHashMap<>();
    private final Map<Place, List<Coverage>> delivered = new LinkedHashMap<>();
    private final Map<String, Set<LocalDate>> beats = new HashMap<>();

    /** A measure of a department. */
    private record Place(String unit, String measure) {}

    public FeedBook(FeedGrounds grounds) {
        this.grounds = grounds;
        grounds.needs().forEach(n -> needs.computeIfAbsent(n.measure(), m -> new ArrayList<>())
                .add(n));
        for (Coverage coverage : grounds.coverage()) {
            if (coverage.measure().equals(Catalogue.FEED_HEARTBEAT)) {
                beats.computeIfAbsent(coverage.unit() + "/" + coverage.source(), k -> new HashSet<>())
                        .addAll(coverage.starts());
            } else if (grounds.catalogue().measure(coverage.measure()).isPresent()) {
                delivered
                        .computeIfAbsent(new Place(coverage.unit(), coverage.measure()), p -> new ArrayList<>())
                        .add(coverage);
            }
        }
    }

    /**
     * All feeds of some departments over a period, as they stand on a day: late ones first.
     *
     * @param units codes of the departments
     * @param today the day on which it is asked; its own data are not yet due
     */
    public List<FeedStatus> on(Collection<String> units, Period period, LocalDate today) {
        Standing standing = new Standing(period, today);
        List<FeedStatus> found = new ArrayList<>();
        delivered.forEach((place, coverage) -> {
            if (units.contains(place.unit)) {
                standing.of(place, coverage).ifPresent(found::add);
            }
        });
        for (Need need : grounds.needs()) {
            if (units.contains(need.unit())) {
                standing.ofUndelivered(need).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(FeedStatus::state)
                .thenComparing(FeedStatus::dueOn)
                .thenComparing(FeedStatus::unit)
                .thenComparing(FeedStatus::measure)
                .thenComparing(FeedStatus::dims));
        return found;
    }

    /** The need that a department's delivery serves: its own plan's, else that of the nearest department above. */
    private Optional<Need> need(String unit, String measure) {
        List<Need> of = needs.getOrDefault(measure, List.of());
        return grounds.tree().path(unit).stream()
                .map(OrgUnit::code)
                .flatMap(code -> of.stream().filter(n -> n.unit().equals(code)))
                .findFirst();
    }

    private boolean isDelivered(Collection<String> units, String measure) {
        return units.stream().anyMatch(u -> delivered.containsKey(new Place(u, measure)));
    }

    /** The answers for one period on one day. */
    private final class Standing {
        private final Period asked;
        private final LocalDate today;
        private final DuePeriods periods;

        Standing(Period asked, LocalDate today) {
            this.asked = asked;
            this.today = today;
            this.periods = new DuePeriods(asked.days(), grounds.workingDays());
        }

        Optional<FeedStatus> of(Place place, List<Coverage> coverage) {
            Need need = need(place.unit, place.measure).orElse(null);
            Coverage usual = usual(coverage);
            Granularity granularity = Stream.of(
                            Optional.of(usual.latest().granularity()),
                            need == null ? Optional.<Granularity>empty() : need.wanted())
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            String source = named(place.measure, need).orElse(usual.source());
            Expectation expectation = new Expectation(
                    place, "", source, granularity, usual.latest().calendar(), need);
            return status(expectation, coverage);
        }

        /** What a plan needs and nobody below its department ever delivers, or not in that slice. */
        Optional<FeedStatus> ofUndelivered(Need need) {
            List<String> below = grounds.tree().subtree(need.unit());
            boolean whole = isDelivered(below, need.measure());
            if (whole && (need.dims().isEmpty() || grounds.everCame(below, need.measure(), need.dims()))) {
                return Optional.empty();
            }
            if (!need.dims().isEmpty() && !whole && hasWholeNeed(need)) {
                return Optional.empty();
            }
            Granularity granularity = need.wanted()
                    .or(() -> grounds.catalogue().measure(need.measure()).flatMap(Measure::delivery))
                    .orElse(Granularity.MONTH);
            String source = named(need.measure(), need).orElse(Source.MANUAL);
            Expectation expectation = new Expectation(
                    new Place(need.unit(), need.measure()),
                    need.dims(),
                    source,
                    granularity,
                    need.plan().calendar(),
                    need);
            return status(expectation, List.of());
        }

        /** Whether the measure as a whole is asked for already: one line is enough to say that nothing came. */
        private boolean hasWholeNeed(Need need) {
            return needs.getOrDefault(need.measure(), List.of()).stream()
                    .anyMatch(n -> n.unit().equals(need.unit()) && n.dims().isEmpty());
        }

        /** The finest that covers at least half of what the longest does: single days make no daily feed. */
        private Coverage usual(List<Coverage> coverage) {
            long most = coverage.stream().mapToLong(Coverage::days).max().orElse(0);
            Comparator<Coverage> byFineness =
                    Comparator.comparing(c -> c.latest().granularity());
            Comparator<Coverage> byMost = Comparator.comparing(c -> -c.days());
            return coverage.stream()
                    .filter(c -> 2 * c.days() >= most)
                    .min(byFineness.thenComparing(byMost).thenComparing(Coverage::source))
                    .orElseThrow();
        }

        private Optional<String> named(String measure, @Nullable Need need) {
            if (need != null && need.source() != null) {
                return Optional.of(need.source());
            }
            return grounds.catalogue().measure(measure).map(Measure::sourcePriority).stream()
                    .flatMap(List::stream)
                    .findFirst();
        }

        private Optional<FeedStatus> status(Expectation expectation, List<Coverage> coverage) {
            int lagDays = lagDays(expectation);
            int maturityDays = expectation.need == null ? 0 : expectation.need.maturityDays();
            List<DuePeriod> all = periods.of(
                    new DuePeriods.Terms(expectation.calendar, expectation.granularity, lagDays, maturityDays));
            Set<LocalDate> confirmed = confirmed(expectation, coverage);
            LocalDate closedOn = grounds.tree()
                    .find(expectation.place.unit)
                    .flatMap(OrgUnit::closedOn)
                    .orElse(LocalDate.MAX);
            LocalDate first = expectation.need == null ? first(coverage) : asked.start();
            List<DuePeriod> missing = new ArrayList<>();
            long have = 0;
            LocalDate next = null;
            for (DuePeriod due : all) {
                boolean over =
                        due.period().endInclusive().plusDays(maturityDays).isBefore(today);
                if (due.period().start().isAfter(closedOn)) {
                    break;
                }
                if (due.period().endInclusive().isBefore(first)) {
                    continue;
                }
                if (!over) {
                    next = next == null ? due.dueOn() : next;
                } else if (isIn(due.period(), coverage, confirmed)) {
                    have++;
                } else {
                    missing.add(due);
                }
            }
            return answer(expectation, coverage, new Counted(lagDays, have, missing, next));
        }

        private Optional<FeedStatus> answer(Expectation expectation, List<Coverage> coverage, Counted counted) {
            LocalDate dueOn = counted.missing.isEmpty()
                    ? counted.next
                    : counted.missing.get(0).dueOn();
            if (dueOn == null && counted.have == 0) {
                return Optional.empty();
            }
            FeedState state =
                    counted.missing.isEmpty() ? FeedState.IN : today.isAfter(dueOn) ? FeedState.LATE : FeedState.DUE;
            return Optional.of(new FeedStatus(
                    expectation.place.unit,
                    expectation.place.measure,
                    expectation.dims,
                    expectation.source,
                    expectation.granularity,
                    counted.lagDays,
                    state,
                    expectation.need,
                    new Completeness(counted.have, counted.have + counted.missing.size()),
                    counted.missing.stream()
                            .limit(FeedStatus.MISSING_MAX)
                            .map(DuePeriod::period)
                            .toList(),
                    dueOn == null ? asked.endInclusive() : dueOn,
                    latest(coverage)));
        }

        private int lagDays(Expectation expectation) {
            Need need = expectation.need;
            if (need != null && need.lagDays() != null) {
                return need.lagDays();
            }
            return grounds.catalogue()
                    .source(expectation.source)
                    .map(Source::lagDays)
                    .orElse(0);
        }

        private boolean isIn(Period period, List<Coverage> coverage, Set<LocalDate> confirmed) {
            return coverage.stream().anyMatch(c -> c.has(period) || c.encloses(period))
                    || (period.granularity() == Granularity.DAY && confirmed.contains(period.start()));
        }

        /** Days on which a source said that all of it had come; only of events does that make a missing row a zero. */
        private Set<LocalDate> confirmed(Expectation expectation, List<Coverage> coverage) {
            boolean events = grounds.catalogue()
                    .measure(expectation.place.measure)
                    .filter(m -> m.kind() == MeasureKind.FLOW && m.unitKind() == UnitKind.COUNT)
                    .isPresent();
            Set<LocalDate> days = new HashSet<>();
            if (events) {
                Stream.concat(Stream.of(expectation.source), coverage.stream().map(Coverage::source))
                        .distinct()
                        .forEach(s -> days.addAll(beats.getOrDefault(expectation.place.unit + "/" + s, Set.of())));
            }
            return days;
        }

        /** What no plan asks for is not missed before it first came. */
        private static LocalDate first(List<Coverage> coverage) {
            return coverage.stream()
                    .flatMap(c -> c.starts().stream())
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.MIN);
        }

        private static @Nullable Coverage latest(List<Coverage> coverage) {
            return coverage.stream()
                    .max(Comparator.comparing((Coverage c) -> c.latest().endInclusive())
                            .thenComparing(Coverage::receivedAt))
                    .orElse(null);
        }
    }

    private record Expectation(
            Place place,
            String dims,
            String source,
            Granularity granularity,
            Calendar calendar,
            @Nullable Need need) {}

    private record Counted(
            int lagDays,
            long have,
            List<DuePeriod> missing,
            @Nullable LocalDate next) {}
}
