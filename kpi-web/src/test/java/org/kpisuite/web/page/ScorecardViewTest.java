package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.failure.Messages;

class ScorecardViewTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    @Test
    void headline_isTheSentenceOfTheDomain_inTheReadersLanguage() {
        assertThat(view(Messages.EN).getHeadline()).contains("Leads", "20.0 of 36.7");
        assertThat(view(Messages.RU).getHeadline()).contains("Лиды", "20,0", "36,7");
    }

    @Test
    void facts_arePrintedAsInTheDesign() {
        ScorecardView view = view(Messages.EN);

        assertThat(view.getScore()).isEqualTo("63.3");
        assertThat(view.getChange()).isEqualTo("−7.7");
        assertThat(view.getChangeEffect()).isEqualTo(-1);
        assertThat(view.getRange()).isEqualTo("63.3–63.3");
        assertThat(view.getCoverage()).isEqualTo("100%");
        assertThat(view.getTotalLoss()).isEqualTo("−36.7");
        assertThat(view.getPeriodLine()).isEqualTo("2026-Q4 to 21 Nov (52 of 92 days)");
        assertThat(view(Messages.RU).getPeriodLine()).isEqualTo("2026-Q4 по 21.11 (52 из 92 дней)");
    }

    @Test
    void leadingBlockStandsFirst_andADiagnosisUnderWhatItExplains() {
        ScorecardView view = view(Messages.EN);

        assertThat(view.getBlocks()).extracting(ScorecardView.Block::name).containsExactly("Leading", "Lagging");
        assertThat(view.getBlocks().get(0).rows())
                .extracting(ScorecardRow::getKey)
                .containsExactly("LEADS", "CTR", "BRAND_SESSIONS");
        assertThat(view.getBlocks().get(0).weight()).isEqualTo("50");
    }

    @Test
    void percentDiffersInPoints_andHasNoPercentageOfItself() {
        ScorecardRow ctr = view(Messages.EN).getBlocks().get(0).rows().get(1);

        assertThat(ctr.getActual()).isEqualTo("1.10");
        assertThat(ctr.getDeltaPlan()).isEqualTo("−0.10 pp");
        assertThat(ctr.getDeltaPlanRelative()).isEqualTo("–");
        assertThat(ctr.getPin().relative()).isEmpty();
        assertThat(ctr.getEffect()).as("a diagnosis is not judged").isZero();
    }

    @Test
    void costAbovePlan_isBad() {
        ScorecardRow cac = view(Messages.EN).getBlocks().get(1).rows().get(0);

        assertThat(cac.getDeltaPlan()).isEqualTo("+10.0");
        assertThat(cac.getEffect()).isEqualTo(-1);
        assertThat(cac.getLoss()).isEqualTo("−10.0");
    }

    @Test
    void whatIsPrintedAsZero_isNeitherGoodNorBad_andHasNoMinus() {
        assertThat(ScorecardRow.loss(Optional.of(new BigDecimal("0.04")), new Reader(Messages.EN, ZONE)))
                .isEqualTo("0.0");
        assertThat(ScorecardRow.loss(Optional.of(new BigDecimal("0.05")), new Reader(Messages.EN, ZONE)))
                .isEqualTo("−0.1");
        assertThat(row(remarked(Messages.EN), "LEADS").getEffect()).isEqualTo(-1);
        assertThat(row(view(Messages.EN), "BRAND_SESSIONS").getEffect()).isZero();
    }

    @Test
    void pins_shareTheSmallestScaleThatHoldsThemAll() {
        assertThat(view(Messages.EN).getPinLimit()).isEqualByComparingTo("0.10");
    }

    @Test
    void withoutAPlan_thereIsNoScore_butTheLines() {
        ScorecardView view = new ScorecardView(ScorecardFixture.withoutPlan(), new Reader(Messages.EN, ZONE));

        assertThat(view.isPlanned()).isFalse();
        assertThat(view.getScore()).isEqualTo("—");
        assertThat(view.getBlocks()).hasSize(2);
        assertThat(new ScorecardView(ScorecardFixture.withoutData(), new Reader(Messages.EN, ZONE)).isBlank())
                .isTrue();
    }

    private static ScorecardView remarked(Locale locale) {
        return new ScorecardView(ScorecardFixture.remarked(), new Reader(locale, ZONE));
    }

    private static ScorecardRow row(ScorecardView view, String key) {
        return view.getBlocks().stream()
                .flatMap(b -> b.rows().stream())
                .filter(r -> r.getKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marksStandInSight_andTheirWordsBelowTheTable() {
        ScorecardRow leads = row(remarked(Messages.EN), "LEADS");
        assertThat(leads.getMarks()).isEqualTo("◐");
        assertThat(leads.getGateMark())
                .as("beside the achievement that may still fall")
                .isEqualTo("prov.");
        assertThat(remarked(Messages.EN).getRemarks())
                .containsExactly(
                        new ScorecardView.Remark("Leads, pcs", "◐ not all days are in"),
                        new ScorecardView.Remark(
                                "Leads, pcs",
                                "prov. Gate pending: 12.50% so far, 54.2% at most can still be reached, at least 20%"
                                        + " wanted. The achievement is provisional."));
        ScorecardRow russian = row(remarked(Messages.RU), "LEADS");
        assertThat(russian.getGateMark()).isEqualTo("предв.");
        assertThat(russian.getWhy()).startsWith("◐ данные не за все дни; предв. Условие ещё не решено: пока 12,50");
    }

    @Test
    void kindsOfMissing_areToldApart_inPlaceOfTheVariances() {
        ScorecardView view = remarked(Messages.EN);
        assertThat(row(view, "CAC").getActual()).isEqualTo("—");
        assertThat(row(view, "CAC").getInstead()).isEqualTo("n/a (no customers)");
        assertThat(row(view, "BRAND_SESSIONS").getInstead())
                .isEqualTo("not counted for this period, 100 to 300 · left out");
        assertThat(row(view, "LEADS").getInstead()).isEmpty();
        assertThat(row(remarked(Messages.RU), "CAC").getInstead()).isEqualTo("н/д (нет клиентов)");
    }

    @Test
    void varianceWithoutAPercentage_saysItsWord() {
        ScorecardRow profit = row(remarked(Messages.EN), "PROFIT");
        assertThat(profit.getDeltaPlanRelative()).isEqualTo("n/a");
        assertThat(profit.getDeltaPlanReason()).isEqualTo("zero base");
        assertThat(profit.getDeltaPriorYear()).isEqualTo("n/m");
        assertThat(profit.getDeltaPriorYearReason()).isEqualTo("+150, loss → profit");
        ScorecardRow russian = row(remarked(Messages.RU), "PROFIT");
        assertThat(russian.getDeltaPlanRelative()).isEqualTo("н/п");
        assertThat(russian.getDeltaPlanReason()).isEqualTo("база 0");
    }

    @Test
    void scoreAsReported_headsThePage_thatOfTheLinesStandsBesideAndBelowThem() {
        ScorecardView view = remarked(Messages.EN);
        assertThat(view.getScore()).isEqualTo("90.0");
        assertThat(view.getScoreLabel()).startsWith("Score as reported, ");
        assertThat(view.getOthers()).singleElement().satisfies(o -> {
            assertThat(o.name()).startsWith("Score restated, ");
            assertThat(o.score()).isEqualTo(view.getTotalScore()).isNotEqualTo("90.0");
        });
        assertThat(view(Messages.EN).getTotalScore())
                .isEqualTo(view(Messages.EN).getScore());
    }

    private static ScorecardView view(Locale locale) {
        return new ScorecardView(ScorecardFixture.marketing(), new Reader(locale, ZONE));
    }
}
