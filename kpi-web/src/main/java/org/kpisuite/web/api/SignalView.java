package org.kpisuite.web.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.leadlag.SignalText;
import org.kpisuite.domain.leadlag.ToldSignal;
import org.kpisuite.ejb.leadlag.Signals;

/** A signal of a pair: what was seen, when its effect is due, and who has seen it. */
public record SignalView(
        @Nullable Long id,
        @Nullable String unit,
        String pair,
        String kind,
        String severity,
        String period,
        String due,
        int lag,
        @Nullable String deltaLeadingPct,
        @Nullable String deltaLaggingPct,
        @Nullable String elasticity,
        @Nullable String gap,
        @Nullable String yieldPct,
        NameView text,
        @Nullable String toldAt,
        @Nullable String overAt,
        @Nullable AcknowledgementView acknowledgement) {

    /** Who has seen it, when, and what they said. */
    public record AcknowledgementView(String person, String at, String words) {}

    static SignalView of(Signals.Shown shown) {
        ToldSignal told = shown.told();
        SignalView now = of(shown.text());
        return new SignalView(
                told.id(),
                told.unit(),
                now.pair,
                now.kind,
                now.severity,
                now.period,
                now.due,
                now.lag,
                now.deltaLeadingPct,
                now.deltaLaggingPct,
                now.elasticity,
                now.gap,
                now.yieldPct,
                now.text,
                told.toldAt().toString(),
                told.overAt().map(Object::toString).orElse(null),
                told.acknowledgement()
                        .map(a -> new AcknowledgementView(a.person(), a.at().toString(), a.words()))
                        .orElse(null));
    }

    /** One that is read of the facts now, told or not. */
    static SignalView of(SignalText text) {
        Signal signal = text.signal();
        Signal.Figures figures = signal.figures();
        Locale en = Messages.EN;
        return new SignalView(
                null,
                null,
                signal.pair(),
                signal.kind().name(),
                signal.severity().name(),
                signal.period().code(),
                signal.due().code(),
                figures.lag(),
                Numbers.text(figures.changeX()),
                Numbers.text(figures.changeY()),
                Numbers.text(figures.elasticity()),
                Numbers.text(figures.gap()),
                Numbers.text(figures.yieldChange()),
                new NameView(text.in(en), text.in(Messages.RU)),
                null,
                null,
                null);
    }
}
