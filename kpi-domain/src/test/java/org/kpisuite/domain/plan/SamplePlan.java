package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;

/** Plans for tests: of MARKETING for 2026-Q4, by author, head, controller and approver. */
public final class SamplePlan {
    public static final Catalogue CATALOGUE = Catalogue.shipped();
    public static final Period QUARTER = Period.parse("2026-Q4");
    public static final Set<String> HEADS = Set.of("head");
    public static final Set<String> APPROVERS = Set.of("approver", "head");
    public static final LocalDate IN_TIME = LocalDate.of(2026, 9, 25);

    public static final LocalDate AFTER = LocalDate.of(2027, 1, 15);

    private static final Instant AT = Instant.parse("2026-09-25T09:00:00Z");

    private SamplePlan() {}

    public static Signing by(String login) {
        return new Signing(login, AT, "PASSWORD");
    }

    /** A revision begun on a day by somebody who is not the CFO. */
    public static Revision revision(LocalDate today) {
        return new Revision(
                RevisionReason.BUSINESS, "a new channel from July", today, WorkingDays.MONDAY_TO_FRIDAY, false);
    }

    /** Marks as text: {@code target=100 floor=80}. */
    public static Marks marks(String text) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.split(" ", -1)) {
            int at = pair.indexOf('=');
            values.put(pair.substring(0, at), new BigDecimal(pair.substring(at + 1)));
        }
        return new Marks(values);
    }

    public static PlanItem item(String indicator, Map<String, String> dimensions, String weight, String marks) {
        return item(indicator, dimensions, Usage.EVAL, weight, marks, Phasing.LINEAR_DAYS);
    }

    public static PlanItem item(
            String indicator,
            Map<String, String> dimensions,
            Usage usage,
            String weight,
            String marks,
            Phasing phasing) {
        return new PlanItem(
                CATALOGUE.indicator(indicator).orElseThrow(),
                dimensions,
                usage,
                new BigDecimal(weight),
                marks(marks),
                new TargetPhasing(phasing, null),
                Controllability.FULL,
                Map.of("goalLink", "revenue 10 m", "dataSource", "CRM"));
    }

    public static PlanItem item(String indicator, String weight, String marks) {
        return item(indicator, Map.of(), weight, marks);
    }

    public static PlanItem diagnostic(String indicator) {
        return item(indicator, Map.of(), Usage.DIAG, "0", "", Phasing.LINEAR_DAYS);
    }

    public static Plan draft(Period quarter, PlanItem... items) {
        Plan plan = new Plan("MARKETING", quarter, "author");
        plan.edit("GROWTH", List.of(items), "author");
        return plan;
    }

    /** Three items that sum to 100 and break no rule. */
    public static Plan draft() {
        return draft(
                QUARTER,
                item("LEADS", "40", "target=1200"),
                item("CAC", "30", "target=100 floor=130 stretch=80"),
                item("NPS", "30", "target=45 floor=30 stretch=55"));
    }

    public static Plan approved(Period quarter, PlanItem... items) {
        Plan plan = draft(quarter, items);
        plan.submit(by("head"), new Submission(APPROVERS, HEADS, List.of()));
        plan.check(by("controller"), null);
        plan.approve(
                by("approver"),
                plan.hash().orElseThrow(),
                HEADS,
                quarter.start().minusDays(5));
        return plan;
    }

    /** A plan brought to a state by the people who may do so. */
    public static Plan in(PlanState state) {
        Plan plan = draft();
        if (state == PlanState.CANCELLED) {
            plan.cancel(by("head"), "the department is closed");
        }
        if (state == PlanState.DRAFT || state == PlanState.CANCELLED) {
            return plan;
        }
        plan.submit(by("head"), new Submission(APPROVERS, HEADS, List.of()));
        if (state == PlanState.RETURNED) {
            plan.giveBack(by("controller"), null, "the floor is missing");
        }
        if (state == PlanState.SUBMITTED || state == PlanState.RETURNED) {
            return plan;
        }
        plan.check(by("controller"), null);
        if (state != PlanState.CHECKED) {
            LocalDate today = state == PlanState.APPROVED ? IN_TIME : QUARTER.start();
            plan.approve(by("approver"), plan.hash().orElseThrow(), HEADS, today);
        }
        if (state == PlanState.SUPERSEDED) {
            plan.supersede();
        }
        if (state == PlanState.CLOSED) {
            plan.close(by("controller"), List.of(), Closing.SETTLED, AFTER);
        }
        return plan;
    }
}
