package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * The sentence that opens a decision: what is different about a plan, made by rule.
 *
 * <p>At most two parts, the first that apply: the target of the heaviest indicator that was moved, and how many more were;
 * the weight that moves, and from where to where; indicators that came and went; anything else. Source: domain
 * specification §4.4.
 */
public final class PlanHeadline {
    private static final int PARTS_MAX = 2;
    private static final int PERCENT_SHIFT = 2;

    private final PlanDiff diff;
    private final Catalogue catalogue;
    private final Locale locale;

    private PlanHeadline(PlanDiff diff, Catalogue catalogue, Locale locale) {
        this.diff = diff;
        this.catalogue = catalogue;
        this.locale = locale;
    }

    public static String of(PlanDiff diff, Catalogue catalogue, Locale locale) {
        return new PlanHeadline(diff, catalogue, locale).sentence();
    }

    /** The sentence where there is no plan before: what is in this one. */
    public static String ofFirst(PlanContent content, Locale locale) {
        long scored =
                content.items().stream().filter(i -> i.usage() == Usage.EVAL).count();
        return Messages.text(
                locale,
                "plan.headline.first",
                CountedWord.KPI.text(scored, locale),
                CountedWord.METRIC.text(content.items().size() - scored, locale));
    }

    private String sentence() {
        List<String> parts = new ArrayList<>();
        target().ifPresent(parts::add);
        weight().ifPresent(parts::add);
        came(ItemChange.Kind.ADDED, "plan.headline.added").ifPresent(parts::add);
        came(ItemChange.Kind.REMOVED, "plan.headline.removed").ifPresent(parts::add);
        if (parts.isEmpty()) {
            parts.add(Messages.text(locale, diff.isEmpty() ? "plan.headline.same" : "plan.headline.rest"));
        }
        String sentence = parts.stream().limit(PARTS_MAX).collect(Collectors.joining("; "));
        return sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1);
    }

    private Optional<String> target() {
        List<ItemChange> moved = diff.items(ItemChange.Kind.CHANGED).stream()
                .filter(c -> c.isScored() && c.aimMove().isPresent())
                .toList();
        return moved.stream().findFirst().map(first -> {
            BigDecimal by = first.aimMove().orElseThrow();
            String key = by.signum() > 0 ? "plan.headline.target-up" : "plan.headline.target-down";
            String sentence = Messages.text(locale, key, name(first), amount(first, by.abs()));
            return moved.size() == 1
                    ? sentence
                    : Messages.text(
                            locale,
                            "plan.headline.more",
                            sentence,
                            CountedWord.MORE_TARGETS.text(moved.size() - 1L, locale));
        });
    }

    /** A distance with its unit: {@code 200}, {@code 1.5 pp}. */
    private String amount(ItemChange change, BigDecimal distance) {
        Optional<Indicator> indicator = catalogue.indicator(change.item().indicator());
        boolean percent =
                indicator.filter(i -> i.unitKind() == UnitKind.PERCENT).isPresent();
        String number = plain(percent ? distance.movePointRight(PERCENT_SHIFT) : distance);
        return percent ? number + NumberText.NO_BREAK_SPACE + Messages.text(locale, "unit.pp") : number;
    }

    private Optional<String> weight() {
        Comparator<ItemChange> byGain = Comparator.comparing(ItemChange::weightGain);
        List<ItemChange> gainers =
                diff.items().stream().filter(c -> c.weightGain().signum() > 0).toList();
        List<ItemChange> losers =
                diff.items().stream().filter(c -> c.weightGain().signum() < 0).toList();
        if (gainers.isEmpty() || losers.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal gained = gainers.stream().map(ItemChange::weightGain).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal lost = losers.stream().map(ItemChange::weightGain).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal moved = gained.min(lost.negate());
        boolean plain = gainers.size() == 1 && losers.size() == 1;
        String verb = CountedWord.form(moved, locale);
        return Optional.of(Messages.text(
                locale,
                (plain ? "plan.headline.weight." : "plan.headline.weights.") + verb,
                plain(moved) + NumberText.of(locale).percentSign(),
                name(losers.stream().min(byGain).orElseThrow()),
                name(gainers.stream().max(byGain).orElseThrow())));
    }

    private Optional<String> came(ItemChange.Kind kind, String key) {
        List<ItemChange> all = diff.items(kind);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.size() == 1) {
            return Optional.of(Messages.text(locale, key + ".one", name(all.get(0))));
        }
        long scored = all.stream().filter(ItemChange::isScored).count();
        return Optional.of(Messages.text(
                locale,
                key,
                CountedWord.KPI.text(scored, locale),
                CountedWord.METRIC.text(all.size() - scored, locale)));
    }

    /** Without what stands after a comma, {@code CAC, fully loaded}, unless two would then be called the same. */
    private String name(ItemChange change) {
        String name = fullName(change);
        String brief = brief(name);
        long alike = diff.items().stream()
                .filter(c -> brief(fullName(c)).equals(brief))
                .count();
        return alike > 1 ? name : brief;
    }

    private static String brief(String name) {
        int comma = name.indexOf(", ");
        return comma < 0 ? name : name.substring(0, comma);
    }

    private String fullName(ItemChange change) {
        PlanItem item = change.item();
        String name = catalogue
                .indicator(item.indicator())
                .map(i -> i.name().in(locale))
                .orElse(item.indicator());
        return item.dims().isEmpty() ? name : name + " · " + item.dims();
    }

    private String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return NumberText.of(locale).plain(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
