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

/** Reads how a company scores and compares; what cannot be is refused by the name of the setting. */
final class ScoreSettings {
    private static final String COMPARISON = "KPI_COMPARISON";
    private static final String COVERAGE_MIN = "KPI_COVERAGE_MIN";
    private static final String NO_COMPENSATION = "KPI_NO_COMPENSATION";

    static final List<String> NAMES = List.of(COMPARISON, COVERAGE_MIN, NO_COMPENSATION);

    private ScoreSettings() {}

    static Comparisons comparisons(Function<String, Optional<String>> settings) {
        return settings.apply(COMPARISON)
                .map(text -> Comparisons.named(text).orElseThrow(() -> wrong(COMPARISON, Comparisons.NAMES, text)))
                .orElse(Comparisons.STANDARD);
    }

    static ScoreRules score(Function<String, Optional<String>> settings) {
        ScoreRules rules = new ScoreRules(
                settings.apply(COVERAGE_MIN).map(ScoreSettings::points).orElse(Score.COVERAGE_MIN), false, false);
        return settings.apply(NO_COMPENSATION).filter(ScoreSettings::isTrue).isPresent()
                ? rules.withoutCompensation()
                : rules;
    }

    private static BigDecimal points(String text) {
        try {
            BigDecimal points = new BigDecimal(text.strip());
            if (points.signum() >= 0 && points.compareTo(Decimals.HUNDRED) <= 0) {
                return points;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    wrong(COVERAGE_MIN, "0 to 100", text).getMessage(), e);
        }
        throw wrong(COVERAGE_MIN, "0 to 100", text);
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
