package org.kpisuite.ejb.actual;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.organisation.OrgTree;

/** What intake must know, as it is in this installation now. */
record InstallationCodes(OrgTree tree, Set<String> importableUnits, Catalogue catalogue, PendingGates gates)
        implements Codes {
    @Override
    public Optional<Integer> maturityDays(String measure) {
        return catalogue.indicators().stream()
                .filter(i -> catalogue.measuresOf(i).contains(measure))
                .flatMap(i -> i.maturityDays().stream())
                .max(Comparator.naturalOrder());
    }

    @Override
    public boolean isAwaitedByGate(String unit, String measure, Period period) {
        return gates.waitFor(unit, measure, period);
    }

    @Override
    public boolean hasUnit(String unit) {
        return tree.find(unit).isPresent();
    }

    @Override
    public boolean isWithin(String unit, String other) {
        return tree.path(unit).stream().anyMatch(u -> u.code().equals(other));
    }

    @Override
    public String currencyOf(String unit) {
        return tree.currency(unit);
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
        return catalogue.sources().stream().map(Source::code).collect(Collectors.toSet());
    }

    @Override
    public Set<String> dimensions() {
        return Catalogue.DIMENSIONS;
    }
}
