package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.Decimals;

/**
 * The rules that a plan is held to before it may be submitted (domain specification §4.7): L04, L05, L06, L07, L09, L10,
 * L11, L12, L14, L16, so far as they are errors.
 */
public final class PlanLint {
    private static final int SCORED_MAX = 7;

    private final List<Finding> findings = new ArrayList<>();
    private final List<PlanItem> items;
    private final List<PlanItem> scored;

    private PlanLint(Plan plan) {
        this.items = plan.items();
        this.scored = items.stream().filter(i -> i.usage() == Usage.EVAL).toList();
    }

    /** What the plan alone shows. */
    public static List<Finding> of(Plan plan) {
        PlanLint lint = new PlanLint(plan);
        lint.items();
        lint.whole();
        return List.copyOf(lint.findings);
    }

    /** What the plan shows beside the catalogue: also whether an item is activity, quantity, leading or lagging. */
    public static List<Finding> of(Plan plan, Catalogue catalogue) {
        PlanLint lint = new PlanLint(plan);
        lint.items();
        lint.kinds(catalogue);
        lint.whole();
        return List.copyOf(lint.findings);
    }

    private void items() {
        for (PlanItem item : scored) {
            if (!item.marks().hasAim(item.direction())) {
                error("L04", item, item.key());
            }
            if (item.texts().get("goalLink") == null) {
                error("L05", item, item.key());
            }
            if (item.controllability() == Controllability.NONE) {
                String who = Objects.requireNonNullElse(item.texts().get("influencers"), "?");
                error("L06", item, item.key(), who);
            }
        }
        for (PlanItem item : items) {
            if (!item.marks().isInOrder(item.direction())) {
                error("L16", item, item.key());
            }
        }
    }

    private void kinds(Catalogue catalogue) {
        Set<Nature> natures = scored.stream()
                .map(i -> catalogue.indicator(i.indicator()).map(Indicator::nature))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        for (PlanItem item : scored) {
            Optional<Indicator> indicator = catalogue.indicator(item.indicator());
            if (indicator.filter(Indicator::activity).isPresent()) {
                error("L07", item, item.key());
            }
            if (indicator.filter(Indicator::quantity).isPresent() && !hasQuality(item)) {
                error("L11", item, item.key());
            }
        }
        if (!scored.isEmpty() && natures.size() < Nature.values().length) {
            error("L12", null);
        }
    }

    /** A gate, or a quality item that stands in the same plan. */
    private boolean hasQuality(PlanItem item) {
        String pair = item.texts().get("qualityPair");
        return item.gate().isPresent()
                || items.stream()
                        .filter(i -> !i.key().equals(item.key()))
                        .anyMatch(i -> i.key().equals(pair) || i.indicator().equals(pair));
    }

    private void whole() {
        if (scored.size() > SCORED_MAX) {
            error("L09", null, String.valueOf(scored.size()));
        }
        if (scored.isEmpty()) {
            error("L10", null, "0");
            return;
        }
        BigDecimal sum = items.stream().map(PlanItem::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean onDiagnostic = items.stream()
                .anyMatch(i -> i.usage() == Usage.DIAG && i.weight().signum() != 0);
        if (sum.compareTo(Decimals.HUNDRED) != 0 || onDiagnostic) {
            error("L14", null, Decimals.plain(sum));
        }
    }

    private void error(String code, @Nullable PlanItem item, String... arguments) {
        findings.add(new Finding(code, Severity.ERROR, item == null ? null : item.key(), List.of(arguments)));
    }
}
