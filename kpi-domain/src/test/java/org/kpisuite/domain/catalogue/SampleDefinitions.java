package org.kpisuite.domain.catalogue;

import java.time.LocalDate;
import java.util.Set;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Definitions of which a test says only what matters to it. */
final class SampleDefinitions {
    private static final LocalizedText TEXT = new LocalizedText("Text", "Текст");

    private SampleDefinitions() {}

    static Indicator indicator(String code, UnitKind unit, String formula) {
        return new Indicator(
                code,
                TEXT,
                TEXT,
                Nature.LEAD,
                Usage.EVAL,
                Formula.parse(formula),
                1,
                unit,
                2,
                Direction.UP,
                Set.of(IndicatorGroup.REACH),
                TimeAggregation.RATIO_OF_SUMS,
                false);
    }

    static Measure measure(String code, MeasureKind kind, UnitKind unit) {
        return new Measure(code, TEXT, kind, unit, null, null, Measure.defaultAggregation(kind));
    }

    static Validity from(int version, String day) {
        return new Validity(version, LocalDate.parse(day), null);
    }
}
