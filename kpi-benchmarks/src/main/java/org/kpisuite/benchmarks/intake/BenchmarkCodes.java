package org.kpisuite.benchmarks.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.quantity.UnitKind;

/** Units U00 to U99 and the shipped catalogue. */
final class BenchmarkCodes implements Codes {
    static final List<String> MEASURES = Catalogue.shipped().measures().stream()
            .filter(m -> m.unitKind() == UnitKind.COUNT || m.unitKind() == UnitKind.MONEY)
            .map(Measure::code)
            .toList();

    private final Catalogue catalogue = Catalogue.shipped();
    private final Set<String> units =
            IntStream.range(0, 100).mapToObj("U%02d"::formatted).collect(Collectors.toSet());

    @Override
    public boolean hasUnit(String unit) {
        return units.contains(unit);
    }

    @Override
    public Set<String> importableUnits() {
        return units;
    }

    @Override
    public String currencyOf(String unit) {
        return "RUB";
    }

    @Override
    public Optional<Measure> measure(String code) {
        return catalogue.measure(code);
    }

    @Override
    public Collection<String> measures() {
        return catalogue.measuresByCode().keySet();
    }

    @Override
    public Optional<Set<String>> partsOf(String indicator) {
        return catalogue.indicator(indicator).map(catalogue::measuresOf);
    }

    @Override
    public Set<String> sources() {
        return Set.of("MANUAL");
    }

    @Override
    public Set<String> dimensions() {
        return Catalogue.DIMENSIONS;
    }
}
