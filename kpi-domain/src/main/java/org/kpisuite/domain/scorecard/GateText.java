package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.Rational;

/**
 * A gate in words: where it stands, what it came to, what was wanted.
 *
 * <p>A threshold up to 1 prints as percent, above as a multiple with {@code ×}. Where rounding would contradict the
 * decision, decimals are added until it does not: 19.99 %, not 20.0 %. Source: domain specification §5.6.
 */
public final class GateText {
    private static final int SCALE = 2;
    private static final int OUTLOOK_SCALE = 1;

    private final GateResult result;
    private final Locale locale;
    private final boolean percent;

    public GateText(GateResult result, Locale locale) {
        this.result = result;
        this.locale = locale;
        this.percent = result.gate().threshold().compareTo(BigDecimal.ONE) <= 0;
    }

    /** What was reached, {@code 19.99%} or {@code 2.9999×}; empty where there is no quotient. */
    public Optional<String> value() {
        return result.quotient().map(q -> number(q, SCALE, result.state().isDecided()));
    }

    /** The most that can still be reached, {@code 54.2%}; empty where that cannot be told. */
    public Optional<String> reachable() {
        boolean decides = result.state() == GateState.FAIL_EARLY;
        return result.reachable().map(q -> number(q, decides ? SCALE : OUTLOOK_SCALE, true));
    }

    /** What was wanted, {@code 20%}. */
    public String threshold() {
        BigDecimal wanted = scaled(Rational.of(result.gate().threshold())).value();
        return withUnit(new BigDecimal(Decimals.plain(wanted)));
    }

    /** One sentence. */
    public String sentence() {
        String key = "gate." + result.state();
        if (result.state() == GateState.PENDING && result.quotient().isEmpty()) {
            key += ".nothing";
        } else if (result.state() == GateState.PENDING && result.reachable().isEmpty()) {
            key += ".open";
        }
        return Messages.text(
                locale, key, threshold(), value().orElse(""), reachable().orElse(""));
    }

    /** Rounded HALF_UP, with as many more decimals as it takes to stand on its own side of the threshold. */
    private String number(Rational quotient, int scale, boolean exactSide) {
        Rational shown = scaled(quotient);
        Rational wanted = scaled(Rational.of(result.gate().threshold()));
        boolean reached = shown.isAtLeast(wanted);
        int decimals = scale;
        while (exactSide && Rational.of(shown.rounded(decimals)).isAtLeast(wanted) != reached) {
            decimals++;
        }
        return withUnit(shown.rounded(decimals));
    }

    private Rational scaled(Rational fraction) {
        return percent ? fraction.times(Decimals.HUNDRED) : fraction;
    }

    private String withUnit(BigDecimal rounded) {
        NumberText text = NumberText.of(locale);
        return text.plain(rounded) + (percent ? text.percentSign() : "×");
    }
}
