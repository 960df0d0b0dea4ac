package org.kpisuite.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;

/** What a blank template asks for. */
class TemplateFeedsTest {
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);

    private static FeedGrounds grounds(List<Need> needs, Coverage... coverage) {
        OrgUnit company = new OrgUnit("COMPANY", new LocalizedText("Company", "Компания"), null, "EUR");
        OrgUnit sales = new OrgUnit("SALES", new LocalizedText("Sales", "Продажи"), "COMPANY", null);
        return new FeedGrounds(
                Catalogue.shipped(),
                new OrgTree(List.of(company, sales), "RUB"),
                WorkingDays.MONDAY_TO_FRIDAY,
                needs,
                List.of(coverage),
                Set.of());
    }

    private static Need need(String measure, String dims) {
        return new Need("COMPANY", QUARTER, "ITEM", measure, dims, null, null, null, 0, null);
    }

    private static Coverage came(String unit, String measure, String period) {
        Period latest = Period.parse(period);
        return new Coverage(unit, measure, "CRM", latest, Set.of(latest.start()), Instant.EPOCH, 1);
    }

    private static List<String> told(ImportTemplate template) {
        return template.feeds().stream()
                .map(f -> "%s %s %s %s %s from %s: %d, first due %s"
                        .formatted(
                                f.unit(),
                                f.measure().code(),
                                f.slices(),
                                f.granularity(),
                                f.currency(),
                                f.source(),
                                f.periods().size(),
                                f.periods().get(0).dueOn()))
                .toList();
    }

    @Test
    void eachMeasureComes_inThePeriodsInWhichItIsDelivered_whereItIsDelivered() {
        FeedGrounds grounds = grounds(
                List.of(need("REVENUE", ""), need("LEADS", ""), need("LEADS", "channel=social")),
                came("SALES", "LEADS", "2026-10-05"),
                came("SALES", "ORDERS", "2026-10"));
        ImportTemplate template = TemplateFeeds.of(grounds, "COMPANY", QUARTER, TODAY);
        assertThat(told(template))
                .containsExactly(
                        "COMPANY REVENUE [] MONTH EUR from MANUAL: 3, first due 2026-11-02",
                        "SALES LEADS [, channel=social] DAY null from CRM: 92, first due 2026-10-02");
        assertThat(template.lines()).isEqualTo(3 + 2 * 92);
        assertThat(template.dimensions()).containsExactly("channel");
        assertThat(template.units()).containsOnlyKeys("COMPANY", "SALES");
    }

    @Test
    void withoutAPlanInForce_thereIsNoTemplate() {
        FeedGrounds grounds = grounds(List.of(), came("SALES", "LEADS", "2026-10-05"));
        assertThatThrownBy(() -> TemplateFeeds.of(grounds, "SALES", QUARTER, TODAY))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_NOT_FOUND));
    }
}
