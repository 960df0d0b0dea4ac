package org.kpisuite.reports.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.Funnel;

/** The stages of a cohort; {@code bottleneck} is the measure of one of them. */
public record FunnelView(List<StageView> stages, @Nullable String bottleneck) {
    static FunnelView of(Funnel funnel) {
        return new FunnelView(
                funnel.stages().stream().map(StageView::of).toList(),
                funnel.bottleneck().map(Funnel.Stage::measure).orElse(null));
    }

    /** One stage, its conversion from the one before, and the median of the eight periods before. */
    public record StageView(
            String measure,
            LocalizedText name,
            String count,
            @Nullable String conversion,
            @Nullable String usual,
            @Nullable String delta) {
        static StageView of(Funnel.Stage stage) {
            return new StageView(
                    stage.measure(),
                    stage.name(),
                    Numbers.text(stage.count()),
                    Numbers.text(stage.conversion()),
                    Numbers.text(stage.usual()),
                    Numbers.text(stage.delta()));
        }
    }
}
