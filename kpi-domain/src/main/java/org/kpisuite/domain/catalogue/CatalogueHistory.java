package org.kpisuite.domain.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kpisuite.domain.failure.Refusal;

/**
 * All versions of all definitions that were ever recorded: which of them hold on a day, as known at an instant.
 *
 * <p>On a day that version of a code holds which began last; of versions that began on the same day the one recorded last.
 * If that version is closed on the day, nothing of the code holds. A definition holds for a whole period if it holds on its
 * first day. Immutable, and safe to share among threads. Source: domain specification §2.1, §2.5.
 */
public final class CatalogueHistory {
    /** Since when what is shipped is known. */
    public static final Instant SHIPPED_AT = Instant.EPOCH;

    /**
     * A version and how it came in.
     *
     * @param recordedBy login of who recorded it; empty for what is shipped
     */
    public record Entry(Definition definition, Instant recordedAt, String recordedBy) {
        Key key() {
            return new Key(definition.entryKind(), definition.code());
        }
    }

    private record Key(Definition.Kind kind, String code) {}

    /** In the order in which they were recorded. */
    private final List<Entry> entries;

    private final Map<Key, List<Entry>> byCode = new LinkedHashMap<>();
    private final TreeSet<LocalDate> windows = new TreeSet<>();
    private final Map<LocalDate, Catalogue> catalogues = new ConcurrentHashMap<>();
    private final Map<Integer, CatalogueHistory> pasts = new ConcurrentHashMap<>();

    private CatalogueHistory(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        windows.add(Validity.BEGINNING);
        for (Entry entry : entries) {
            byCode.computeIfAbsent(entry.key(), k -> new ArrayList<>()).add(entry);
            windows.add(entry.definition.validFrom());
            entry.definition.closedOn().ifPresent(windows::add);
        }
    }

    /** The history of an installation in which nothing was changed yet. */
    public static CatalogueHistory shipped() {
        return new CatalogueHistory(Catalogue.shippedDefinitions().stream()
                .map(d -> new Entry(d, SHIPPED_AT, ""))
                .toList());
    }

    /** This history and what was recorded since. */
    public CatalogueHistory with(Collection<Entry> more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        all.sort(Comparator.comparing(Entry::recordedAt));
        return new CatalogueHistory(all);
    }

    /** What was recorded before an instant; the same one for instants between two recordings. */
    public CatalogueHistory knownAt(Instant asOf) {
        int known = (int)
                entries.stream().takeWhile(e -> e.recordedAt.isBefore(asOf)).count();
        return known == entries.size()
                ? this
                : pasts.computeIfAbsent(known, n -> new CatalogueHistory(entries.subList(0, n)));
    }

    /** The catalogue of a day; the same one for days between which nothing begins or is closed. */
    public Catalogue on(LocalDate day) {
        LocalDate window = windows.floor(day);
        return catalogues.computeIfAbsent(
                window == null ? windows.first() : window, d -> Catalogue.inForce(definitions(d)));
    }

    /** The catalogue after everything known has begun. */
    public Catalogue latest() {
        return on(windows.last());
    }

    /** All versions of a code in the order in which they were recorded; empty for an unknown one. */
    public List<Entry> definitionsOf(Definition.Kind kind, String code) {
        return List.copyOf(byCode.getOrDefault(new Key(kind, code), List.of()));
    }

    /** The version of a code that was recorded last, whether it holds today or not. */
    public Optional<Entry> newest(Definition.Kind kind, String code) {
        return Optional.ofNullable(byCode.get(new Key(kind, code))).map(CatalogueHistory::newest);
    }

    private static Entry newest(List<Entry> versions) {
        return versions.stream()
                .max(Comparator.comparingInt(e -> e.definition.version()))
                .orElseThrow();
    }

    /** The versions recorded last of all codes of a kind, closed ones among them, in the order of first recording. */
    public List<Entry> newest(Definition.Kind kind) {
        return byCode.entrySet().stream()
                .filter(e -> e.getKey().kind == kind)
                .map(e -> newest(e.getValue()))
                .toList();
    }

    /** The version of a code that holds on a day. */
    public Optional<Definition> inForce(Definition.Kind kind, String code, LocalDate day) {
        return inForce(byCode.getOrDefault(new Key(kind, code), List.of()), day);
    }

    /** Whether a code holds neither on a day nor on any later one, as far as anything is recorded. */
    public boolean isClosed(Definition.Kind kind, String code, LocalDate day) {
        List<Entry> versions = definitionsOf(kind, code);
        return Stream.concat(
                        Stream.of(day),
                        versions.stream().map(e -> e.definition.validFrom()).filter(d -> d.isAfter(day)))
                .allMatch(d -> inForce(versions, d).isEmpty());
    }

    private static Optional<Definition> inForce(List<Entry> versions, LocalDate day) {
        return versions.stream()
                .map(Entry::definition)
                .filter(d -> !d.validFrom().isAfter(day))
                .max(Comparator.comparing(Definition::validFrom).thenComparing(Definition::version))
                .filter(d -> !d.validity().isClosedOn(day));
    }

    private List<Definition> definitions(LocalDate day) {
        return byCode.values().stream()
                .flatMap(versions -> inForce(versions, day).stream())
                .toList();
    }

    /**
     * Everything that forbids a new version: what is impossible in itself, and what does not go with the definitions that
     * hold on any day on which it would hold; also whether an indicator that rests on it would no longer be sound.
     */
    public List<Refusal> refusals(Definition candidate) {
        Set<Refusal> found = new LinkedHashSet<>(candidate.refusals());
        CatalogueHistory after = with(List.of(new Entry(candidate, Instant.MAX, "")));
        for (LocalDate window : after.windows.tailSet(candidate.validFrom(), true)) {
            Optional<Definition> holds = after.inForce(candidate.entryKind(), candidate.code(), window);
            if (holds.filter(candidate::equals).isPresent()) {
                Catalogue catalogue = on(window).replacing(candidate);
                List<Refusal> own = new DefinitionCheck(catalogue).of(candidate);
                found.addAll(own);
                found.addAll(own.isEmpty() ? dependants(candidate, catalogue) : List.of());
            }
        }
        return List.copyOf(found);
    }

    /** What becomes wrong with the formulas of others. */
    private static List<Refusal> dependants(Definition candidate, Catalogue catalogue) {
        List<Refusal> found = new ArrayList<>();
        if (candidate instanceof Measure || candidate instanceof Indicator) {
            FormulaCheck check = new FormulaCheck(catalogue);
            catalogue.indicators().stream()
                    .filter(i -> !i.equals(candidate) && restsOn(i, candidate.code(), catalogue, new HashSet<>()))
                    .forEach(i -> check.of(i).forEach(r -> found.add(r.inColumn(i.code(), r.value()))));
        }
        return found;
    }

    private static boolean restsOn(Indicator indicator, String code, Catalogue catalogue, Set<String> seen) {
        return indicator.formula().references().stream()
                .map(Formula.Reference::code)
                .anyMatch(c -> c.equals(code)
                        || (seen.add(c)
                                && catalogue
                                        .inner(c)
                                        .filter(i -> restsOn(i, code, catalogue, seen))
                                        .isPresent()));
    }

    /**
     * The versions that close a code from a day on: of the one that holds then, and of those that were to begin later.
     * Empty for an unknown code, or one that is closed by then anyway.
     */
    public List<Definition> closing(Definition.Kind kind, String code, LocalDate day) {
        List<Entry> versions = definitionsOf(kind, code);
        TreeSet<LocalDate> begins = new TreeSet<>();
        versions.forEach(e -> begins.add(e.definition.validFrom()));
        List<Definition> closing = new ArrayList<>();
        int number = newest(kind, code).map(e -> e.definition.version()).orElse(0);
        for (LocalDate begin : begins) {
            LocalDate last = begin.isBefore(day) ? day : begin;
            LocalDate next = begins.higher(begin);
            boolean outlived = next != null && !next.isAfter(day);
            Optional<Definition> held = inForce(versions, last);
            if (!outlived && held.isPresent()) {
                Definition version = held.get();
                closing.add(version.with(version.validity().closing(last).numbered(++number)));
            }
        }
        return closing;
    }
}
