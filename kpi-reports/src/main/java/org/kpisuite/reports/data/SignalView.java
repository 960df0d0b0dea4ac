package org.kpisuite.reports.data;

import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.leadlag.SignalText;
import org.kpisuite.domain.quantity.LocalizedText;

/** What a pair says that still holds. */
public record SignalView(
        String pair,
        String kind,
        String severity,
        String period,
        String due,
        @Nullable String deltaLeadingPct,
        @Nullable String deltaLaggingPct,
        @Nullable String elasticity,
        LocalizedText text) {
    static SignalView of(SignalText told) {
        Signal signal = told.signal();
        return new SignalView(
                signal.pair(),
                signal.kind().name(),
                signal.severity().name(),
                signal.period().code(),
                signal.due().code(),
                Numbers.text(signal.figures().changeX()),
                Numbers.text(signal.figures().changeY()),
                Numbers.text(signal.figures().elasticity()),
                told.both());
    }
}
