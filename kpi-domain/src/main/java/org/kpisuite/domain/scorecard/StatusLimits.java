package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;

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

    /** Between two neighbours that are printed. */
    private static final BigDecimal PRINTED_STEP = new BigDecimal("0.1");

    public StatusLimits {
        if (amber.compareTo(green) >= 0) {
            throw new IllegalArgumentException("amber from " + amber + ", green from " + green);
        }
    }

    /** The status of points; GREY without any. */
    public Status of(Optional<BigDecimal> points) {
        return points.map(p -> Decimals.round(p, 1)).map(this::ofPrinted).orElse(Status.GREY);
    }

    /** What a status stands for: {@code ≥ 100}, {@code 70–99.9}, {@code < 70}, no value. */
    public String text(Status status, Locale locale) {
        NumberText numbers = NumberText.of(locale);
        return switch (status) {
            case GREEN -> "≥ " + numbers.plain(bare(green));
            case AMBER -> numbers.plain(bare(amber)) + "–" + numbers.plain(bare(green.subtract(PRINTED_STEP)));
            case RED -> "< " + numbers.plain(bare(amber));
            case GREY -> Messages.text(locale, "status.GREY");
        };
    }

    /** All of them with their signs: {@code ● ≥ 100 · ▲ 70–99.9 · ■ < 70 · ○ no value}. */
    public String legend(Locale locale) {
        return Stream.of(Status.values())
                .map(s -> s.sign() + " " + text(s, locale))
                .collect(Collectors.joining(" · "));
    }

    private static BigDecimal bare(BigDecimal points) {
        return new BigDecimal(Decimals.plain(points));
    }

    private Status ofPrinted(BigDecimal points) {
        if (points.compareTo(green) >= 0) {
            return Status.GREEN;
        }
        return points.compareTo(amber) >= 0 ? Status.AMBER : Status.RED;
    }
}
