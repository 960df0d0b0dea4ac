package org.kpisuite.domain.catalogue;

import java.util.List;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Refusal;

/**
 * Two indicators of which one is held to foretell the other. Source: domain specification §1.4 R3, §6.
 *
 * @param leading code of an indicator of nature LEAD
 * @param lagging code of an indicator of nature LAG
 * @param granularity length of the periods that are compared and that the lags count
 * @param expectedSign 1 where both rise together, −1 where one falls while the other rises
 * @param expectedLag periods from the leading to the lagging one, 0..{@code maxPlausibleLag}
 * @param maxPlausibleLag no longer lag is looked for, 0..12 periods
 * @param seasonal whether both are to be compared with the same season of the year before
 */
public record Pair(
        String code,
        String leading,
        String lagging,
        Granularity granularity,
        int expectedSign,
        int expectedLag,
        int maxPlausibleLag,
        boolean seasonal,
        Validity validity)
        implements Definition {
    public static final int LAG_MAX = 12;

    public Pair(
            String code,
            String leading,
            String lagging,
            Granularity granularity,
            int expectedSign,
            int expectedLag,
            int maxPlausibleLag,
            boolean seasonal) {
        this(
                code,
                leading,
                lagging,
                granularity,
                expectedSign,
                expectedLag,
                maxPlausibleLag,
                seasonal,
                Validity.SHIPPED);
    }

    /**
     * The same tested on periods of another length, its lags in such periods, rounded up: six weeks are two months. What is
     * whole weeks is no month, so that this is another test, not another view.
     */
    public Pair by(Granularity other) {
        return other == granularity
                ? this
                : new Pair(
                        code,
                        leading,
                        lagging,
                        other,
                        expectedSign,
                        converted(expectedLag, other),
                        Math.min(LAG_MAX, converted(maxPlausibleLag, other)),
                        seasonal,
                        validity);
    }

    private int converted(int lag, Granularity other) {
        return Math.min(LAG_MAX, -Math.floorDiv(-lag * days(granularity), days(other)));
    }

    private static int days(Granularity length) {
        return switch (length) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 30;
            case QUARTER -> 91;
            case YEAR -> 365;
        };
    }

    @Override
    public Kind entryKind() {
        return Kind.PAIR;
    }

    @Override
    public Pair with(Validity other) {
        return new Pair(
                code, leading, lagging, granularity, expectedSign, expectedLag, maxPlausibleLag, seasonal, other);
    }

    @Override
    public List<Refusal> refusals() {
        return new FieldCheck()
                .code(code)
                .require(!leading.equals(lagging), "lagging", lagging, "≠ " + leading)
                .require(Math.abs(expectedSign) == 1, "expectedSign", expectedSign, "1, -1")
                .require(
                        maxPlausibleLag >= 0 && maxPlausibleLag <= LAG_MAX,
                        "maxPlausibleLag",
                        maxPlausibleLag,
                        "0.." + LAG_MAX)
                .require(
                        expectedLag >= 0 && expectedLag <= maxPlausibleLag,
                        "expectedLag",
                        expectedLag,
                        "0.." + maxPlausibleLag)
                .validity(validity)
                .found();
    }
}
