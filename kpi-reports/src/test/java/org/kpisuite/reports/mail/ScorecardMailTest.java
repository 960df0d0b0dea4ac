package org.kpisuite.reports.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.sample.SampleScorecards;

class ScorecardMailTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open              | en | [KPI] Marketing 2026-Q4 to 21 Nov: 82.1 ▲",
                "open              | ru | [KPI] Маркетинг 2026-Q4 по 21.11: 82,1 ▲",
                "closed            | en | [KPI] Marketing 2026-Q4: 82.1 ▲",
                "closed            | ru | [KPI] Маркетинг 2026-Q4: 82,1 ▲",
                "no plan           | en | [KPI] Marketing 2026-Q4 to 21 Nov: plan not approved",
                "no plan           | ru | [KPI] Маркетинг 2026-Q4 по 21.11: план не утверждён",
                "nothing delivered | en | [KPI] Marketing 2026-Q4 to 21 Nov: not rated ○",
                "nothing delivered | ru | [KPI] Маркетинг 2026-Q4 по 21.11: не оценивается ○"
            })
    void subject_saysWhatAndHowItStands(String name, String language, String expected) {
        Scorecard scorecard = SampleScorecards.all().get(name);
        assertThat(ScorecardMail.of(scorecard, Locale.forLanguageTag(language)).subject())
                .isEqualTo(expected);
    }

    /** The body with plain spaces for those that do not break. */
    private static String body(Scorecard scorecard, Locale locale) {
        return ScorecardMail.of(scorecard, locale).body().replace('\u00A0', ' ');
    }

    @Test
    void body_isReadableWithoutTheAttachments() {
        assertThat(body(SampleScorecards.open(), Messages.EN)).isEqualTo("""
                        Leads: 100 pcs below plan, 12.5 of 20.7 points lost

                        Marketing · Sample company
                        2026-Q4 to 21 Nov (52 of 92 days)

                        Score: 82.1 ▲ – attention, provisional: the period is still open
                        Coverage 95% of the weight
                        Range 78.0 to 84.0: missing KPIs at 0 or at their cap
                        Previous period 82.9 ▲
                        KPIs by status: ● 2  ▲ 2  ■ 2  ○ 1

                        Most points lost
                        • Leads, pcs: AC 900, PL 1,000, Δ −100 (−10.0%), A 50.0 ■, points lost 12.5
                        • Customer acquisition cost (CAC, fully loaded), ₽: AC 11,000, PL 10,000, Δ +1,000 (+10.0%), \
                        A 66.7 ■, points lost 6.7
                        • Customer retention rate, %: AC 78.6, PL 80.0, Δ −1.4 pp, A 86.0 ▲, points lost 1.4

                        Data: not all delivered
                        Not delivered: Net promoter score (NPS)
                        Less than half of the days, not scored: Orders
                        Not all days: Brand traffic
                        Restated values of earlier periods: 1
                        Data as of 22 Nov 2026 06:00 MSK
                        Measured against: plan rev 2, hash 3fa9c1d23fa9c1d2

                        AC actual · PL plan to date · Δ = AC − PL · A achievement, % · ● ≥ 100 · ▲ 70–99.9 · ■ < 70 · \
                        ○ no value
                        """);
    }

    private static PairSide side(String code, LocalizedText name, int... values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            series.put(Period.parse("2026-06").plus(i), BigDecimal.valueOf(values[i]));
        }
        return new PairSide(new LagSeries(code, name, UnitKind.COUNT, series), Direction.UP, null, 0, null);
    }

    private static PairReading pair(int[] leads, int... revenue) {
        Pair pair = new Pair("P", "LEADS", "REVENUE", Granularity.MONTH, 1, 1, 6, false);
        return PairReading.of(
                pair,
                side("LEADS", new LocalizedText("Leads", "Лиды"), leads),
                side("REVENUE", new LocalizedText("Revenue", "Выручка"), revenue),
                Comparisons.STANDARD);
    }

    @Test
    void signalThatAsksForSomebody_isInTheBody_andWhatIsOnlyExpectedIsNot() {
        Scorecard alert = SampleScorecards.open().with(List.of(pair(new int[] {1000, 1500, 1500}, 500, 500, 505)));
        Scorecard promise = SampleScorecards.open().with(List.of(pair(new int[] {1000, 1000, 1500}, 500, 500, 500)));

        assertThat(body(alert, Messages.EN))
                .contains("- Alert. Leads: +50.0% in 2026-07, but Revenue, 1 month later, only +1.0%")
                .doesNotContain("is expected in");
        assertThat(body(alert, Messages.RU)).contains("- Тревога. Лиды: +50,0 % за 2026-07, а Выручка через 1 месяц");
        assertThat(body(promise, Messages.EN)).doesNotContain("Leads: +50.0%");
    }

    @Test
    void body_inRussian_hasRussianNumbersAndWords() {
        assertThat(body(SampleScorecards.closed(), Messages.RU))
                .startsWith("Лиды: на 100 шт ниже плана, потеряно 12,5 из 20,7 балла\n")
                .contains("Оценка: 82,1 ▲ – внимание\n")
                .contains("PL 1 000, Δ −100 (−10,0 %), A 50,0 ■")
                .contains("Данные на 22.11.2026 06:00 МСК\n")
                .contains("утверждён с опозданием на 12 дн.");
    }

    @Test
    void lossToAGate_isNotToldAsAMissedPlan() {
        assertThat(body(SampleScorecards.gated(), Messages.EN))
                .startsWith("Leads: its condition is not met, 100.0 of 100.0 points lost\n");
        assertThat(body(SampleScorecards.gated(), Messages.RU))
                .startsWith("Лиды: условие не выполнено, потеряно 100,0 из 100,0 балла\n");
    }

    @Test
    void unitNamedWithALineBreak_addsNoHeader() {
        assertThat(ScorecardMail.of(SampleScorecards.formulaNames(), Messages.EN)
                        .subject())
                .isEqualTo("[KPI] =A&B Bcc: x@example.org 2026-Q4: 95.0 ▲");
    }
}
