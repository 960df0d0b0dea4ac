package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import org.kpisuite.domain.quantity.Decimals;

/**
 * Status of an item or a score, by its printed number: GREEN from 100.0, AMBER from 70.0, RED below, GREY without one.
 *
 * <p>Compared after rounding HALF_UP to one decimal, so that colour and number never contradict. Source: domain
 * specification §5.3. The sign doubles the colour for readers without it.
 */
public enum Status {
    GREEN("●"),
    AMBER("▲"),
    RED("■"),
    GREY("○");

    private static final BigDecimal AMBER_MIN = BigDecimal.valueOf(70);

    private final String sign;

    Status(String sign) {
        this.sign = sign;
    }

    public static Status of(Optional<BigDecimal> points) {
        return points.map(p -> Decimals.round(p, 1)).map(Status::ofPrinted).orElse(GREY);
    }

    private static Status ofPrinted(BigDecimal points) {
        if (points.compareTo(Decimals.HUNDRED) >= 0) {
            return GREEN;
        }
        return points.compareTo(AMBER_MIN) >= 0 ? AMBER : RED;
    }

    public String sign() {
        return sign;
    }
}
