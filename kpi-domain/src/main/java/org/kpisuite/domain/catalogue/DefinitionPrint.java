package org.kpisuite.domain.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.CanonicalJson;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * All that decides what the number of an indicator means and how it is worked out, its measures and the indicators that
 * its formula names included, as one hash: another multiplier, maturity or formula is another hash.
 *
 * <p>Left out is what does not: groups, stewards, sources, from when and until when a version holds.
 */
final class DefinitionPrint {
    private final Catalogue catalogue;
    private final Map<String, Object> parts = new TreeMap<>();

    private DefinitionPrint(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** SHA-256, 64 hex digits. */
    static String of(Indicator indicator, Catalogue catalogue) {
        DefinitionPrint print = new DefinitionPrint(catalogue);
        print.add(indicator);
        return CanonicalJson.sha256(CanonicalJson.of(print.parts));
    }

    private void add(Indicator indicator) {
        if (parts.put("indicator " + indicator.code(), content(indicator)) != null) {
            return;
        }
        indicator.formula().references().forEach(r -> name(r.code()));
        indicator.weight().ifPresent(this::name);
    }

    private void name(String code) {
        catalogue.measure(code).ifPresent(m -> parts.put("measure " + code, content(m)));
        catalogue.inner(code).ifPresent(this::add);
    }

    private static Map<String, @Nullable Object> content(Indicator indicator) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("name", text(indicator.name()));
        content.put("definition", text(indicator.definition()));
        content.put("nature", indicator.nature());
        content.put("formula", indicator.formula());
        content.put("multiplier", indicator.multiplier());
        content.put("unitKind", indicator.unitKind());
        content.put("displayScale", indicator.displayScale());
        content.put("direction", indicator.direction());
        content.put("currency", indicator.currency());
        content.put("granularity", indicator.granularity());
        content.put("overTime", indicator.aggregation().timeText());
        content.put("overUnits", indicator.orgAggregation());
        content.put("missingPolicy", indicator.missingPolicy());
        content.put("maturityDays", indicator.maturityDays());
        content.put("definitionId", indicator.definitionId());
        content.put("minDenominator", indicator.minDenominator());
        content.put("canBeNegative", indicator.canBeNegative());
        return content;
    }

    private static Map<String, @Nullable Object> content(Measure measure) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("name", text(measure.name()));
        content.put("kind", measure.kind());
        content.put("unitKind", measure.unitKind());
        content.put("currency", measure.currency());
        content.put("granularity", measure.granularity());
        content.put("overTime", measure.aggregation().timeText());
        content.put("overUnits", measure.aggregation().org());
        content.put("weekSplit", measure.weekSplit());
        return content;
    }

    private static Map<String, String> text(LocalizedText text) {
        return Map.of("en", text.en(), "ru", text.ru());
    }
}
