package org.kpisuite.web.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.ejb.actual.Quarantine;

/**
 * A row for a closed period as sent.
 *
 * @param value what it says; null: the fact is to be deleted
 * @param oldValue what it would replace, or did; null for nothing
 * @param effect of letting it in, as of now; null where it is decided, or was not asked for
 */
public record QuarantineView(
        long id,
        long importId,
        @Nullable Integer row,
        String unit,
        String measure,
        Map<String, String> dims,
        String period,
        String scenario,
        String source,
        @Nullable String oldValue,
        @Nullable String value,
        String asOf,
        @Nullable String reason,
        String person,
        String receivedAt,
        String openUntil,
        String state,
        @Nullable StepView proposed,
        @Nullable StepView decided,
        @Nullable EffectView effect) {

    /** Who did what with it. */
    public record StepView(String by, String at, @Nullable String reason) {
        static @Nullable StepView of(Quarantined.@Nullable Step step) {
            return step == null ? null : new StepView(step.by(), step.at().toString(), step.reason());
        }
    }

    static QuarantineView of(Quarantine.Shown shown) {
        Quarantined row = shown.row();
        Quarantined.Key key = row.key();
        return new QuarantineView(
                row.id(),
                row.importId(),
                row.row() == 0 ? null : row.row(),
                key.unit(),
                key.measure(),
                Dimensions.parse(key.dims()),
                key.period().code(),
                key.scenario().name(),
                key.source(),
                Numbers.text(row.stored()),
                Numbers.text(row.amount()),
                row.asOf().toString(),
                row.reason(),
                row.person(),
                row.receivedAt().toString(),
                shown.openUntil().toString(),
                row.state().name(),
                StepView.of(row.proposal()),
                StepView.of(row.decision()),
                shown.effect().map(EffectView::of).orElse(null));
    }

    static List<QuarantineView> all(List<Quarantine.Shown> rows) {
        return rows.stream().map(QuarantineView::of).toList();
    }
}
