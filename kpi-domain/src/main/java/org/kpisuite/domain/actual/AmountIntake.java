package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.UnitKind;

/** Says what a written number means for its measure: percent, count, money in the right currency, ten decimals. */
final class AmountIntake {
    private final IntakeContext context;

    AmountIntake(IntakeContext context) {
        this.context = context;
    }

    /** The stored value of a number that was written for a measure; findings and null where it is refused. */
    @Nullable
    BigDecimal amount(Measure measure, GivenNumber given, String text, Cell at) {
        BigDecimal scaled = scaled(measure, given, text, at);
        return scaled == null ? null : stored(measure, scaled, at);
    }

    /** What a written number means for a measure, not rounded yet; findings and null where it is refused. */
    @Nullable
    BigDecimal scaled(Measure measure, GivenNumber given, String text, Cell at) {
        BigDecimal value = percent(measure, given, text, at);
        return value == null
                ? null
                : value.multiply(context.rules().of(measure.code()).multiplier());
    }

    /** A value as storage holds it; findings and null where its measure does not allow it. */
    @Nullable
    BigDecimal stored(Measure measure, BigDecimal value, Cell at) {
        boolean count = measure.unitKind() == UnitKind.COUNT;
        return count && !isCount(value, at) ? null : rounded(value, at);
    }

    private @Nullable BigDecimal percent(Measure measure, GivenNumber given, String text, Cell at) {
        if (given.percent()) {
            if (measure.unitKind() == UnitKind.PERCENT) {
                return given.value().movePointLeft(2);
            }
            at.refuse(Refusal.of(Code.E_NUM_FORMAT, text));
            return null;
        }
        return measure.unitKind() == UnitKind.PERCENT ? barePercent(measure, given.value(), text, at) : given.value();
    }

    private @Nullable BigDecimal barePercent(Measure measure, BigDecimal value, String text, Cell at) {
        IntakeRules.PercentNotation notation =
                context.rules().of(measure.code()).percentAs();
        if (notation == null) {
            at.refuse(Refusal.of(Code.E_PCT_AMBIGUOUS, text));
            return null;
        }
        if (notation == IntakeRules.PercentNotation.FRACTION) {
            return value;
        }
        if (value.abs().compareTo(BigDecimal.ONE) <= 0) {
            at.refuse(Refusal.of(Code.W_PCT_SMALL, text));
        }
        return value.movePointLeft(2);
    }

    /** Ten decimals and eighteen digits before them, which is what storage holds. */
    @Nullable
    BigDecimal rounded(BigDecimal value, Cell at) {
        BigDecimal stored = value;
        if (value.scale() > FactRow.SCALE_MAX) {
            stored = value.setScale(FactRow.SCALE_MAX, RoundingMode.HALF_UP);
            if (stored.compareTo(value) != 0) {
                at.refuse(Refusal.of(Code.W_NUM_SCALE, Decimals.plain(stored)));
            }
        }
        if (stored.precision() - stored.scale() > FactRow.INTEGER_DIGITS_MAX) {
            at.refuse(Refusal.of(Code.E_LIMIT, Decimals.plain(stored), "10^" + FactRow.INTEGER_DIGITS_MAX));
            return null;
        }
        return stored;
    }

    /** As it was given: what is no count does not become one by being rounded. */
    private static boolean isCount(BigDecimal value, Cell at) {
        if (value.signum() < 0) {
            at.refuse(Refusal.of(Code.E_NUM_NEGATIVE, Decimals.plain(value)));
            return false;
        }
        if (value.scale() > 0 && value.stripTrailingZeros().scale() > 0) {
            at.refuse(Refusal.of(Code.E_NUM_INTEGER, Decimals.plain(value)));
            return false;
        }
        return true;
    }

    /** What is wrong with the currency of a row, or with a sign beside its number. */
    Optional<Refusal> currency(Measure measure, @Nullable String unit, String column, GivenNumber given) {
        if (measure.unitKind() != UnitKind.MONEY) {
            return given.currencies().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Refusal.of(Code.E_CUR_MISMATCH, String.join("/", given.currencies()), "—"));
        }
        String told = column.isEmpty() ? context.rules().currency() : column;
        String currency =
                IntakeRules.OF_UNIT.equals(told) ? expected(measure, unit).orElse(told) : told;
        if (currency == null) {
            return Optional.of(Refusal.of(Code.E_CUR_MISSING, measure.code()));
        }
        if (!given.currencies().isEmpty() && !given.currencies().contains(currency)) {
            return Optional.of(Refusal.of(Code.E_CUR_MISMATCH, String.join("/", given.currencies()), currency));
        }
        return expected(measure, unit)
                .filter(expected -> !expected.equals(currency))
                .map(expected -> Refusal.of(Code.E_CUR_MISMATCH, currency, expected));
    }

    private Optional<String> expected(Measure measure, @Nullable String unit) {
        return measure.ownCurrency().or(() -> Optional.ofNullable(unit).map(context.codes()::currencyOf));
    }

    /** Where findings about one cell go. */
    @FunctionalInterface
    interface Cell {
        void refuse(Refusal refusal);
    }
}
