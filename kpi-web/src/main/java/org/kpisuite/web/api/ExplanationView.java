package org.kpisuite.web.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.reports.data.OtherSourceView;

/** How a line of a scorecard came about, as sent. */
public record ExplanationView(
        String unit,
        String indicator,
        String period,
        String asOf,
        NameView name,
        List<StepView> steps,
        List<OtherSourceView> otherSources) {

    /**
     * One step with what it was made of.
     *
     * @param label what the step is, in both languages
     * @param completeness 0..1
     */
    public record StepView(
            String kind,
            NameView label,
            String subject,
            @Nullable NameView name,
            String working,
            @Nullable String aggregation,
            @Nullable String value,
            String from,
            String to,
            String completeness,
            @Nullable Integer version,
            @Nullable String validFrom,
            List<SliceView> slices,
            List<StepView> inputs) {

        static StepView of(Explanation.Step step) {
            Explanation.Source source = step.source();
            return new StepView(
                    step.kind().name(),
                    label(step.kind()),
                    step.subject(),
                    step.name() == null ? null : NameView.of(step.name()),
                    step.working(),
                    step.aggregation(),
                    step.value() == null ? null : Numbers.text(step.value()),
                    step.days().start().toString(),
                    step.days().endInclusive().toString(),
                    Numbers.text(step.completeness().share()),
                    source == null ? null : source.version(),
                    source == null || source.validFrom() == null
                            ? null
                            : source.validFrom().toString(),
                    step.slices().stream().map(SliceView::of).toList(),
                    step.inputs().stream().map(StepView::of).toList());
        }

        private static NameView label(Explanation.Kind kind) {
            return new NameView(text(Messages.EN, kind), text(Messages.RU, kind));
        }

        private static String text(Locale locale, Explanation.Kind kind) {
            return Messages.text(locale, "explain." + kind);
        }
    }

    /**
     * Delivered rows taken together: the days of a month, or one row.
     *
     * @param last null where the rows add up, so that only their sum was read
     */
    public record SliceView(
            String source,
            String granularity,
            String from,
            String to,
            long daysWithData,
            String sum,
            @Nullable String last) {
        static SliceView of(FactSlice slice) {
            return new SliceView(
                    slice.source(),
                    slice.granularity().name(),
                    slice.days().start().toString(),
                    slice.days().endInclusive().toString(),
                    slice.daysWithData(),
                    Numbers.text(slice.sum()),
                    slice.isSumOnly() ? null : Numbers.text(slice.last()));
        }
    }

    static ExplanationView of(Explanation explanation) {
        return new ExplanationView(
                explanation.unit(),
                explanation.item(),
                explanation.period().code(),
                explanation.asOf().toString(),
                NameView.of(explanation.name()),
                explanation.steps().stream().map(StepView::of).toList(),
                explanation.otherSources().stream().map(OtherSourceView::of).toList());
    }
}
