package org.kpisuite.domain.actual;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** The shipped catalogue, four measures beside it, units SALES and MARKETING of this person and FINANCE of another. */
class SampleCodes implements Codes {
    private static final LocalizedText NAME = new LocalizedText("Sample", "Пример");
    private final Catalogue shipped = Catalogue.shipped();
    private final List<Measure> own = List.of(
            measure("SHARE", MeasureKind.RATE, UnitKind.PERCENT, null, null),
            measure("TIMES", MeasureKind.RATE, UnitKind.RATIO, null, null),
            measure("DAILY", MeasureKind.FLOW, UnitKind.COUNT, null, Granularity.DAY),
            measure("FEES_USD", MeasureKind.FLOW, UnitKind.MONEY, "USD", null));

    private static Measure measure(String code, MeasureKind kind, UnitKind unit, String currency, Granularity grain) {
        TimeAggregation aggregation = Measure.defaultAggregation(kind);
        return new Measure(code, NAME, kind, unit, currency, grain, aggregation);
    }

    @Override
    public boolean hasUnit(String unit) {
        return unit.equals("FINANCE") || importableUnits().contains(unit);
    }

    @Override
    public Set<String> importableUnits() {
        return Set.of("SALES", "MARKETING");
    }

    @Override
    public String currencyOf(String unit) {
        return "RUB";
    }

    @Override
    public Optional<Measure> measure(String code) {
        return own.stream().filter(m -> m.code().equals(code)).findFirst().or(() -> shipped.measure(code));
    }

    @Override
    public Collection<String> measures() {
        return shipped.measures().stream().map(Measure::code).toList();
    }

    @Override
    public Optional<Set<String>> partsOf(String indicator) {
        return shipped.indicator(indicator).map(shipped::measuresOf);
    }

    @Override
    public Set<String> sources() {
        return Set.of("MANUAL", "CRM");
    }

    @Override
    public Set<String> dimensions() {
        return Catalogue.DIMENSIONS;
    }
}
