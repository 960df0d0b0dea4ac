package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.NumberText;

/** A signal in one sentence, that says what was seen and what to look at, never what made it so. */
public record SignalText(Signal signal, LocalizedText leading, LocalizedText lagging) {
    private static final int ELASTICITY_SCALE = 2;

    public String in(Locale locale) {
        Signal.Figures figures = signal.figures();
        NumberText numbers = NumberText.of(locale);
        return Messages.text(
                locale,
                "signal." + signal.kind(),
                leading.in(locale),
                lagging.in(locale),
                percent(figures.changeX(), numbers),
                percent(figures.changeY(), numbers),
                CountedWord.valueOf(signal.period().granularity().name()).text(figures.lag(), locale),
                signal.period().code(),
                signal.due().code(),
                number(figures.elasticity(), ELASTICITY_SCALE, numbers),
                percent(figures.yieldChange(), numbers),
                number(figures.x(), 0, numbers));
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
