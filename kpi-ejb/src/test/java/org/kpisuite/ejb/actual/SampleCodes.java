package org.kpisuite.ejb.actual;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Source;

/** The shipped catalogue; units SALES and MARKETING of this person, FINANCE of another. */
class SampleCodes implements Codes {
    private final Catalogue catalogue = Catalogue.shipped();
    private final Set<String> units;
    private final String currency;

    SampleCodes() {
        this(Set.of("SALES", "MARKETING"), "RUB");
    }

    SampleCodes(Set<String> units, String currency) {
        this.units = Set.copyOf(units);
        this.currency = currency;
    }

    @Override
    public boolean hasUnit(String unit) {
        return unit.equals("FINANCE") || units.contains(unit);
    }

    @Override
    public Set<String> importableUnits() {
        return units;
    }

    @Override
    public String currencyOf(String unit) {
        return currency;
    }

    /** Of leads the CRM counts before the shop; of everything else all sources are equal. */
    @Override
    public Optional<Measure> measure(String code) {
        return catalogue.measure(code).map(m -> code.equals("LEADS") ? m.with(List.of("CRM", "SHOP")) : m);
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
        return catalogue.sources().stream().map(Source::code).collect(Collectors.toSet());
    }

    @Override
    public Set<String> dimensions() {
        return Catalogue.DIMENSIONS;
    }
}
