package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * The numbers of one line as readers of one language see them: the same text in PDF, mail and page.
 *
 * <p>Values carry no unit (it stands once, after the name); variances carry their sign; no value is a dash. What there is
 * to say about them stands in {@link ItemWords}.
 */
public final class ItemText {
    private static final String FULL_UNIT = "%s %s";
    private static final String LOW_BASE = "‡";

    private final ScorecardItem item;
    private final Locale locale;
    private final NumberText numbers;

    public ItemText(ScorecardItem item, Locale locale) {
        this.item = item;
        this.locale = locale;
        this.numbers = NumberText.of(locale);
    }

    public String name() {
        return item.name().in(locale);
    }

    /** The printed unit: {@code pcs}, {@code k ₽}, {@code %}; empty for ratios. */
    public String unit() {
        String base =
                switch (item.unitKind()) {
                    case COUNT -> item.rounding().power() == 0 ? Messages.text(locale, "unit.pcs") : "";
                    case MONEY -> currencySign();
                    case PERCENT -> "%";
                    case POINTS -> Messages.text(locale, "unit.points");
                    case RATIO -> "×";
                    case DURATION -> Messages.text(locale, "unit.hours");
                };
        String power = power();
        return power.isEmpty() || base.isEmpty() ? power + base : FULL_UNIT.formatted(power, base);
    }

    private String power() {
        return switch (item.rounding().power()) {
            case 3 -> Messages.text(locale, "unit.thousand");
            case 6 -> Messages.text(locale, "unit.million");
            case 9 -> Messages.text(locale, "unit.billion");
            default -> "";
        };
    }

    private String currencySign() {
        return currencySign(item.currency() == null ? "" : item.currency());
    }

    /** The sign of a currency, else its code as it is. */
    public static String currencySign(String currency) {
        return switch (currency) {
            case "RUB" -> "₽";
            case "USD" -> "$";
            case "EUR" -> "€";
            default -> currency;
        };
    }

    /** The actual, or a dash; of a cost without its result, that there is none: {@code n/a (no customers)}. */
    public String actual() {
        return told(item.actual());
    }

    public String planToDate() {
        return cell(item.planToDate());
    }

    public String plan() {
        return cell(item.plan());
    }

    public String previous() {
        return cell(item.previous());
    }

    public String priorYear() {
        return cell(item.priorYear());
    }

    public String forecast() {
        return cell(item.forecast());
    }

    /** A value of this line, or a dash: for a column that has room for numbers only. */
    public String cell(Cell cell) {
        return cell.usable().map(v -> numbers.value(v, item.rounding())).orElse(NumberText.NO_VALUE);
    }

    /** The same with the words for a cost without its result. */
    public String told(Cell cell) {
        return cell instanceof Cell.Failed failed && failed.reason() == Cell.Reason.DIV0_COST
                ? withoutResult(failed)
                : cell(cell);
    }

    private String withoutResult(Cell.Failed failed) {
        String word = "lack." + failed.denominator();
        return Messages.has(locale, word)
                ? Messages.text(locale, "cell.DIV0_COST", Messages.text(locale, word))
                : Messages.text(locale, "cell.DIV0_COST.none");
    }

    public String deltaPlan() {
        return absolute(item.deltaPlan());
    }

    public String deltaPrevious() {
        return absolute(item.deltaPrevious());
    }

    public String deltaPriorYear() {
        return absolute(item.deltaPriorYear());
    }

    /** An absolute variance with its sign, in the unit of the line; percent in points. */
    public String absolute(Change change) {
        return change.absoluteValue()
                .map(d -> numbers.variance(d, item.rounding()))
                .orElse(NumberText.NO_VALUE);
    }

    public String deltaPlanRelative() {
        return relative(item.deltaPlan());
    }

    public String deltaPreviousRelative() {
        return relative(item.deltaPrevious());
    }

    public String deltaPriorYearRelative() {
        return relative(item.deltaPriorYear());
    }

    /** A relative variance in percent with its sign; {@code pp} for percent, the reason's word where there is none. */
    public String relative(Change change) {
        if (change.absolute() == null) {
            boolean compared = item.actual().usable().isPresent() && change.reason() == Change.Reason.NO_REF;
            return compared ? Messages.text(locale, "change.NO_REF") : NumberText.NO_VALUE;
        }
        if (item.unitKind() == UnitKind.PERCENT) {
            return Messages.text(locale, "unit.pp");
        }
        if (item.unitKind() == UnitKind.POINTS) {
            return Messages.text(locale, "unit.points");
        }
        return change.relativeValue()
                .map(r -> change.lowBase() ? numbers.relative(r) + LOW_BASE : numbers.relative(r))
                .orElseGet(() -> shortReason(change));
    }

    /** The same where there is room for its words: {@code n/m, loss → profit}, {@code n/a (zero base)}. */
    public String relativeInWords(Change change) {
        String relative = relative(change);
        Optional<String> reason = new ItemWords(item, locale).reason(change);
        return change.reason() == Change.Reason.ZERO_BASE && reason.isPresent()
                ? Messages.text(locale, "change.ZERO_BASE")
                : reason.map(r -> relative + ", " + r).orElse(relative);
    }

    /** A variance with all there is to it, for a drill-down: {@code +10 (+10.0%)}, {@code +1.0 pp (rel. +25.0%)}. */
    public String inFull(Change change) {
        String absolute = absolute(change);
        return switch (item.unitKind()) {
            case POINTS -> absolute + " " + relative(change);
            case PERCENT ->
                absolute + " " + relative(change)
                        + change.relativeValue()
                                .map(r -> " (" + Messages.text(locale, "change.relative") + " " + percent(r) + ")")
                                .orElse("");
            default ->
                change.relativeValue()
                        .map(r -> absolute + " (" + percent(r) + ")")
                        .orElseGet(() -> absolute + ", " + relativeInWords(change));
        };
    }

    private String percent(BigDecimal fraction) {
        return numbers.relative(fraction) + numbers.percentSign();
    }

    private String shortReason(Change change) {
        return change.why()
                .map(r -> Messages.text(
                        locale,
                        "change."
                                + (r.isNegativeBase()
                                        ? "NEG_BASE"
                                        : r == Change.Reason.ZERO_BASE ? "ZERO_BASE.short" : "NO_REF")))
                .orElse(NumberText.NO_VALUE);
    }

    /** Achievement with one decimal, or a dash. */
    public String achievement() {
        return points(item.scored());
    }

    /** Points lost with one decimal, or a dash. */
    public String pointsLost() {
        return points(item.pointsLost());
    }

    /** Weight in points, without idle zeros. */
    public String weight() {
        BigDecimal weight = item.weight().stripTrailingZeros();
        return numbers.plain(weight.scale() < 0 ? weight.setScale(0) : weight);
    }

    private String points(Optional<BigDecimal> points) {
        return points.map(numbers::points).orElse(NumberText.NO_VALUE);
    }
}
