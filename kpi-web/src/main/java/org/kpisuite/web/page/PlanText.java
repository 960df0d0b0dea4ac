package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.domain.plan.PlanTerms;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;

/** Plans in words: names from the catalogue, values exactly as signed, a percentage in percent points. */
final class PlanText {
    private static final int PERCENT_SHIFT = 2;

    private final Catalogue catalogue;
    private final Reader reader;
    private final PlanTerms terms;

    PlanText(Catalogue catalogue, Reader reader) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.terms = new PlanTerms(catalogue, reader.getLocale());
    }

    /** What of an item is signed besides its name, weight and marks. */
    PlanTerms terms() {
        return terms;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Optional<Indicator> indicator(String code) {
        return catalogue.indicator(code);
    }

    Optional<Nature> nature(PlanItem item) {
        return indicator(item.indicator()).map(Indicator::nature);
    }

    String name(PlanItem item) {
        return nameOf(item.key());
    }

    /** The name of an item by its key, {@code LEADS[channel=social]}. */
    String nameOf(String key) {
        int bracket = key.indexOf('[');
        String code = bracket < 0 ? key : key.substring(0, bracket);
        String name = indicator(code).map(i -> i.name().in(reader.getLocale())).orElse(code);
        return bracket < 0 ? name : name + " · " + key.substring(bracket + 1, key.length() - 1);
    }

    /** The same without what stands after a comma, where there is little room: {@code CAC}. */
    String briefName(PlanItem item) {
        String name = nameOf(item.key());
        int comma = name.indexOf(", ");
        return comma < 0 ? name : name.substring(0, comma);
    }

    /** The unit after the name: %, points, × and so on; empty for money, whose currency is the unit's. */
    String unit(PlanItem item) {
        return indicator(item.indicator())
                .map(i -> switch (i.unitKind()) {
                    case PERCENT -> "%";
                    case POINTS -> Messages.text(reader.getLocale(), "unit.points");
                    case RATIO -> "×";
                    case DURATION -> Messages.text(reader.getLocale(), "unit.hours");
                    case COUNT -> Messages.text(reader.getLocale(), "unit.pcs");
                    case MONEY -> "";
                })
                .orElse("");
    }

    /** All digits that are signed. */
    String value(PlanItem item, @Nullable BigDecimal value) {
        if (value == null) {
            return NumberText.NO_VALUE;
        }
        return bare(isPercent(item.indicator()) ? value.movePointRight(PERCENT_SHIFT) : value);
    }

    /** A past value, by the decimals of its indicator. */
    String printed(PlanItem item, @Nullable BigDecimal value) {
        if (value == null) {
            return NumberText.NO_VALUE;
        }
        BigDecimal shown = isPercent(item.indicator()) ? value.movePointRight(PERCENT_SHIFT) : value;
        int scale = indicator(item.indicator()).map(Indicator::displayScale).orElse(0);
        return reader.numbers().plain(Decimals.round(shown, scale));
    }

    /** How far a mark is from a past value, in percent, or in points; empty where either is not there. */
    String distance(PlanItem item, @Nullable BigDecimal mark, Optional<BigDecimal> past) {
        UnitKind kind = indicator(item.indicator()).map(Indicator::unitKind).orElse(UnitKind.COUNT);
        Change change = Change.of(Optional.ofNullable(mark), past, kind);
        if (change.relative() != null) {
            return reader.numbers().relative(change.relative())
                    + reader.numbers().percentSign();
        }
        if (change.absolute() == null) {
            return "";
        }
        int scale = indicator(item.indicator()).map(Indicator::displayScale).orElse(0);
        boolean percent = kind == UnitKind.PERCENT;
        BigDecimal shown = percent ? change.absolute().movePointRight(PERCENT_SHIFT) : change.absolute();
        String pp = percent ? " " + Messages.text(reader.getLocale(), "unit.pp") : "";
        return reader.numbers().signed(Decimals.round(shown, scale)) + pp;
    }

    boolean isPercent(String indicator) {
        return indicator(indicator)
                .filter(i -> i.unitKind() == UnitKind.PERCENT)
                .isPresent();
    }

    String bare(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return reader.numbers().plain(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    /** A name as it stands beside a date: {@code I. Orlova}. */
    static String person(String name) {
        int last = name.strip().lastIndexOf(' ');
        return last < 0 ? name : name.charAt(0) + ". " + name.substring(last + 1);
    }

    String state(PlanState state) {
        return Messages.text(reader.getLocale(), "plan.state." + state.name());
    }

    /** How the tag of a state looks: in motion, needs somebody, final. */
    static String kind(PlanState state) {
        return switch (state) {
            case DRAFT -> "";
            case SUBMITTED, CHECKED -> "acc";
            case RETURNED -> "warn";
            case APPROVED, ACTIVE, SUPERSEDED, CLOSED, CANCELLED -> "solid";
        };
    }
}
