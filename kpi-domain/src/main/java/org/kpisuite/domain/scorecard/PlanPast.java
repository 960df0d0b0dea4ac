package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;

/**
 * What the items of a draft came to in the last four quarters that are over. Source: domain specification §1.5.
 *
 * @param quarters oldest first
 */
public record PlanPast(List<Period> quarters) {
    private static final int QUARTERS = 4;

    public PlanPast {
        quarters = List.copyOf(quarters);
    }

    /** The four quarters before a planned one, none of them later than the last that is over today. */
    public static PlanPast before(Period planned, LocalDate today) {
        Period over = Period.of(planned.calendar(), Granularity.QUARTER, today).previous();
        Period last = planned.previous().start().isAfter(over.start()) ? over : planned.previous();
        return new PlanPast(
                IntStream.rangeClosed(1 - QUARTERS, 0).mapToObj(last::plus).toList());
    }

    /** The latest of them. */
    public Period last() {
        return quarters.get(quarters.size() - 1);
    }

    /** What must be read for the items of a draft to be worked out over these quarters. */
    public FactNeeds needs(Definitions definitions, Plan draft, CompanyRules rules) {
        return FactNeeds.of(definitions, List.of(draft), last(), last().endInclusive(), rules);
    }

    /** Values by item key, oldest first; quarters without a usable value are left out. */
    public Map<String, List<BigDecimal>> of(Plan plan, ScorecardAssembler assembler) {
        Map<String, List<BigDecimal>> values = new HashMap<>();
        for (PlanItem item : plan.items()) {
            values.put(
                    item.key(),
                    quarters.stream()
                            .map(q -> assembler.value(plan, item, q.days()).usable())
                            .flatMap(Optional::stream)
                            .toList());
        }
        return values;
    }
}
