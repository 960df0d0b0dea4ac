package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.Decimals;

/** The rules that a plan is held to before it may be submitted (domain specification §4.7): L04, L10, L14, L16. */
public final class PlanLint {
    private PlanLint() {}

    public static List<Finding> of(Plan plan) {
        List<Finding> findings = new ArrayList<>();
        List<PlanItem> scored =
                plan.items().stream().filter(i -> i.usage() == Usage.EVAL).toList();
        for (PlanItem item : scored) {
            if (!item.marks().hasAim(item.direction())) {
                findings.add(error("L04", item.key()));
            }
        }
        for (PlanItem item : plan.items()) {
            if (!item.marks().isInOrder(item.direction())) {
                findings.add(error("L16", item.key()));
            }
        }
        if (scored.isEmpty()) {
            findings.add(new Finding("L10", Severity.ERROR, null, List.of("0")));
        }
        BigDecimal sum = plan.items().stream().map(PlanItem::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean onDiagnostic = plan.items().stream()
                .anyMatch(i -> i.usage() == Usage.DIAG && i.weight().signum() != 0);
        if (!scored.isEmpty() && (sum.compareTo(Decimals.HUNDRED) != 0 || onDiagnostic)) {
            findings.add(new Finding("L14", Severity.ERROR, null, List.of(Decimals.plain(sum))));
        }
        return findings;
    }

    private static Finding error(String code, String item) {
        return new Finding(code, Severity.ERROR, item, List.of(item));
    }
}
