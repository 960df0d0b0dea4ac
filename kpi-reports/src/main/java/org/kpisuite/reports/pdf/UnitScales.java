package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Scale;

/**
 * One scale of variances per printed unit: thousand roubles and million roubles are two. Percent items share the scale
 * of percentage points.
 */
final class UnitScales {
    private final Locale locale;
    private final Map<String, Scale> scales = new LinkedHashMap<>();

    UnitScales(List<ScorecardItem> items, Locale locale) {
        this.locale = locale;
        Map<String, List<BigDecimal>> variances = new LinkedHashMap<>();
        for (ScorecardItem item : items) {
            item.deltaPlan().absoluteValue().ifPresent(d -> variances
                    .computeIfAbsent(unit(item), u -> new ArrayList<>())
                    .add(inPrintedUnit(item, d)));
        }
        variances.forEach((unit, all) -> {
            if (all.stream().anyMatch(d -> d.signum() != 0)) {
                scales.put(unit, Scale.of(all));
            }
        });
    }

    /** The absolute variance against plan as a share of the full length of its unit; 0 where there is none. */
    float share(ScorecardItem item) {
        Scale scale = scales.get(unit(item));
        return scale == null
                ? 0
                : item.deltaPlan()
                        .absoluteValue()
                        .map(d -> scale.share(inPrintedUnit(item, d)))
                        .orElse(0f);
    }

    /** The full lengths with their units, for the footer; empty where no variance is drawn. */
    String fullLengths() {
        NumberText numbers = NumberText.of(locale);
        return scales.entrySet().stream()
                .map(e -> numbers.plain(whole(e.getValue().full())) + NumberText.NO_BREAK_SPACE + e.getKey())
                .map(String::strip)
                .collect(Collectors.joining(" · "));
    }

    private static BigDecimal whole(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private String unit(ScorecardItem item) {
        return item.unitKind() == UnitKind.PERCENT
                ? Messages.text(locale, "unit.pp")
                : new ItemText(item, locale).unit();
    }

    private static BigDecimal inPrintedUnit(ScorecardItem item, BigDecimal variance) {
        return variance.movePointLeft(item.rounding().power());
    }
}
