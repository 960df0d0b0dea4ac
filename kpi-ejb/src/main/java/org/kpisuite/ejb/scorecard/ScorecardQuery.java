package org.kpisuite.ejb.scorecard;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.actual.FactOverlay;

/**
 * Which scorecard is wanted.
 *
 * @param asOf what was recorded before it counts
 * @param whatIf values that count in place of those recorded
 */
public record ScorecardQuery(String unit, Period period, Instant asOf, Choices choices, FactOverlay whatIf) {
    /** Of what is stored. */
    public ScorecardQuery(String unit, Period period, Instant asOf, Choices choices) {
        this(unit, period, asOf, choices, FactOverlay.NONE);
    }

    /** As it is printed. */
    public ScorecardQuery(String unit, Period period, Instant asOf) {
        this(unit, period, asOf, Choices.USUAL);
    }

    /**
     * What a reader may choose.
     *
     * @param comparisons how periods find their prior year; empty for the rule of the company
     * @param shown ISO 4217 of the currency in which money is shown; empty for that of each line
     */
    public record Choices(Organisation organisation, Optional<Comparisons> comparisons, Optional<String> shown) {
        /** As reported, compared by the rule of the company, money in its own currency. */
        public static final Choices USUAL = new Choices(Organisation.AS_REPORTED, Optional.empty(), Optional.empty());

        /** The choices of an address, none of which need be there. Refuses E-FIELD-VALUE for what cannot be chosen. */
        public static Choices of(
                @Nullable String organisation, @Nullable String comparison, @Nullable String currency) {
            return new Choices(
                    given(organisation).map(Choices::organisation).orElse(Organisation.AS_REPORTED),
                    given(comparison).map(Choices::comparison),
                    given(currency));
        }

        private static Optional<String> given(@Nullable String text) {
            return Optional.ofNullable(text).filter(t -> !t.isBlank());
        }

        private static Organisation organisation(String given) {
            return switch (given) {
                case "reported" -> Organisation.AS_REPORTED;
                case "restated" -> Organisation.RESTATED;
                default -> throw new KpiException(Code.E_FIELD_VALUE, "organisation", given, "reported, restated");
            };
        }

        private static Comparisons comparison(String given) {
            return Comparisons.named(given)
                    .orElseThrow(() -> new KpiException(Code.E_FIELD_VALUE, "comparison", given, Comparisons.NAMES));
        }
    }

    /** By which tree the figures of the units below are taken together. */
    public enum Organisation {
        /** Each day by its own. */
        AS_REPORTED,
        /** All days by that of the last one. */
        RESTATED
    }

    boolean isReported() {
        return choices.organisation == Organisation.AS_REPORTED;
    }

    /** The same as it was known at another instant. */
    ScorecardQuery at(Instant other) {
        return new ScorecardQuery(unit, period, other, choices);
    }

    /** The same by the other organisation. */
    ScorecardQuery byOtherOrganisation() {
        Organisation other = isReported() ? Organisation.RESTATED : Organisation.AS_REPORTED;
        return new ScorecardQuery(unit, period, asOf, new Choices(other, choices.comparisons, choices.shown));
    }

    /** The same of another unit. */
    ScorecardQuery of(String other) {
        return new ScorecardQuery(other, period, asOf, choices, whatIf);
    }

    /** The same of another period. */
    ScorecardQuery of(Period other) {
        return new ScorecardQuery(unit, other, asOf, choices, whatIf);
    }

    /** The same if some values were other ones. */
    ScorecardQuery with(FactOverlay values) {
        return new ScorecardQuery(unit, period, asOf, choices, values);
    }
}
