package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRBand;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.page.Block;
import org.kpisuite.reports.page.Diagnostic;
import org.kpisuite.reports.page.Kpi;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.MatrixBlock;
import org.kpisuite.reports.page.MatrixRow;
import org.kpisuite.reports.page.Page;

class CompositionTest {

    @Test
    void lines_areAsHighAsTheirBands() {
        Map<String, Integer> bands = new HashMap<>();
        for (JRBand band :
                Templates.of(ScorecardPdf.TEMPLATE).getDetailSection().getBands()) {
            String condition = band.getPrintWhenExpression().getText();
            bands.put(condition.substring(condition.indexOf('{') + 1, condition.indexOf('}')), band.getHeight());
        }
        assertThat(bands).hasSize(Line.class.getPermittedSubclasses().length);
        SampleScorecards.all().values().forEach(s -> pages(s).flatMap(p -> p.lines().stream())
                .forEach(l -> assertThat(bands).containsEntry(l.band(), l.height())));
    }

    @Test
    void pages_holdNoMoreThanTheirBody() {
        SampleScorecards.all().values().forEach(s -> pages(s).forEach(p ->
                assertThat(p.lines().stream().mapToInt(Line::height).sum()).isLessThanOrEqualTo(Composition.BODY)));
    }

    @Test
    void everyItem_isOnceInTheTable_andEveryKpiInTheMatrix() {
        SampleScorecards.all().forEach((name, s) -> {
            List<Line> lines = pages(s).flatMap(p -> p.lines().stream()).toList();
            long table = lines.stream()
                    .filter(l -> l instanceof Kpi || l instanceof Diagnostic)
                    .count();
            long matrix = lines.stream().filter(MatrixRow.class::isInstance).count();
            long kpis = s.courses().lines().stream()
                    .filter(l -> l.item().usage() == Usage.EVAL)
                    .count();
            assertThat(table).as(name).isEqualTo(s.items().size());
            assertThat(matrix).as(name).isGreaterThanOrEqualTo(kpis);
        });
    }

    @Test
    void headings_neverStandAlone() {
        SampleScorecards.all().values().forEach(s -> pages(s).forEach(page -> {
            Line last = page.lines().get(page.lines().size() - 1);
            assertThat(last).isNotInstanceOfAny(Block.class, MatrixBlock.class);
        }));
    }

    @Test
    void diagnostics_standUnderTheItemTheyExplain() {
        List<String> rows = pages(SampleScorecards.open())
                .flatMap(p -> p.lines().stream())
                .map(l -> l instanceof Kpi k
                        ? k.row().name()
                        : l instanceof Diagnostic d ? "- " + d.row().name() : "")
                .filter(n -> !n.isEmpty())
                .map(n -> n.substring(0, n.indexOf(',')))
                .toList();
        assertThat(rows)
                .startsWith(
                        "Leads",
                        "- Ad CTR",
                        "- E-mail leads",
                        "Sum of potential deals",
                        "Brand traffic",
                        "- Bounce rate (GA4)")
                .endsWith("Net promoter score (NPS)", "- Return on ad spend");
    }

    private static Stream<Page> pages(Scorecard scorecard) {
        return Composition.pages(Edition.of(scorecard, Locale.ENGLISH, ReportLook.USUAL)).stream();
    }
}
