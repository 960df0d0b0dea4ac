package org.kpisuite.domain.catalogue;

import org.kpisuite.domain.quantity.UnitKind;

/**
 * The unit that a formula comes to, as powers of money, pieces and hours. Constants, percents and points have none.
 *
 * <p>Source: domain specification §2.1.
 *
 * @param free whether it rests on ready-made ratios, which are of no unit and go with any
 */
record FormulaUnit(int money, int count, int duration, boolean free) {
    static final FormulaUnit PURE = new FormulaUnit(0, 0, 0, false);

    static FormulaUnit of(UnitKind kind) {
        return switch (kind) {
            case MONEY -> new FormulaUnit(1, 0, 0, false);
            case COUNT -> new FormulaUnit(0, 1, 0, false);
            case DURATION -> new FormulaUnit(0, 0, 1, false);
            case PERCENT, POINTS -> PURE;
            case RATIO -> new FormulaUnit(0, 0, 0, true);
        };
    }

    FormulaUnit times(FormulaUnit other) {
        return combined(other, 1);
    }

    FormulaUnit per(FormulaUnit other) {
        return combined(other, -1);
    }

    private FormulaUnit combined(FormulaUnit other, int sign) {
        return new FormulaUnit(
                money + sign * other.money,
                count + sign * other.count,
                duration + sign * other.duration,
                free && other.free);
    }

    /** Whether both may be added, subtracted or compared. */
    boolean isLike(FormulaUnit other) {
        return free || other.free || (money == other.money && count == other.count && duration == other.duration);
    }

    /** Of two like ones the one that says more. */
    FormulaUnit or(FormulaUnit other) {
        return free ? other : this;
    }

    /** Whether it can be shown as that: money and hours whole or per piece, a ratio where like is divided by like. */
    boolean fits(UnitKind kind) {
        boolean wholeOrPerPiece = count == 0 || count == -1;
        return free
                || switch (kind) {
                    case MONEY -> money == 1 && duration == 0 && wholeOrPerPiece;
                    case DURATION -> duration == 1 && money == 0 && wholeOrPerPiece;
                    case COUNT -> count == 1 && money == 0 && duration == 0;
                    case RATIO, PERCENT, POINTS -> money == 0 && count == 0 && duration == 0;
                };
    }

    @Override
    public String toString() {
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        power(UnitKind.MONEY, money, above, below);
        power(UnitKind.DURATION, duration, above, below);
        power(UnitKind.COUNT, count, above, below);
        String numerator = above.isEmpty() ? (below.isEmpty() ? UnitKind.RATIO.name() : "1") : above.substring(1);
        return below.isEmpty() ? numerator : numerator + "/" + below.substring(1);
    }

    private static void power(UnitKind kind, int power, StringBuilder above, StringBuilder below) {
        (power > 0 ? above : below).append(("·" + kind).repeat(Math.abs(power)));
    }
}
