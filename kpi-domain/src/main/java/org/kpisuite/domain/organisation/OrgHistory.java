package org.kpisuite.domain.organisation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * The organisation through time: where every unit stood on each day, as it is known.
 *
 * <p>"As reported" takes each day's own tree, {@link #on}; "restated" takes today's for all days, {@link #latest}. Closed
 * units keep their place: what they brought still belongs somewhere. Immutable; answers are kept per root, so that asking
 * again costs a look-up. Source: domain specification §2.3, rules 4 and 5.
 */
public final class OrgHistory {
    private final Map<String, OrgUnit> units = new LinkedHashMap<>();
    private final List<Standing> standings;
    private final Map<String, TreeMap<LocalDate, Standing>> places = new LinkedHashMap<>();
    private final String defaultCurrency;
    private final LocalDate today;
    private final ZoneId zone;
    private final LocalDate[] changes;
    private final OrgDay[] days;
    private final OrgTree[] trees;
    private final Map<String, List<Map<String, BigDecimal>>> below = new ConcurrentHashMap<>();
    private final Map<Span, Set<String>> ever = new ConcurrentHashMap<>();

    private record Span(String root, int first, int last) {}

    /**
     * A history of these units and of all that was recorded about where they stand.
     *
     * @param defaultCurrency ISO 4217 of a root that names none
     * @param today whose tree is the latest one
     * @param zone of the company, in which an instant is a day
     */
    public OrgHistory(
            Collection<OrgUnit> units,
            Collection<Standing> standings,
            String defaultCurrency,
            LocalDate today,
            ZoneId zone) {
        units.forEach(u -> this.units.put(u.code(), u.below(null)));
        this.standings = List.copyOf(standings);
        this.defaultCurrency = defaultCurrency;
        this.today = today;
        this.zone = zone;
        this.standings.stream()
                .sorted(Comparator.comparing(Standing::recordedAt))
                .forEach(s ->
                        places.computeIfAbsent(s.unit(), u -> new TreeMap<>()).put(s.validFrom(), s));
        TreeSet<LocalDate> starts = new TreeSet<>(Set.of(LocalDate.MIN));
        places.values().forEach(p -> starts.addAll(p.keySet()));
        this.changes = starts.toArray(LocalDate[]::new);
        this.days = starts.stream().map(this::day).toArray(OrgDay[]::new);
        this.trees = new OrgTree[days.length];
    }

    private OrgDay day(LocalDate day) {
        Map<String, Standing> standing = new LinkedHashMap<>();
        units.keySet().forEach(u -> place(u, day).ifPresent(s -> standing.put(u, s)));
        return new OrgDay(standing);
    }

    /** Where a unit stands on a day; empty before its first one. */
    public Optional<Standing> place(String unit, LocalDate day) {
        return Optional.ofNullable(places.get(unit)).map(p -> p.floorEntry(day)).map(Map.Entry::getValue);
    }

    /** All standings of a unit that count, by their first day. */
    public List<Standing> places(String unit) {
        TreeMap<LocalDate, Standing> found = places.get(unit);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    /** The tree of a day. A split unit stands under its first parent. */
    public OrgTree on(LocalDate day) {
        int at = index(day);
        OrgTree tree = trees[at];
        if (tree == null) {
            tree = new OrgTree(
                    days[at].standings().values().stream()
                            .map(s -> units.get(s.unit()).below(s.parent().orElse(null)))
                            .toList(),
                    defaultCurrency);
            trees[at] = tree;
        }
        return tree;
    }

    /** Today's tree; of a history known at an instant, that of its last day. */
    public OrgTree latest() {
        return on(today);
    }

    public LocalDate today() {
        return today;
    }

    /** Codes of units that stand nowhere yet but will, in order. */
    public List<String> coming() {
        return units.keySet().stream()
                .filter(u -> firstDay(u).filter(d -> d.isAfter(today)).isPresent())
                .sorted()
                .toList();
    }

    /** The unit as it stands today; one that stands nowhere yet, as it will at first. Refuses E-NOT-FOUND. */
    public OrgUnit nearestToToday(String code) {
        LocalDate first = firstDay(code).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
        return on(first.isAfter(today) ? first : today).get(code);
    }

    /** The same by other settings of the company. */
    public OrgHistory by(String currency, ZoneId other) {
        return currency.equals(defaultCurrency) && other.equals(zone)
                ? this
                : new OrgHistory(units.values(), standings, currency, today, other);
    }

    /** What was known then: only what was recorded before the instant; today is its last day. */
    public OrgHistory knownAt(Instant instant) {
        LocalDate last = LocalDate.ofInstant(instant.minusNanos(1), zone);
        List<Standing> known =
                standings.stream().filter(s -> s.recordedAt().isBefore(instant)).toList();
        List<OrgUnit> then =
                units.values().stream().map(u -> u.knownAt(instant)).toList();
        boolean same = known.size() == standings.size()
                && last.equals(today)
                && then.stream().allMatch(u -> units.get(u.code()) == u);
        return same ? this : new OrgHistory(then, known, defaultCurrency, last, zone);
    }

    /** The root and every unit that stands below it, wholly or in part, on any of the days. */
    public Set<String> everBelow(String root, DayRange range) {
        List<Map<String, BigDecimal>> byChange = below(root);
        int first = index(range.start());
        int last = Math.max(first, index(range.endInclusive()));
        if (!differs(byChange, first, last)) {
            return byChange.get(first).keySet();
        }
        Span span = new Span(root, first, last);
        Set<String> found = ever.get(span);
        if (found == null) {
            Set<String> all = new LinkedHashSet<>();
            byChange.subList(first, last + 1).forEach(b -> all.addAll(b.keySet()));
            found = Collections.unmodifiableSet(all);
            ever.put(span, found);
        }
        return found;
    }

    /**
     * The part of a unit's figures that counts for a root on a day: 1 for itself and for what stands wholly below it, 0
     * for what does not stand below it; for a split unit the product of the shares along each way up, summed over ways.
     *
     * <p>Range: 0 to 1, exact. Source: domain specification §2.3, rule 4.
     */
    public BigDecimal share(String root, String unit, LocalDate day) {
        BigDecimal share = below(root).get(index(day)).get(unit);
        return share == null ? BigDecimal.ZERO : share;
    }

    /** All units below a root on a day with their shares, itself first; unmodifiable. */
    public Map<String, BigDecimal> shares(String root, LocalDate day) {
        return below(root).get(index(day));
    }

    /** Whether what stands below a root, or its share, is not the same on all of the days. */
    public boolean changedWithin(String root, DayRange range) {
        return !range.isEmpty() && differs(below(root), index(range.start()), index(range.endInclusive()));
    }

    /** Days on which anything changes anywhere, the first of all excluded; for cutting a range into parts. */
    public List<LocalDate> changesWithin(DayRange range) {
        int first = index(range.start());
        int last = Math.max(first, index(range.endInclusive()));
        return List.of(Arrays.copyOfRange(changes, first + 1, last + 1));
    }

    /** Equal places are one object, see {@link #below}. */
    private static boolean differs(List<Map<String, BigDecimal>> byChange, int first, int last) {
        for (int i = first + 1; i <= last; i++) {
            if (byChange.get(i) != byChange.get(i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** For each change of the organisation what stands below a root from then on; unchanged, it is the same object. */
    private List<Map<String, BigDecimal>> below(String root) {
        List<Map<String, BigDecimal>> found = below.get(root);
        if (found == null) {
            found = new ArrayList<>(days.length);
            Map<String, BigDecimal> before = Map.of();
            for (OrgDay day : days) {
                Map<String, BigDecimal> now = day.sharesBelow(root);
                before = now.equals(before) ? before : Collections.unmodifiableMap(now);
                found.add(before);
            }
            below.put(root, found);
        }
        return found;
    }

    private int index(LocalDate day) {
        int at = Arrays.binarySearch(changes, day);
        return at >= 0 ? at : -at - 2;
    }

    /**
     * This history with one more standing.
     *
     * @throws KpiException E-NOT-FOUND for a unit above that there is not, E-FIELD-VALUE if that one begins later or if
     *     the unit would stand below itself on any day, E-LIMIT if the tree becomes too deep
     */
    public OrgHistory with(OrgUnit unit, Standing standing) {
        standing.shares().forEach(s -> checkParent(s.parent(), standing.validFrom()));
        Map<String, OrgUnit> all = new LinkedHashMap<>(units);
        all.put(unit.code(), unit);
        List<Standing> more = new ArrayList<>(standings);
        more.add(standing);
        OrgHistory next = new OrgHistory(all.values(), more, defaultCurrency, today, zone);
        for (int i = next.index(standing.validFrom()); i < next.days.length; i++) {
            next.days[i].check(unit.code());
        }
        return next;
    }

    private void checkParent(String parent, LocalDate from) {
        LocalDate first = firstDay(parent).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, parent));
        if (from.isBefore(first)) {
            throw new KpiException(Code.E_FIELD_VALUE, "validFrom", from.toString(), first + " (" + parent + ")");
        }
        if (units.get(parent).isClosed(from)) {
            throw new KpiException(Code.E_FIELD_VALUE, "parent", parent, "not closed on " + from);
        }
    }

    /**
     * Lets a unit be closed.
     *
     * @param closedOn last day of its work
     * @throws KpiException E-FIELD-VALUE if a unit that is not closed stands below it after that day
     */
    public void checkClosing(String unit, Optional<LocalDate> closedOn) {
        if (closedOn.isEmpty()) {
            return;
        }
        LocalDate after = closedOn.get().plusDays(1);
        for (int i = index(after); i < days.length; i++) {
            LocalDate day = changes[i].isBefore(after) ? after : changes[i];
            Optional<Standing> open = days[i].standings().values().stream()
                    .filter(s -> s.shares().stream().anyMatch(p -> p.parent().equals(unit)))
                    .filter(s -> !units.get(s.unit()).isClosed(day))
                    .findFirst();
            if (open.isPresent()) {
                String given = closedOn.get().toString();
                throw new KpiException(
                        Code.E_FIELD_VALUE,
                        "closedOn",
                        given,
                        "without " + open.get().unit());
            }
        }
    }

    /** Whether a unit already stands so on the first day of a standing. */
    public boolean stands(Standing standing) {
        return place(standing.unit(), standing.validFrom())
                .filter(s -> s.shares().equals(standing.shares()))
                .isPresent();
    }

    /** The first day on which all of these units above stand; the beginning where there are none, or unknown ones. */
    public LocalDate firstDay(List<ParentShare> above) {
        return above.stream()
                .flatMap(s -> firstDay(s.parent()).stream())
                .max(Comparator.naturalOrder())
                .orElse(Standing.BEGINNING);
    }

    /** The first day of a unit's first standing; empty where there is no such unit. */
    public Optional<LocalDate> firstDay(String unit) {
        return Optional.ofNullable(places.get(unit)).map(TreeMap::firstKey);
    }
}
