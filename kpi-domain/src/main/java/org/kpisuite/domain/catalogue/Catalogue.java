package org.kpisuite.domain.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** All measures, indicators and declared pairs. Immutable; an indicator's formula names only what is in it. */
public final class Catalogue {
    /** Dimensions that an import may carry. */
    public static final Set<String> DIMENSIONS = Set.of("channel", "campaign", "product");

    /** The built-in flow that says a feed was complete: one row a day and source. Source: domain specification §2.5. */
    public static final String FEED_HEARTBEAT = "FEED_HEARTBEAT";

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();

    /**
     * Checks and holds them.
     *
     * @throws KpiException E-FORMULA if a formula names something unknown or itself
     */
    public Catalogue(Collection<Measure> measures, Collection<Indicator> indicators) {
        measures.forEach(m -> this.measures.put(m.code(), m));
        indicators.forEach(i -> this.indicators.put(i.code(), i));
        indicators.forEach(i -> measures(i.formula(), new HashSet<>(Set.of(i.code())), new LinkedHashSet<>()));
    }

    /** The catalogue that every installation begins with. */
    public static Catalogue shipped() {
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

    public Optional<Measure> measure(String code) {
        return Optional.ofNullable(measures.get(code));
    }

    public Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    /** All base measures that an indicator rests on, other indicators resolved. */
    public Set<String> measuresOf(Indicator indicator) {
        Set<String> found = new LinkedHashSet<>();
        measures(indicator.formula(), new HashSet<>(), found);
        return found;
    }

    private void measures(Formula formula, Set<String> path, Set<String> found) {
        for (Formula.Reference reference : formula.references()) {
            if (measures.containsKey(reference.code())) {
                found.add(reference.code());
                continue;
            }
            Indicator inner = indicator(reference.code())
                    .orElseThrow(() -> new KpiException(Code.E_FORMULA, formula.toString(), reference.code()));
            if (!path.add(inner.code())) {
                throw new KpiException(Code.E_FORMULA, formula.toString(), inner.code() + " names itself");
            }
            measures(inner.formula(), path, found);
            path.remove(inner.code());
        }
    }

    /** Codes of measures by their text, for suggestions. */
    public Map<String, Measure> measuresByCode() {
        return new TreeMap<>(measures);
    }
}
