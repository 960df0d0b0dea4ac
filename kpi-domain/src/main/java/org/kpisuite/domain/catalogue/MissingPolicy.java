package org.kpisuite.domain.catalogue;

/**
 * What stands for a value that was not delivered. Nothing is ever interpolated.
 *
 * <p>As text {@code NULL}, {@code ZERO} or {@code CARRY(2)}. Source: domain specification §2.5.
 */
public sealed interface MissingPolicy {
    /** No value: the default. */
    MissingPolicy NULL = new None();

    /** Nothing happened, on days whose feed says that it was complete ({@link Catalogue#FEED_HEARTBEAT}). */
    MissingPolicy ZERO = new Zero();

    record None() implements MissingPolicy {
        @Override
        public String toString() {
            return "NULL";
        }
    }

    /** Takes effect on the flows counted in pieces that a formula names. */
    record Zero() implements MissingPolicy {
        @Override
        public String toString() {
            return "ZERO";
        }
    }

    /**
     * The last state holds on, marked as stale. Takes effect on the stocks that a formula names.
     *
     * @param periods how many periods without data at most, 1..12
     */
    record Carry(int periods) implements MissingPolicy {
        public static final int PERIODS_MAX = 12;

        public Carry {
            if (periods < 1 || periods > PERIODS_MAX) {
                throw new IllegalArgumentException("CARRY(" + periods + ")");
            }
        }

        @Override
        public String toString() {
            return "CARRY(" + periods + ")";
        }
    }

    /**
     * Reads what {@code toString} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    static MissingPolicy parse(String text) {
        return switch (text) {
            case "NULL" -> NULL;
            case "ZERO" -> ZERO;
            default -> {
                if (!text.matches("CARRY\\([0-9]{1,2}\\)")) {
                    throw new IllegalArgumentException(text);
                }
                yield new Carry(Integer.parseInt(text.substring("CARRY(".length(), text.length() - 1)));
            }
        };
    }
}
