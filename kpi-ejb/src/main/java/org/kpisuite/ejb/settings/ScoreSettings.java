package org.kpisuite.ejb.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.ScoreRules;
import org.kpisuite.domain.scorecard.StatusLimits;

/** Reads how a company scores and compares; what cannot be is refused by the name of the setting. */
final class ScoreSettings {
    private static final String COMPARISON = "KPI_COMPARISON";
    private static final String COVERAGE_MIN = "KPI_COVERAGE_MIN";
    private static final String NO_COMPENSATION = "KPI_NO_COMPENSATION";
    private static final String GREEN_FROM = "KPI_GREEN_FROM";
    private static final String AMBER_FROM = "KPI_AMBER_FROM";

    static final List<String> NAMES = List.of(COMPARISON, COVERAGE_MIN, NO_COMPENSATION, GREEN_FROM, AMBER_FROM);

    /** As far as an achievement goes unless a plan says otherwise. */
    private static final BigDecimal POINTS_MAX = BigDecimal.valueOf(120);

    private ScoreSettings() {}

    static Comparisons comparisons(Function<String, Optional<String>> settings) {
        return settings.apply(COMPARISON)
                .map(text -> Comparisons.named(text).orElseThrow(() -> wrong(COMPARISON, Comparisons.NAMES, text)))
                .orElse(Comparisons.STANDARD);
    }

    static ScoreRules score(Function<String, Optional<String>> settings) {
        BigDecimal coverage = points(COVERAGE_MIN, Decimals.HUNDRED, settings).orElse(Score.COVERAGE_MIN);
        ScoreRules rules = new ScoreRules(coverage, false, false, limits(settings));
        return settings.apply(NO_COMPENSATION).filter(ScoreSettings::isTrue).isPresent()
                ? rules.withoutCompensation()
                : rules;
    }

    private static StatusLimits limits(Function<String, Optional<String>> settings) {
        BigDecimal green = points(GREEN_FROM, POINTS_MAX, settings).orElse(StatusLimits.USUAL.green());
        BigDecimal amber = points(AMBER_FROM, POINTS_MAX, settings).orElse(StatusLimits.USUAL.amber());
        if (amber.compareTo(green) >= 0) {
            throw wrong(AMBER_FROM, "below " + GREEN_FROM, Decimals.plain(amber));
        }
        return new StatusLimits(green, amber);
    }

    private static Optional<BigDecimal> points(
            String name, BigDecimal most, Function<String, Optional<String>> settings) {
        return settings.apply(name).map(text -> points(name, most, text));
    }

    private static BigDecimal points(String name, BigDecimal most, String text) {
        String possible = "0 to " + most.toPlainString();
        try {
            BigDecimal points = new BigDecimal(text.strip());
            if (points.signum() >= 0 && points.compareTo(most) <= 0) {
                return points;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(name, possible, text).getMessage(), e);
        }
        throw wrong(name, possible, text);
    }

    private static boolean isTrue(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(NO_COMPENSATION, "true or false", text);
        };
    }

    private static IllegalArgumentException wrong(String name, Object possible, String given) {
        return new IllegalArgumentException(name + " must be " + possible + ", but is " + given);
    }
}
