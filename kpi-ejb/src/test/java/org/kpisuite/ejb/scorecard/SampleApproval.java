package org.kpisuite.ejb.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Closing;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.domain.plan.TargetPhasing;

/** A plan of MARKETING on its way to approval: a hundred leads. */
final class SampleApproval {
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private SampleApproval() {}

    static Plan submitted(Period quarter, Instant at) {
        Plan plan = new Plan("MARKETING", quarter, "anna");
        PlanItem item = new PlanItem(
                CatalogueHistory.shipped().latest().indicator("LEADS").orElseThrow(),
                Map.of(),
                Usage.EVAL,
                new BigDecimal("100"),
                new Marks(Map.of("target", new BigDecimal("100"))),
                new TargetPhasing(Phasing.LINEAR_DAYS, null),
                null,
                Map.of());
        plan.edit("GROWTH", List.of(item), "anna");
        plan.submit(new Signing("head", at, "PASSWORD"), new Submission(Set.of("approver"), Set.of("head"), List.of()));
        plan.check(new Signing("controller", at, "PASSWORD"), null);
        return plan;
    }

    static void approve(Plan plan, Instant at) {
        plan.approve(
                new Signing("approver", at, "PASSWORD"),
                plan.hash().orElseThrow(),
                Set.of("head"),
                LocalDate.ofInstant(at, ZONE));
    }

    /** Closes it with nothing missing. */
    static void close(Plan plan, Instant at, LocalDate today) {
        plan.activate(today);
        plan.close(new Signing("controller", at, "PASSWORD"), List.of(), Closing.SETTLED, today);
    }
}
