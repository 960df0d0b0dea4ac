package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** How a workbook counts days: from 1900 with the 29th of February that never was, or from 1904. */
enum DateSystem {
    FROM_1900(LocalDate.of(1899, 12, 30)),
    FROM_1904(LocalDate.of(1904, 1, 1));

    private static final BigDecimal SERIAL_MAX = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
    private static final int LEAP_DAY_1900 = 60;

    private final LocalDate zero;

    DateSystem(LocalDate zero) {
        this.zero = zero;
    }

    /** The instant of a serial number, to the second; empty where it is none. */
    Optional<LocalDateTime> at(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(SERIAL_MAX) >= 0) {
            return Optional.empty();
        }
        long seconds = serial.multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long days = seconds / 86_400;
        if (this == FROM_1900) {
            if (days == 0 || days == LEAP_DAY_1900) {
                return Optional.empty();
            }
            days += days < LEAP_DAY_1900 ? 1 : 0;
        }
        return Optional.of(zero.plusDays(days).atTime(LocalTime.ofSecondOfDay(seconds % 86_400)));
    }

    /** A serial number as hours, minutes and seconds, more than a day of them where it is longer. */
    static String duration(BigDecimal serial) {
        long seconds = serial.abs()
                .multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        String sign = serial.signum() < 0 ? "-" : "";
        return "%s%d:%02d:%02d".formatted(sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
