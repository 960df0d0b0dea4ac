package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
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

    private static ScorecardView view(Locale locale) {
        return new ScorecardView(ScorecardFixture.marketing(), new Reader(locale, ZONE));
    }
}
