package org.kpisuite.domain.organisation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Where a unit stands from a day on, as somebody recorded it.
 *
 * <p>It holds until the next standing of the unit begins. Of two that begin on the same day the one recorded later
 * counts. A unit without anyone above it is a root. Source: domain specification §2.3, rules 4 and 5.
 *
 * @param shares the units above with their shares, which sum to exactly 1; none for a root; the first one is where the
 *     unit stands for rights and navigation
 * @param validFrom first day
 * @param recordedAt instant from which it is known
 */
public record Standing(String unit, List<ParentShare> shares, LocalDate validFrom, Instant recordedAt) {
    /** The first day of a standing that has been so from the beginning. */
    public static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /** Refuses E-ORG-OVERLAP if the shares do not sum to 1, E-FIELD-VALUE for a unit named twice. */
    public Standing {
        shares = List.copyOf(shares);
        BigDecimal sum = shares.stream().map(ParentShare::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!shares.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            throw new KpiException(
                    Code.E_ORG_OVERLAP, unit, sum.stripTrailingZeros().toPlainString());
        }
        long parents = shares.stream().map(ParentShare::parent).distinct().count();
        if (parents < shares.size()) {
            throw new KpiException(Code.E_FIELD_VALUE, "shares", unit, "each parent once");
        }
    }

    /** A unit that stands whole below another, or is a root. */
    public static Standing below(Optional<String> parent, String unit, LocalDate validFrom, Instant recordedAt) {
        List<ParentShare> shares =
                parent.map(p -> List.of(new ParentShare(p, BigDecimal.ONE))).orElse(List.of());
        return new Standing(unit, shares, validFrom, recordedAt);
    }

    /** Where the unit stands for rights and navigation; empty for a root. */
    public Optional<String> parent() {
        return shares.stream().map(ParentShare::parent).findFirst();
    }

    public boolean isSplit() {
        return shares.size() > 1;
    }
}
