package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * What of an item is signed besides its name, weight and marks, in words: for the decision on screen and on paper.
 *
 * <p>What was displayed is what is signed (domain specification §4.5): whatever is in the content of a plan stands either
 * in its table or here.
 */
public final class PlanTerms {
    private static final int PERCENT_SHIFT = 2;
    private static final int HASH_SHOWN = 16;

    private final Catalogue catalogue;
    private final Locale locale;
    private final NumberText numbers;

    public PlanTerms(Catalogue catalogue, Locale locale) {
        this.catalogue = catalogue;
        this.locale = locale;
        this.numbers = NumberText.of(locale);
    }

    /** What a term is about, in the order in which they are read. */
    public enum About {
        CONTROL,
        GATE,
        QUALITY,
        SCALE,
        BASELINE,
        PHASING,
        GOAL,
        OWNER,
        SOURCE,
        FORMULA,
        DEFINITION
    }

    /** The terms of an item, those that it has. */
    public Map<About, String> of(PlanItem item) {
        Map<About, String> terms = new EnumMap<>(About.class);
        boolean scored = item.usage() == Usage.EVAL;
        put(terms, About.CONTROL, control(item));
        put(terms, About.GATE, item.gate().map(this::gate).orElse(null));
        put(terms, About.QUALITY, named("quality", item.texts().get("qualityPair")));
        put(terms, About.SCALE, scale(item, scored));
        put(terms, About.BASELINE, item.marks().values().get("baseline") == null ? null : baseline(item));
        put(terms, About.PHASING, scored || item.phasing().profile() != null ? phasing(item.phasing()) : null);
        put(terms, About.GOAL, goal(item, scored));
        put(terms, About.OWNER, said("owner", item.texts().get("owner")));
        put(terms, About.SOURCE, said("source", item.texts().get("dataSource")));
        put(terms, About.FORMULA, text("formula", item.formula(), text("direction." + item.direction())));
        put(
                terms,
                About.DEFINITION,
                item.definitionHash().map(h -> definition(item, h)).orElse(null));
        return terms;
    }

    /** The index of the departments below by their weights; empty where the plan has none. */
    public Optional<String> children(PlanContent content) {
        return content.children().isEmpty()
                ? Optional.empty()
                : Optional.of(content.children().stream()
                        .map(c -> c.unit() + " " + plain(c.weight()))
                        .collect(Collectors.joining(", ")));
    }

    private static void put(Map<About, String> terms, About about, @Nullable String words) {
        if (words != null && !words.isEmpty()) {
            terms.put(about, words);
        }
    }

    private String text(String key, Object... arguments) {
        return Messages.text(locale, "plan.terms." + key, arguments);
    }

    private @Nullable String said(String key, @Nullable String words) {
        return words == null || words.isEmpty() ? null : text(key, words);
    }

    private @Nullable String named(String key, @Nullable String item) {
        return item == null || item.isEmpty() ? null : text(key, name(item));
    }

    private @Nullable String control(PlanItem item) {
        String who = Objects.requireNonNullElse(item.texts().get("influencers"), "");
        String control = item.controllability() == null ? "" : text("control." + item.controllability());
        if (who.isEmpty()) {
            return control;
        }
        String influence = text("influence", who);
        return control.isEmpty() ? influence : control + ", " + influence;
    }

    private String gate(Gate gate) {
        String terms = text("gate", name(gate.numerator()), name(gate.denominator()), ratio(gate.threshold()));
        String otherwise =
                text("gate." + gate.mode(), gate.cap().map(this::plain).orElse(""));
        String mature = gate.maturityDays() == 0
                ? ""
                : "; " + text("gate.mature", String.valueOf(gate.maturityDays()), ratio(gate.matureShareMin()));
        return terms + "; " + otherwise + mature;
    }

    /** A share in percent; beyond one it is a multiple. */
    private String ratio(BigDecimal ratio) {
        return ratio.compareTo(BigDecimal.ONE) <= 0
                ? plain(ratio.movePointRight(PERCENT_SHIFT)) + numbers.percentSign()
                : plain(ratio) + "×";
    }

    private @Nullable String scale(PlanItem item, boolean scored) {
        BigDecimal floor = item.marks().floorScore();
        String cap = scored || item.marks().cap().compareTo(Marks.DEFAULT_CAP) != 0
                ? text("cap", plain(item.marks().cap()))
                : "";
        return floor.signum() == 0 ? cap : text("floorScore", plain(floor)) + (cap.isEmpty() ? "" : ", " + cap);
    }

    private String baseline(PlanItem item) {
        return text(
                "baseline",
                value(item, Objects.requireNonNull(item.marks().values().get("baseline"))));
    }

    private String phasing(TargetPhasing phasing) {
        String kind = text("phasing." + phasing.kind());
        return phasing.profile() == null ? kind : kind + " " + phasing.profile();
    }

    /** The words of the goal of a KPI stand in the tree of goals. */
    private @Nullable String goal(PlanItem item, boolean scored) {
        String words = Objects.requireNonNullElse(item.texts().get("goalLink"), "");
        if (scored && !words.isEmpty()) {
            return null;
        }
        String figure = item.goalValue().map(v -> value(item, v)).orElse("");
        String factor = item.coverageFactor().map(f -> "× " + plain(f)).orElse("");
        String goal = String.join(" ", words, figure, factor).strip();
        return goal.isEmpty() ? null : text("goal", goal);
    }

    private String definition(PlanItem item, String hash) {
        boolean same = catalogue
                .indicator(item.indicator())
                .filter(i -> catalogue.print(i).equals(hash))
                .isPresent();
        String shown = hash.substring(0, HASH_SHOWN).replaceAll("(.{4})(?=.)", "$1 ");
        return text(same ? "definition" : "definition.before", shown);
    }

    /** The name of a measure or an indicator, or of an item by its key. */
    private String name(String key) {
        int bracket = key.indexOf('[');
        String code = bracket < 0 ? key : key.substring(0, bracket);
        String name = catalogue
                .indicator(code)
                .map(Indicator::name)
                .or(() -> catalogue.measure(code).map(Measure::name))
                .map((LocalizedText t) -> t.in(locale))
                .orElse(code);
        return bracket < 0 ? name : name + " · " + key.substring(bracket + 1, key.length() - 1);
    }

    private String value(PlanItem item, BigDecimal value) {
        boolean percent = catalogue
                .indicator(item.indicator())
                .filter(i -> i.unitKind() == UnitKind.PERCENT)
                .isPresent();
        return percent ? plain(value.movePointRight(PERCENT_SHIFT)) + numbers.percentSign() : plain(value);
    }

    private String plain(BigDecimal value) {
        return numbers.plain(new BigDecimal(Decimals.plain(value)));
    }
}
