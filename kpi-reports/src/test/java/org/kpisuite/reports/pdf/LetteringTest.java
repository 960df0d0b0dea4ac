package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpisuite.reports.chart.Typeface;

class LetteringTest {
    private static final float WIDTH = 150;
    private static final float SIZE = 7.5f;

    private final Lettering lettering = new Lettering(Typeface.shipped());

    @Test
    void shortName_staysOnOneLine() {
        assertThat(lettering.lines("Leads", ",\u00a0pcs", WIDTH, SIZE, false, 2))
                .containsExactly("Leads,\u00a0pcs");
    }

    @Test
    void longName_wraps_andLosesNothing() {
        List<String> lines =
                lettering.lines("Стоимость привлечения клиента (CAC, полная)", ",\u00a0₽", WIDTH, SIZE, false, 2);
        assertThat(lines).hasSize(2).allSatisfy(this::fits);
        assertThat(String.join(" ", lines)).isEqualTo("Стоимость привлечения клиента (CAC, полная),\u00a0₽");
    }

    @Test
    void tooLongName_isCutAtAWord_andKeepsItsUnit() {
        String name = "Удовлетворённость клиентов после обращения в службу поддержки, и после повторных покупок";
        List<String> lines = lettering.lines(name, ",\u00a0тыс.\u00a0₽", WIDTH, SIZE, false, 2);
        assertThat(lines).hasSize(2).allSatisfy(this::fits);
        assertThat(lines.get(1)).endsWith("…,\u00a0тыс.\u00a0₽").doesNotContain(",…");
        assertThat(name).startsWith(String.join(" ", lines).replaceAll("….*", ""));
    }

    @Test
    void cut_neverLeavesABracketOpen() {
        assertThat(lettering.line("Customer acquisition cost (CAC, fully loaded)", 130, SIZE, false))
                .isEqualTo("Customer acquisition cost…");
    }

    @Test
    void wordLongerThanALine_isCutWithin() {
        List<String> lines = lettering.lines("Ы".repeat(200), ",\u00a0шт", WIDTH, SIZE, false, 2);
        assertThat(lines).singleElement().satisfies(this::fits);
        assertThat(lines.get(0)).endsWith("Ы…,\u00a0шт");
    }

    private void fits(String line) {
        assertThat(lettering.width(line, SIZE, false)).as(line).isLessThanOrEqualTo(WIDTH);
    }
}
