package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.ChildWeight;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.LintReport;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanTerms;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.plan.PlanDiffs;

/** What stands on the page of a decision: approving signs exactly what is shown. */
class PlanSheetTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private static Plan plan() {
        Plan plan = new Plan("TRADE", Period.parse("2026-Q4"), "author");
        PlanItem leads = item(
                        "LEADS",
                        Map.of(
                                "target", new BigDecimal(1200),
                                "floor", new BigDecimal(900),
                                "stretch", new BigDecimal(1500),
                                "floorScore", new BigDecimal(40),
                                "cap", new BigDecimal(115)))
                .with(Gate.of(
                        new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), null, null, 60, null),
                        CATALOGUE));
        PlanItem spend = item(
                "MKT_COST",
                Map.of(
                        "low", new BigDecimal(40),
                        "high", new BigDecimal(60),
                        "lowFloor", new BigDecimal(30),
                        "highFloor", new BigDecimal(70)));
        PlanContent content = new PlanContent(
                "growth", List.of(leads, spend), List.of(new ChildWeight("RETAIL", new BigDecimal(60))));
        plan.edit(content.defined(CATALOGUE), "author");
        return plan;
    }

    private static PlanItem item(String indicator, Map<String, BigDecimal> marks) {
        return new PlanItem(
                CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.EVAL,
                new BigDecimal(50),
                new Marks(marks),
                TargetPhasing.LINEAR_DAYS,
                Controllability.SHARED,
                Map.of("goalLink", "Revenue", "influencers", "sales", "owner", "I. Petrov", "dataSource", "CRM"));
    }

    private static PlanSheet sheet(Plan plan, LintReport lint, String language) {
        Reader reader = new Reader(Locale.forLanguageTag(language), ZONE);
        return new PlanSheet(
                new PlanDiffs.Compared(plan, Optional.empty(), PlanDiff.of(PlanContent.EMPTY, PlanContent.EMPTY)),
                new PlanSheet.Facts("Trade", lint, Map.of(), Optional.empty()),
                new PlanText(CATALOGUE, reader),
                reader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void page_showsAllThatIsSigned(String language) {
        Plan plan = plan();
        PlanSheet sheet = sheet(plan, LintReport.of(List.of()), language);
        PlanTerms terms = new PlanTerms(CATALOGUE, Locale.forLanguageTag(language));
        for (PlanSheet.Line line : sheet.getLines()) {
            PlanItem item = plan.item(line.key()).orElseThrow();
            assertThat(terms.of(item).values())
                    .allSatisfy(term -> assertThat(line.terms()).contains(term));
        }
        assertThat(sheet.getBusinessStage()).isEqualTo("growth");
        assertThat(sheet.getChildren()).isEqualTo("RETAIL 60");
    }

    @Test
    void band_showsBothEnds_ofItsTargetAndOfItsFloor() {
        PlanSheet.Line band = sheet(plan(), LintReport.of(List.of()), "en").getLines().stream()
                .filter(l -> l.key().equals("MKT_COST"))
                .findFirst()
                .orElseThrow();
        assertThat(band.target()).isEqualTo("40…60");
        assertThat(band.floor()).isEqualTo("30…70");
    }

    @Test
    void findings_areThoseThatWereSigned_andThoseOfTodayStandApart() {
        Finding signed =
                new Finding("L20", Severity.WARN, null, "consultations", new LocalizedText("No talk.", "Нет бесед."));
        Finding since = new Finding("L18", Severity.WARN, "LEADS", "target", new LocalizedText("Easier.", "Легче."));
        PlanSheet sheet = sheet(plan(), new LintReport(List.of(signed), List.of(since)), Messages.RU.getLanguage());
        assertThat(sheet.getRemarks()).extracting(PlanSheet.Remark::code).containsExactly("L20");
        assertThat(sheet.getRemarksSince())
                .extracting(PlanSheet.Remark::sentence)
                .containsExactly("Легче.");
    }
}
