package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * What somebody in a role is usually measured by: the items of a plan before anybody has set its targets. Source: domain
 * specification §1.5.
 *
 * @param influencer who else moves its indicators: all its items are of shared control
 */
public record RoleTemplate(String code, LocalizedText name, LocalizedText influencer, List<Line> lines) {
    public RoleTemplate {
        lines = List.copyOf(lines);
    }

    /**
     * One item.
     *
     * @param weight points, 0 for a diagnostic
     * @param source code of the data source
     * @param goal null for a diagnostic
     * @param explains key of the item that a diagnostic explains; null for a scored one
     * @param qualityPair key of the item that stands for the quality of a quantity; null for none
     * @param gate null for none
     */
    public record Line(
            String indicator,
            Map<String, String> dimensions,
            BigDecimal weight,
            String source,
            @Nullable LocalizedText goal,
            @Nullable String explains,
            @Nullable String qualityPair,
            @Nullable GateTerms gate) {
        public Line {
            dimensions = Map.copyOf(dimensions);
        }

        public Usage usage() {
            return goal == null ? Usage.DIAG : Usage.EVAL;
        }

        /** {@code LEADS} or {@code LEADS[channel=social]}. */
        public String key() {
            return dimensions.isEmpty() ? indicator : indicator + "[" + Dimensions.text(dimensions) + "]";
        }
    }

    /** All shipped templates, in the order in which they are offered. */
    public static List<RoleTemplate> shipped() {
        return RoleTemplateFile.SHIPPED;
    }

    /**
     * The shipped template of a code.
     *
     * @throws KpiException E-FIELD-VALUE for another one
     */
    public static RoleTemplate of(String code) {
        return find(code).orElseThrow(() -> {
            List<String> codes = shipped().stream().map(RoleTemplate::code).toList();
            return new KpiException(Code.E_FIELD_VALUE, "template", code, String.join(", ", codes));
        });
    }

    public static Optional<RoleTemplate> find(String code) {
        return shipped().stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** The items before anything is known of their past: without marks. */
    public List<PlanItem> items(Catalogue catalogue, Locale locale) {
        return items(catalogue, locale, Map.of());
    }

    /**
     * The items with their targets set by the past.
     *
     * @param locale of the texts
     * @param history values of the last four quarters by {@link Line#key()}, missing ones left out
     * @throws KpiException E-FORMULA if the catalogue lacks an indicator
     */
    public List<PlanItem> items(Catalogue catalogue, Locale locale, Map<String, List<BigDecimal>> history) {
        return lines.stream()
                .map(l -> item(l, catalogue, locale, history.getOrDefault(l.key(), List.of())))
                .toList();
    }

    private PlanItem item(Line line, Catalogue catalogue, Locale locale, List<BigDecimal> history) {
        Indicator indicator = catalogue
                .indicator(line.indicator)
                .orElseThrow(() -> new KpiException(Code.E_FORMULA, code, line.indicator));
        Map<String, String> texts = new HashMap<>();
        texts.put("dataSource", indicator.dataSource().orElse(line.source));
        texts.put("influencers", influencer.in(locale));
        Optional.ofNullable(line.goal).ifPresent(g -> texts.put("goalLink", g.in(locale)));
        Optional.ofNullable(line.explains).ifPresent(e -> texts.put("explains", e));
        Optional.ofNullable(line.qualityPair).ifPresent(q -> texts.put("qualityPair", q));
        PlanItem item = new PlanItem(
                indicator,
                line.dimensions,
                line.usage(),
                line.weight,
                HistoricMarks.of(indicator, history),
                TargetPhasing.LINEAR_DAYS,
                Controllability.SHARED,
                texts);
        return line.gate == null ? item : item.with(Gate.of(line.gate, catalogue));
    }
}
