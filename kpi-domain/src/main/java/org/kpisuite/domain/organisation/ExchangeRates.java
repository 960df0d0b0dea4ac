package org.kpisuite.domain.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What a unit of each currency is worth in the currency of the company, by period.
 *
 * <p>Flows are converted at the average rate of their period, states at the closing rate, plans at the rate that was
 * frozen with the plan. Two foreign currencies meet through that of the company. Source: domain specification §2.3,
 * rule 6.
 */
public final class ExchangeRates {
    /** No currency but that of the company is known. */
    public static final ExchangeRates NONE = new ExchangeRates("", List.of());

    /**
     * The rates of one currency in one month, quarter or year.
     *
     * @param average over the period, above 0; null if unknown
     * @param closing on its last day, above 0; null if unknown
     * @param plan frozen for its plans, above 0; null if unknown
     */
    public record Rate(
            String currency,
            Period period,
            @Nullable BigDecimal average,
            @Nullable BigDecimal closing,
            @Nullable BigDecimal plan) {
        private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

        /**
         * Whether this can be a rate into a base currency.
         *
         * @throws KpiException E-FIELD-VALUE with all that is wrong: a currency that is none or the base itself, days and
         *     weeks, rates not above zero, no rate at all
         */
        public void check(String base) {
            List<Refusal> refusals = new ArrayList<>();
            if (!CURRENCY.matcher(currency).matches() || currency.equals(base)) {
                refusals.add(refused("currency", currency, "ISO 4217, ≠ " + base));
            }
            if (Granularity.MONTH.isCoarserThan(period.granularity())) {
                refusals.add(refused("period", period.code(), "2026-10, 2026-Q4, 2026"));
            }
            Map<String, @Nullable BigDecimal> given = new LinkedHashMap<>();
            given.put("average", average);
            given.put("closing", closing);
            given.put("plan", plan);
            given.forEach((name, value) -> {
                if (value != null && value.signum() <= 0) {
                    refusals.add(refused(name, Decimals.plain(value), "> 0"));
                }
            });
            if (average == null && closing == null && plan == null) {
                refusals.add(refused("average", "", "average, closing, plan"));
            }
            if (!refusals.isEmpty()) {
                throw new KpiException(refusals);
            }
        }

        private static Refusal refused(String field, String value, String possible) {
            return Refusal.ofField(Code.E_FIELD_VALUE, field, value, field, value, possible);
        }
    }

    private enum Kind {
        AVERAGE,
        CLOSING,
        PLAN;

        @Nullable
        BigDecimal of(Rate rate) {
            return switch (this) {
                case AVERAGE -> rate.average;
                case CLOSING -> rate.closing;
                case PLAN -> rate.plan;
            };
        }
    }

    private record Key(String currency, Period period) {}

    private final String base;
    private final Map<Key, Rate> rates = new HashMap<>();

    /**
     * Rates into a base currency.
     *
     * @param base ISO 4217 of the company
     */
    public ExchangeRates(String base, Collection<Rate> rates) {
        this.base = base;
        rates.forEach(r -> this.rates.put(new Key(r.currency, r.period), r));
    }

    /** What one unit of {@code from} was worth in {@code to} on average over some days of one month, quarter or year. */
    public Optional<BigDecimal> average(String from, String to, DayRange days) {
        return cross(from, to, days.start(), days, Kind.AVERAGE);
    }

    /** What one unit of {@code from} was worth in {@code to} at the end of the month, quarter or year of a day. */
    public Optional<BigDecimal> closing(String from, String to, LocalDate day) {
        return cross(from, to, day, new DayRange(day, day), Kind.CLOSING);
    }

    /** What one unit of {@code from} is worth in {@code to} in the plans of a period. */
    public Optional<BigDecimal> plan(String from, String to, Period period) {
        return cross(from, to, period.start(), period.days(), Kind.PLAN);
    }

    private Optional<BigDecimal> cross(String from, String to, LocalDate day, DayRange days, Kind kind) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        Optional<BigDecimal> dividend = worth(from, day, days, kind);
        Optional<BigDecimal> divisor = worth(to, day, days, kind);
        return dividend.flatMap(f -> divisor.map(t -> Decimals.divide(f, t)));
    }

    /** The shortest period around these days that has a rate: a month, else its quarter, else its year. */
    private Optional<BigDecimal> worth(String currency, LocalDate day, DayRange days, Kind kind) {
        if (currency.equals(base)) {
            return Optional.of(BigDecimal.ONE);
        }
        for (Granularity length : new Granularity[] {Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR}) {
            Period period = Period.of(length, day);
            Rate rate = rates.get(new Key(currency, period));
            boolean around = kind == Kind.PLAN || period.days().encloses(days);
            if (rate != null && around && kind.of(rate) != null) {
                return Optional.ofNullable(kind.of(rate));
            }
        }
        return Optional.empty();
    }
}
