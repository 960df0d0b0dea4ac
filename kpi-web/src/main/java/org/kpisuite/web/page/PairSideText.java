package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;

/** One side of a pair as it is printed: name, unit, numbers all alike. */
final class PairSideText {
    private final PairSide side;
    private final Locale locale;
    private final Rounding rounding;

    PairSideText(PairSide side, Locale locale) {
        this.side = side;
        this.locale = locale;
        BigDecimal largest = values().values().stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
        this.rounding = Rounding.of(side.series().unitKind(), side.displayScale(), largest);
    }

    NavigableMap<Period, BigDecimal> values() {
        return side.series().values();
    }

    String name() {
        return side.series().name().in(locale);
    }

    /** The name with its unit: {@code Revenue, k ₽}. */
    String heading() {
        String unit = unit();
        return unit.isEmpty() ? name() : name() + ", " + unit;
    }

    String number(BigDecimal value) {
        return NumberText.of(locale).value(value, rounding);
    }

    String number(Optional<BigDecimal> value) {
        return value.map(this::number).orElse(NumberText.NO_VALUE);
    }

    private String unit() {
        UnitKind kind = side.series().unitKind();
        String base =
                switch (kind) {
                    case COUNT -> rounding.power() == 0 ? Messages.text(locale, "unit.pcs") : "";
                    case MONEY -> currencySign();
                    case PERCENT -> "%";
                    case POINTS -> Messages.text(locale, "unit.points");
                    case RATIO -> "×";
                    case DURATION -> Messages.text(locale, "unit.hours");
                };
        String power =
                switch (rounding.power()) {
                    case 3 -> Messages.text(locale, "unit.thousand");
                    case 6 -> Messages.text(locale, "unit.million");
                    case 9 -> Messages.text(locale, "unit.billion");
                    default -> "";
                };
        return power.isEmpty() || base.isEmpty() ? power + base : power + NumberText.NO_BREAK_SPACE + base;
    }

    private String currencySign() {
        String currency = side.currency() == null ? "" : side.currency();
        return switch (currency) {
            case "RUB" -> "₽";
            case "USD" -> "$";
            case "EUR" -> "€";
            default -> currency;
        };
    }
}
