package org.kpisuite.reports.pack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.plan.FieldChange;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanTerms;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.reports.chart.Pencil.Side;
import org.kpisuite.reports.pack.Table.Column;
import org.kpisuite.reports.pdf.Texts;

/** How a pack spells names, numbers and people in one language. */
final class PackTexts {
    private static final int PERCENT_SHIFT = 2;

    private final ApprovalPack.Setting setting;
    private final Texts texts;
    private final PlanTerms terms;

    PackTexts(ApprovalPack.Setting setting, Texts texts) {
        this.setting = setting;
        this.texts = texts;
        this.terms = new PlanTerms(setting.catalogue(), texts.locale());
    }

    String text(String key, Object... arguments) {
        return texts.text("pack." + key, arguments);
    }

    Optional<Indicator> indicator(PlanItem item) {
        return setting.catalogue().indicator(item.indicator());
    }

    String name(PlanItem item) {
        String name = indicator(item).map(i -> i.name().in(texts.locale())).orElse(item.indicator());
        return item.dims().isEmpty() ? name : name + " · " + item.dims();
    }

    /** The name of the item with that key among others; the key itself where there is none. */
    String name(List<PlanItem> items, @Nullable String key) {
        return items.stream()
                .filter(i -> i.key().equals(key) || i.indicator().equals(key))
                .findFirst()
                .map(this::name)
                .orElse(key == null ? "" : key);
    }

    /** A value of an item with all decimals that it has, at least those that the indicator prints. */
    String value(PlanItem item, @Nullable BigDecimal value) {
        if (value == null) {
            return NumberText.NO_VALUE;
        }
        boolean percent =
                indicator(item).filter(i -> i.unitKind() == UnitKind.PERCENT).isPresent();
        int scale = indicator(item).map(Indicator::displayScale).orElse(0);
        BigDecimal shown = percent ? value.movePointRight(PERCENT_SHIFT) : value;
        int given = Math.max(0, shown.stripTrailingZeros().scale());
        BigDecimal rounded = Decimals.round(shown, Math.max(scale, Math.min(given, scale + 2)));
        return texts.numbers().plain(rounded) + (percent ? texts.numbers().percentSign() : "");
    }

    /** A mean or a median, with the decimals that the indicator prints. */
    String rounded(PlanItem item, Optional<BigDecimal> value) {
        int scale = indicator(item).map(Indicator::displayScale).orElse(0);
        boolean percent =
                indicator(item).filter(i -> i.unitKind() == UnitKind.PERCENT).isPresent();
        return value.map(v -> value(item, Decimals.round(v, percent ? scale + PERCENT_SHIFT : scale)))
                .orElse(NumberText.NO_VALUE);
    }

    String plain(BigDecimal value) {
        return texts.numbers().plain(new BigDecimal(Decimals.plain(value)));
    }

    String points(BigDecimal points) {
        return texts.numbers().points(points);
    }

    /** How far a target lies from a reference, in percent or in points. */
    String distance(PlanItem item, Optional<BigDecimal> target, Optional<BigDecimal> reference) {
        UnitKind unit = indicator(item).map(Indicator::unitKind).orElse(UnitKind.COUNT);
        return change(item, Change.of(target, reference, unit), unit);
    }

    private String change(PlanItem item, Change change, UnitKind unit) {
        if (change.relative() != null) {
            return texts.numbers().relative(change.relative()) + texts.numbers().percentSign();
        }
        return absolute(item, change, unit);
    }

    /** A distance in the unit of the item or in points, with the decimals that the item prints. */
    String absolute(PlanItem item, Change change, UnitKind unit) {
        if (change.absolute() == null) {
            return "";
        }
        boolean percent = unit == UnitKind.PERCENT;
        BigDecimal shown = percent ? change.absolute().movePointRight(PERCENT_SHIFT) : change.absolute();
        int own = indicator(item).map(Indicator::displayScale).orElse(0);
        int scale = Math.min(Math.max(0, shown.stripTrailingZeros().scale()), own);
        return texts.numbers().signed(Decimals.round(shown, scale)) + (percent ? " " + text("pp") : "");
    }

    /** A number of a difference: marks as values of the item, others as they are. */
    String number(PlanItem item, FieldChange.NumberChange change, @Nullable BigDecimal value) {
        if (value == null) {
            return NumberText.NO_VALUE;
        }
        return change.isMark() ? value(item, value) : plain(value);
    }

    /** What of an item is signed besides its name, weight and marks. */
    Map<PlanTerms.About, String> terms(PlanItem item) {
        return terms.of(item);
    }

    /** The index of the departments below; empty where there is none. */
    Optional<String> children(PlanContent content) {
        return terms.children(content);
    }

    String day(Instant at) {
        return texts.dayOfYear(setting.day(at));
    }

    String instant(Instant at) {
        var local = at.atZone(setting.zone());
        return texts.dayOfYear(local.toLocalDate()) + " " + twoDigits(local.getHour()) + ":"
                + twoDigits(local.getMinute());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** Who signed, and for whom. */
    String signer(Signature signature) {
        String name = setting.name(signature.signer());
        return signature
                .onBehalfOf()
                .map(y -> text("for", name, setting.name(y)))
                .orElse(name);
    }

    /** A hash in groups of four. */
    static String grouped(String hash) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < hash.length(); i += 4) {
            groups.add(hash.substring(i, Math.min(i + 4, hash.length())));
        }
        return String.join(" ", groups);
    }

    Column left(String key, float width) {
        return new Column(text("head." + key), width, Side.LEFT);
    }

    Column right(String key, float width) {
        return new Column(text("head." + key), width, Side.RIGHT);
    }

    /** The name of a field; as it is where it has none. */
    String label(String field) {
        String key = "pack.field." + field;
        return texts.bundle().containsKey(key) ? texts.text(key) : field;
    }
}
