package org.kpisuite.ejb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.TargetPhasing;

class PlanDeedTest {
    private static PlanItem leads(String target) {
        return new PlanItem(
                Catalogue.shipped().indicator("LEADS").orElseThrow(),
                Map.of(),
                Usage.EVAL,
                new BigDecimal("100"),
                new Marks(Map.of("target", new BigDecimal(target))),
                TargetPhasing.LINEAR_DAYS,
                null,
                Map.of());
    }

    /** As a database answers it: with all the decimals of its column. */
    @Test
    void numberWithIdleZeros_isNoChange_anotherFieldIs_andForWhomIsTold() {
        Plan plan = new Plan("SEO", Period.parse("2026-Q4"), "anna");
        plan.edit("GROWTH", List.of(leads("3100.0000000000")), "anna");
        PlanDeed deed = PlanDeed.from(plan);
        plan.edit("MATURITY", List.of(leads("3100")), "anna");
        Deed change = deed.to(AuditAction.CHANGE, plan, new Mandate(Role.HEAD, "boris"));
        assertThat(change.onBehalfOf()).contains("boris");
        assertThat(change.before().orElseThrow()).contains("GROWTH").doesNotContain("LEADS.target");
        assertThat(change.after().orElseThrow())
                .contains("MATURITY", "\"state\":\"DRAFT\"")
                .doesNotContain("LEADS.target");
    }
}
