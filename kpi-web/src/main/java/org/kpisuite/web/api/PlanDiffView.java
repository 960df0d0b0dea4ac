package org.kpisuite.web.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.plan.FieldChange;
import org.kpisuite.domain.plan.FieldChange.NumberChange;
import org.kpisuite.domain.plan.FieldChange.TextChange;
import org.kpisuite.domain.plan.ItemChange;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.UnitKind;

/** What differs between two plans, as sent. */
public record PlanDiffView(List<ItemView> items, List<FieldView> others) {

    /** An item that differs. */
    public record ItemView(String item, String kind, List<FieldView> fields) {}

    /** A field that differs; the relative difference is a fraction, absent where it has no meaning. */
    public record FieldView(
            String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable String delta,
            @Nullable String deltaPct) {}

    static PlanDiffView of(PlanDiff diff, Catalogue catalogue) {
        return new PlanDiffView(
                diff.items().stream().map(i -> item(i, catalogue)).toList(),
                diff.others().stream().map(f -> field(f, UnitKind.POINTS)).toList());
    }

    private static ItemView item(ItemChange change, Catalogue catalogue) {
        Optional<Indicator> indicator = catalogue.indicator(change.item().indicator());
        UnitKind unit = indicator.map(Indicator::unitKind).orElse(UnitKind.COUNT);
        return new ItemView(
                change.key(),
                change.kind().name(),
                change.fields().stream().map(f -> field(f, unit)).toList());
    }

    private static FieldView field(FieldChange change, UnitKind unit) {
        if (change instanceof NumberChange number) {
            Change moved = number.change(unit);
            return new FieldView(
                    change.field(),
                    Numbers.text(number.before()),
                    Numbers.text(number.after()),
                    Numbers.text(moved.absolute()),
                    Numbers.text(moved.relative()));
        }
        TextChange text = (TextChange) change;
        return new FieldView(change.field(), text.before(), text.after(), null, null);
    }
}
