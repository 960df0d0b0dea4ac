package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** Numbers of an explanation: those of the line as the scorecard prints them, those of its inputs in full units. */
final class ExplainFigures {
    private static final int PERCENT_SHIFT = 2;
    private static final int SCALE = 2;

    private final ScorecardItem item;
    private final ItemText text;
    private final Catalogue catalogue;
    private final Reader reader;

    ExplainFigures(ScorecardItem item, Catalogue catalogue, Reader reader) {
        this.item = item;
        this.text = new ItemText(item, reader.getLocale());
        this.catalogue = catalogue;
        this.reader = reader;
    }

    ItemText text() {
        return text;
    }

    /** A value of the line with its unit, by the rounding of the scorecard. */
    String line(@Nullable BigDecimal value) {
        return value == null ? NumberText.NO_VALUE : withUnit(bare(value), text.unit());
    }

    /** The same without the unit, for arithmetic. */
    String bare(@Nullable BigDecimal value) {
        return value == null ? NumberText.NO_VALUE : reader.numbers().value(value, item.rounding());
    }

    /** A value of the line with all its digits. */
    String exactLine(@Nullable BigDecimal value) {
        return exact(value, item.unitKind());
    }

    /** A value of an indicator that the formula names, in full units. */
    String indicator(String code, @Nullable BigDecimal value) {
        Optional<UnitKind> kind = catalogue.indicator(code).map(i -> i.unitKind());
        int scale = catalogue.indicator(code).map(i -> i.displayScale()).orElse(SCALE);
        return full(value, kind, scale, "");
    }

    String exactIndicator(String code, @Nullable BigDecimal value) {
        return exact(value, catalogue.indicator(code).map(i -> i.unitKind()).orElse(UnitKind.RATIO));
    }

    /** A value of a measure, in full units: two decimals where it has any. */
    String measure(String subject, @Nullable BigDecimal value) {
        Optional<Measure> measure = find(subject);
        String currency = measure.flatMap(Measure::ownCurrency).orElse("");
        return full(value, measure.map(Measure::unitKind), SCALE, currency);
    }

    /** Money in the currency of the line, whatever its measure is in. */
    String converted(@Nullable BigDecimal value) {
        return full(
                value,
                Optional.of(UnitKind.MONEY),
                SCALE,
                Optional.ofNullable(item.currency()).orElse(""));
    }

    String exactMeasure(String subject, @Nullable BigDecimal value) {
        return exact(value, find(subject).map(Measure::unitKind).orElse(UnitKind.RATIO));
    }

    private Optional<Measure> find(String subject) {
        int dims = subject.indexOf('[');
        return catalogue.measure(dims < 0 ? subject : subject.substring(0, dims));
    }

    private String full(@Nullable BigDecimal value, Optional<UnitKind> kind, int scale, String currency) {
        if (value == null) {
            return NumberText.NO_VALUE;
        }
        boolean percent = kind.filter(k -> k == UnitKind.PERCENT).isPresent();
        BigDecimal shifted = percent ? value.movePointRight(PERCENT_SHIFT) : value;
        BigDecimal rounded = Decimals.round(shifted, scale);
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        String number = reader.numbers().plain(whole ? Decimals.round(rounded, 0) : rounded);
        return withUnit(number, kind.map(k -> unit(k, currency)).orElse(""));
    }

    private String unit(UnitKind kind, String currency) {
        return switch (kind) {
            case COUNT -> Messages.text(reader.getLocale(), "unit.pcs");
            case PERCENT -> "%";
            case POINTS -> Messages.text(reader.getLocale(), "unit.points");
            case DURATION -> Messages.text(reader.getLocale(), "unit.hours");
            case RATIO -> "×";
            case MONEY -> currency;
        };
    }

    private String exact(@Nullable BigDecimal value, UnitKind kind) {
        if (value == null) {
            return "";
        }
        boolean percent = kind == UnitKind.PERCENT;
        String number = digits(percent ? value.movePointRight(PERCENT_SHIFT) : value);
        return percent ? number + reader.numbers().percentSign() : number;
    }

    /** All digits of a number. */
    String digits(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return reader.numbers().plain(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    private String withUnit(String number, String unit) {
        if (unit.isEmpty()) {
            return number;
        }
        return unit.equals("%") ? number + reader.numbers().percentSign() : number + NumberText.NO_BREAK_SPACE + unit;
    }
}
