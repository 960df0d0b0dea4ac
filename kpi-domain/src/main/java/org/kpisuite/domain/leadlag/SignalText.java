package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.NumberText;

/**
 * A signal in one sentence, that says what was seen and what to look at, never what made it so. Changes are told as the
 * indicators changed: a cost that rose is told to have risen, though the signal counts it as a fall.
 */
public record SignalText(Signal signal, Side leading, Side lagging) {
    /** How one side of the pair is called, and which way of it is good. */
    public record Side(LocalizedText name, Direction direction) {
        private BigDecimal own(BigDecimal byEffect) {
            return direction == Direction.DOWN ? byEffect.negate() : byEffect;
        }
    }

    private static final int ELASTICITY_SCALE = 2;

    public String in(Locale locale) {
        Signal.Figures figures = signal.figures();
        NumberText numbers = NumberText.of(locale);
        return Messages.text(
                locale,
                "signal." + kind() + (isWithoutYield() ? ".PLAIN" : ""),
                leading.name.in(locale),
                lagging.name.in(locale),
                percent(changeOfLeading(), numbers),
                percent(changeOfLagging(), numbers),
                CountedWord.valueOf(signal.period().granularity().name()).text(figures.lag(), locale),
                signal.period().code(),
                signal.due().code(),
                number(figures.elasticity(), ELASTICITY_SCALE, numbers),
                percent(figures.yieldChange(), numbers),
                number(figures.x(), 0, numbers),
                signal.silentSince().map(Period::code).orElse(NumberText.NO_VALUE));
    }

    /**
     * Its kind; with {@code .DOWN} where what gets worse does not fall but rises, {@code .SILENT} where what was promised
     * cannot be seen.
     */
    public String kind() {
        boolean rises = lagging.direction == Direction.DOWN
                && (signal.kind() == Signal.Kind.EARLY_WARNING || signal.kind() == Signal.Kind.UNWARNED);
        return signal.word() + (rises ? ".DOWN" : "");
    }

    private boolean isWithoutYield() {
        return signal.kind() == Signal.Kind.DIVERGENCE && signal.figures().yieldChange() == null;
    }

    /** Relative change of the leading indicator itself, a fraction, not signed by effect; null without one. */
    public @Nullable BigDecimal changeOfLeading() {
        BigDecimal byEffect = signal.figures().changeX();
        return byEffect == null ? null : leading.own(byEffect);
    }

    /** The same of the lagging one. */
    public @Nullable BigDecimal changeOfLagging() {
        BigDecimal byEffect = signal.figures().changeY();
        return byEffect == null ? null : lagging.own(byEffect);
    }

    public LocalizedText both() {
        return new LocalizedText(in(Messages.EN), in(Messages.RU));
    }

    /** The word for how much it needs somebody. */
    public String severity(Locale locale) {
        return Messages.text(locale, "signal.severity." + signal.severity());
    }

    private static String percent(@Nullable BigDecimal fraction, NumberText numbers) {
        return fraction == null ? NumberText.NO_VALUE : numbers.relative(fraction) + numbers.percentSign();
    }

    private static String number(@Nullable BigDecimal value, int scale, NumberText numbers) {
        return value == null ? NumberText.NO_VALUE : numbers.plain(Decimals.round(value, scale));
    }
}
