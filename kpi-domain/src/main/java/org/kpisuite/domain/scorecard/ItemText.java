package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.OtherSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * The numbers of one line as readers of one language see them: the same text in PDF, mail and page.
 *
 * <p>Values carry no unit (it stands once, after the name); variances carry their sign; no value is a dash.
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
        String currency = item.currency() == null ? "" : item.currency();
        return switch (currency) {
            case "RUB" -> "₽";
            case "USD" -> "$";
            case "EUR" -> "€";
            default -> currency;
        };
    }

    public String actual() {
        return cell(item.actual());
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

    /** A value of this line, or a dash. */
    public String cell(Cell cell) {
        return cell.usable().map(v -> numbers.value(v, item.rounding())).orElse(NumberText.NO_VALUE);
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

    private String shortReason(Change change) {
        return change.why()
                .map(r -> Messages.text(locale, "change." + (r.isNegativeBase() ? "NEG_BASE" : "NO_REF")))
                .orElse(NumberText.NO_VALUE);
    }

    /** The words beside a variance that has no percentage: {@code loss → profit}, {@code zero base}. */
    public Optional<String> reason(Change change) {
        return change.why()
                .filter(r -> r.isNegativeBase() || r == Change.Reason.ZERO_BASE)
                .map(r -> Messages.text(locale, "change." + r.name()));
    }

    /** What a remark names: units that are left out, sources that say otherwise; empty where it names nothing. */
    public String named(ScorecardItem.Note note) {
        return switch (note) {
            case UNITS_LEFT_OUT -> String.join(", ", item.beside().leftOut());
            case OTHER_SOURCE ->
                item.beside().otherSources().stream().map(this::differing).collect(Collectors.joining("; "));
            default -> "";
        };
    }

    private String differing(OtherSource other) {
        String by = other.difference()
                .differsBy()
                .map(share -> numbers.relative(share) + "\u00a0%")
                .orElseGet(() ->
                        numbers.plain(other.otherValue().subtract(other.value()).stripTrailingZeros()));
        return Messages.text(
                locale, "source.differs", other.other(), by, other.source(), other.measure(), other.unit());
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
