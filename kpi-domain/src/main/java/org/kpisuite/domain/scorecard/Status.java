package org.kpisuite.domain.scorecard;

/**
 * Status of an item or a score, by {@link StatusLimits}.
 *
 * <p>The sign doubles the colour for readers without it. Source: domain specification §5.3.
 */
public enum Status {
    GREEN("●"),
    AMBER("▲"),
    RED("■"),
    GREY("○");

    private final String sign;

    Status(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
