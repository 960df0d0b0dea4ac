package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import org.kpisuite.domain.quantity.Decimals;

/**
 * From which points an achievement or a score is GREEN, and from which AMBER; RED below, GREY without one.
 *
 * <p>Compared after rounding HALF_UP to one decimal, the printed number, so that colour and number never contradict.
 * Source: domain specification §5.3.
 *
 * @param green points, 100 unless set otherwise
 * @param amber points below {@code green}, 70 unless set otherwise
 */
public record StatusLimits(BigDecimal green, BigDecimal amber) {
    public static final StatusLimits USUAL = new StatusLimits(Decimals.HUNDRED, BigDecimal.valueOf(70));

    public StatusLimits {
        if (amber.compareTo(green) >= 0) {
            throw new IllegalArgumentException("amber from " + amber + ", green from " + green);
        }
    }

    /** The status of points; GREY without any. */
    public Status of(Optional<BigDecimal> points) {
        return points.map(p -> Decimals.round(p, 1)).map(this::ofPrinted).orElse(Status.GREY);
    }

    private Status ofPrinted(BigDecimal points) {
        if (points.compareTo(green) >= 0) {
            return Status.GREEN;
        }
        return points.compareTo(amber) >= 0 ? Status.AMBER : Status.RED;
    }
}
