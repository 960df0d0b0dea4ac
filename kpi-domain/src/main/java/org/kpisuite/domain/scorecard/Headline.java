package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * The sentence that opens a scorecard: the largest weighted loss with its figures, made by rule.
 *
 * <p>Source: domain specification §7.1.
 */
public final class Headline {
    private Headline() {}

    public static String of(Scorecard scorecard, Locale locale) {
        if (scorecard.plan().isEmpty()) {
            return Messages.text(locale, "headline.no-plan", scorecard.items().size());
        }
        List<ScorecardItem> losses = scorecard.losses();
        if (losses.isEmpty()) {
            return withoutLoss(scorecard, locale);
        }
        ScorecardItem worst = losses.get(0);
        ItemText text = new ItemText(worst, locale);
        NumberText numbers = NumberText.of(locale);
        String lost = numbers.points(worst.pointsLost().orElseThrow());
        String all = numbers.points(scorecard.pointsLost());
        if (worst.notes().contains(ScorecardItem.Note.GATE_FAILED)) {
            return Messages.text(locale, "headline.gate", text.name(), lost, all);
        }
        return worst.deltaPlan()
                .absoluteValue()
                .filter(d -> d.signum() != 0)
                .map(d -> Messages.text(
                        locale,
                        d.signum() < 0 ? "headline.below" : "headline.above",
                        text.name(),
                        distance(worst, d, text, locale),
                        lost,
                        all))
                .orElseGet(() -> Messages.text(locale, "headline.loss", text.name(), lost, all));
    }

    private static String withoutLoss(Scorecard scorecard, Locale locale) {
        List<ScorecardItem> all =
                scorecard.items().stream().filter(i -> i.usage() == Usage.EVAL).toList();
        long scored = all.stream().filter(i -> i.scored().isPresent()).count();
        if (scored == 0) {
            return Messages.text(locale, "headline.nothing");
        }
        return scored == all.size()
                ? Messages.text(locale, "headline.all-reached", scored)
                : Messages.text(locale, "headline.reached-so-far", scored, all.size());
    }

    /** How far off, with its unit: {@code 100 pcs}, {@code 1.4 pp}. */
    private static String distance(ScorecardItem item, BigDecimal variance, ItemText text, Locale locale) {
        String number = NumberText.of(locale).value(variance.abs(), item.rounding());
        String unit = item.unitKind() == UnitKind.PERCENT ? Messages.text(locale, "unit.pp") : text.unit();
        return unit.isEmpty() ? number : number + NumberText.NO_BREAK_SPACE + unit;
    }
}
