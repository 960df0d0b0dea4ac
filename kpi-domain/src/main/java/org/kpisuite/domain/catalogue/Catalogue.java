package org.kpisuite.domain.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * All measures, indicators, pairs and sources of one day. Immutable; an indicator's formula names only what is in it.
 */
public final class Catalogue {
    /** Dimensions that an import may carry. */
    public static final Set<String> DIMENSIONS = Set.of("channel", "campaign", "product");

    /** The built-in flow that says a feed was complete: one row a day and source. Source: domain specification §2.5. */
    public static final String FEED_HEARTBEAT = "FEED_HEARTBEAT";

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    /**
     * Checks and holds them.
     *
     * @throws KpiException E-FORMULA if a formula names something unknown or itself
     */
    public Catalogue(Collection<Measure> measures, Collection<Indicator> indicators) {
        measures.forEach(this::put);
        indicators.forEach(this::put);
        indicators.forEach(i -> measures(i.formula(), new HashSet<>(Set.of(i.code())), new LinkedHashSet<>()));
    }

    private Catalogue(Collection<? extends Definition> definitions) {
        definitions.forEach(this::put);
    }

    /** This catalogue with one more definition, or another version of one, not checked yet. */
    Catalogue replacing(Definition definition) {
        Catalogue other = new Catalogue(List.of());
        other.measures.putAll(measures);
        other.indicators.putAll(indicators);
        other.pairs.putAll(pairs);
        other.sources.putAll(sources);
        other.put(definition);
        return other;
    }

    /**
     * What of these can stand together: an indicator that rests on something closed cannot be computed, and is not in force
     * either; nor is a pair of such; a mean is not taken without its weight.
     */
    static Catalogue inForce(Collection<? extends Definition> definitions) {
        Catalogue catalogue = new Catalogue(definitions);
        List.copyOf(catalogue.indicators.values()).stream()
                .filter(i -> !catalogue.resolves(i))
                .map(Indicator::code)
                .toList()
                .forEach(catalogue.indicators::remove);
        catalogue
                .pairs
                .values()
                .removeIf(p -> catalogue.indicator(p.leading()).isEmpty()
                        || catalogue.indicator(p.lagging()).isEmpty());
        catalogue.measures.replaceAll(
                (code, m) -> m.weight().map(catalogue.measures::containsKey).orElse(true)
                        ? m
                        : m.with(Aggregation.of(TimeAggregation.NONE)));
        return catalogue;
    }

    private void put(Definition definition) {
        if (definition instanceof Measure measure) {
            measures.put(measure.code(), measure);
        } else if (definition instanceof Indicator indicator) {
            indicators.put(indicator.code(), indicator);
        } else if (definition instanceof Pair pair) {
            pairs.put(pair.code(), pair);
        } else if (definition instanceof Source source) {
            sources.put(source.code(), source);
        }
    }

    /** The catalogue that every installation begins with. */
    public static Catalogue shipped() {
        return CatalogueHistory.shipped().latest();
    }

    static List<Definition> shippedDefinitions() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/org/kpisuite/domain/catalogue.txt")) {
            return CatalogueFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<Measure> measures() {
        return List.copyOf(measures.values());
    }

    public Collection<Indicator> indicators() {
        return List.copyOf(indicators.values());
    }

    public Collection<Pair> pairs() {
        return List.copyOf(pairs.values());
    }

    public Collection<Source> sources() {
        return List.copyOf(sources.values());
    }

    public Optional<Measure> measure(String code) {
        return Optional.ofNullable(measures.get(code));
    }

    public Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    public Optional<Pair> pair(String code) {
        return Optional.ofNullable(pairs.get(code));
    }

    public Optional<Source> source(String code) {
        return Optional.ofNullable(sources.get(code));
    }

    /** The indicator that a name in a formula means; empty where it means a measure, or nothing. */
    Optional<Indicator> inner(String code) {
        return measures.containsKey(code) ? Optional.empty() : indicator(code);
    }

    /** Everything that a formula can name. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>(measures.keySet());
        codes.addAll(indicators.keySet());
        return Collections.unmodifiableSet(codes);
    }

    /** All base measures that an indicator rests on, other indicators resolved. */
    public Set<String> measuresOf(Indicator indicator) {
        Set<String> found = new LinkedHashSet<>();
        measures(indicator.formula(), new HashSet<>(), found);
        return found;
    }

    /**
     * SHA-256 of all that decides what the number of an indicator means, what its formula rests on included, 64 hex digits.
     */
    public String print(Indicator indicator) {
        return DefinitionPrint.of(indicator, this);
    }

    /** Whether everything that a formula rests on is in force, such as one that a plan was signed with. */
    public boolean resolves(Formula formula) {
        return resolves(formula, new HashSet<>());
    }

    private boolean resolves(Indicator indicator) {
        return resolves(indicator.formula(), new HashSet<>(Set.of(indicator.code())));
    }

    private boolean resolves(Formula formula, Set<String> path) {
        for (Formula.Reference reference : formula.references()) {
            if (measures.containsKey(reference.code())) {
                continue;
            }
            Indicator inner = indicators.get(reference.code());
            if (inner == null || !path.add(inner.code()) || !resolves(inner.formula(), path)) {
                return false;
            }
            path.remove(inner.code());
        }
        return true;
    }

    private void measures(Formula formula, Set<String> path, Set<String> found) {
        for (Formula.Reference reference : formula.references()) {
            if (measures.containsKey(reference.code())) {
                found.add(reference.code());
                continue;
            }
            Indicator inner = indicator(reference.code())
                    .orElseThrow(() -> refused(formula, "formula.unknown", reference.code()));
            if (!path.add(inner.code())) {
                throw refused(formula, "formula.cycle", inner.code());
            }
            measures(inner.formula(), path, found);
            path.remove(inner.code());
        }
    }

    private static KpiException refused(Formula formula, String reason, String code) {
        String text = formula.toString();
        return new KpiException(List.of(Refusal.ofField(Code.E_FORMULA, "formula", text, text, reason, code)));
    }

    /** Codes of measures by their text, for suggestions. */
    public Map<String, Measure> measuresByCode() {
        return new TreeMap<>(measures);
    }
}
