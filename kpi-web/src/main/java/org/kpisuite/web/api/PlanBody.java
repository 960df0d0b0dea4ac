package org.kpisuite.web.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.PlanItem;

/** The content of a plan as given. */
record PlanBody(String unit, Optional<Period> period, Optional<String> businessStage, List<PlanItem> items) {
    private static final List<String> MARKS = List.of(
            "baseline", "floor", "target", "stretch", "low", "high", "lowFloor", "highFloor", "floorScore", "cap");

    /** Reads it; a new plan must say its unit and quarter, a changed one may repeat them. */
    static PlanBody of(Body body, Catalogue catalogue, boolean isNew) {
        String unit = isNew ? body.requiredText("unit") : body.text("unit").orElse("");
        Optional<Period> period = isNew
                ? body.requiredParsed("period", Period::parse, "2026-Q4")
                : body.parsed("period", Period::parse, "2026-Q4");
        Optional<String> stage = body.text("businessStage");
        List<PlanItem> items = new ArrayList<>();
        body.list("items").forEach(i -> item(i, catalogue).ifPresent(items::add));
        body.check();
        return new PlanBody(unit, period, stage, items);
    }

    private static Optional<PlanItem> item(Body body, Catalogue catalogue) {
        Optional<Indicator> indicator = body.requiredParsed(
                "indicator", c -> catalogue.indicator(c).orElseThrow(IllegalArgumentException::new), "LEADS, CAC");
        Map<String, String> dims = body.texts("dims");
        Optional<Usage> usage = body.choice("usage", Usage.class);
        Map<String, BigDecimal> marks = new HashMap<>();
        MARKS.forEach(m -> body.decimal(m).ifPresent(v -> marks.put(m, v)));
        BigDecimal weight = body.decimal("weight").orElse(BigDecimal.ZERO);
        Optional<Phasing> phasing = body.choice("phasing", Phasing.class);
        Optional<Controllability> control = body.choice("controllability", Controllability.class);
        Map<String, String> texts = new HashMap<>();
        PlanItem.TEXTS.forEach(t -> body.text(t).ifPresent(v -> texts.put(t, v)));
        return indicator.map(i -> new PlanItem(
                i,
                dims,
                usage.orElse(i.defaultUsage()),
                weight,
                new Marks(marks),
                phasing.orElse(null),
                control.orElse(null),
                texts));
    }
}
