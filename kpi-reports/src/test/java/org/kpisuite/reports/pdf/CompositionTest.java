package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRBand;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.RestatedSince;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.mail.ScorecardMail;
import org.kpisuite.reports.page.Block;
import org.kpisuite.reports.page.Diagnostic;
import org.kpisuite.reports.page.Kpi;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.MatrixBlock;
import org.kpisuite.reports.page.MatrixRow;
import org.kpisuite.reports.page.NoteRow;
import org.kpisuite.reports.page.Page;

class CompositionTest {

    @Test
    void lines_areAsHighAsTheirBands() {
        Map<String, Integer> bands = new HashMap<>();
        for (JRBand band : Templates.of(ScorecardPdf.TEMPLATE + ".jasper")
                .getDetailSection()
                .getBands()) {
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
                assertThat(p.lines().stream().mapToInt(Line::height).sum()).isLessThanOrEqualTo(4430)));
    }

    @Test
    void everyItem_isOnceInTheTable_orInTheListOfDiagnostics_andEveryKpiInTheMatrix() {
        SampleScorecards.all().forEach((name, s) -> {
            List<Line> lines = pages(s).flatMap(p -> p.lines().stream()).toList();
            long table = lines.stream()
                    .filter(l -> l instanceof Kpi || l instanceof Diagnostic)
                    .count();
            long matrix = lines.stream().filter(MatrixRow.class::isInstance).count();
            long kpis = s.courses().lines().stream()
                    .filter(l -> l.item().usage() == Usage.EVAL)
                    .count();
            long listed = lines.stream()
                    .filter(l -> l instanceof NoteRow n && n.says() && n.text().contains("· ΔPL % "))
                    .count();
            assertThat(table + listed).as(name).isEqualTo(s.items().size());
            assertThat(lines.stream().filter(Kpi.class::isInstance)).as(name).hasSize((int) s.items().stream()
                    .filter(i -> s.plan().isEmpty() || i.usage() == Usage.EVAL)
                    .count());
            assertThat(matrix).as(name).isGreaterThanOrEqualTo(kpis);
        });
    }

    @Test
    void namesCutAlike_areToldApart() {
        List<String> names = pages(GoldenScorecards.sevenLongest())
                .flatMap(p -> p.lines().stream())
                .map(l -> l instanceof Kpi k
                        ? k.row().name()
                        : l instanceof Diagnostic d ? d.row().name() : "")
                .filter(n -> !n.isEmpty())
                .toList();
        assertThat(names).hasSize(12).doesNotHaveDuplicates();
        assertThat(names.get(0)).contains("…\u00a01,");
        assertThat(names.get(1)).contains("…\u00a0WHY1,");
    }

    @Test
    void matrixMessage_countsLossesToo_thoughTheyHaveNoPercentage() {
        assertThat(messageOfTheMatrix(SampleCourses.bare(GoldenScorecards.negativeBases())))
                .isEqualTo("W46: 2 of 5 KPIs behind plan");
        assertThat(messageOfTheMatrix(SampleCourses.full(SampleScorecards.scorecard(
                        List.of(
                                SampleScorecards.leads().scored("60", "50").build(),
                                SampleItem.lagging("NPS", "Loyalty", "Лояльность")
                                        .in(UnitKind.POINTS, 0)
                                        .scored("40", "0")
                                        .values("30", "45", "45", "38", "43")
                                        .build()),
                        true,
                        true,
                        List.of()))))
                .startsWith("W46: 2 of 2 KPIs behind plan, furthest Leads (");
    }

    private static String messageOfTheMatrix(Scorecard card) {
        return String.join(
                " ",
                pages(card)
                        .filter(p -> p.lines().stream().anyMatch(MatrixRow.class::isInstance))
                        .findFirst()
                        .orElseThrow()
                        .message());
    }

    @Test
    void weekWithoutAnyValue_hasNoMatrix_andTheFootDoesNotCallTheDataComplete() {
        List<Page> pages =
                pages(SampleCourses.full(SampleScorecards.nothingDelivered())).toList();
        assertThat(pages.stream().flatMap(p -> p.lines().stream()))
                .noneMatch(MatrixRow.class::isInstance)
                .anyMatch(Kpi.class::isInstance);
        assertThat(pages).allSatisfy(p -> assertThat(p.provenance())
                .contains("no actual for 2 of 2 KPIs")
                .doesNotContain("complete"));
    }

    @Test
    void everyRow_carriesTheNumberThatItsTraceCodeEndsIn() {
        Scorecard card = SampleScorecards.open();
        List<String> numbers = pages(card)
                .flatMap(p -> p.lines().stream())
                .map(l -> l instanceof Kpi k
                        ? k.row().number()
                        : l instanceof Diagnostic d ? d.row().number() : "")
                .filter(n -> !n.isEmpty())
                .toList();
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(card.items().stream()
                        .map(i -> card.traceCode(i).toString().replaceFirst(".*-", ""))
                        .toList());
    }

    @Test
    void whatChangedSinceTheReportBefore_standsInTheNotes_andInTheMail() {
        Scorecard card = SampleScorecards.open();
        ScorecardItem leads = card.items().get(0);
        RestatedSince since = new RestatedSince(
                Instant.parse("2026-11-15T03:00:00Z"),
                card.heading().asOf(),
                List.of(new RestatedSince.Cell(
                        leads, Period.parse("2026-Q3"), new BigDecimal("1510"), new BigDecimal("1400"), List.of())));
        Scorecard later = card.with(card.background().after(Optional.of(since)));
        assertThat(pages(later).flatMap(p -> p.lines().stream()))
                .anyMatch(l -> l instanceof NoteRow r
                        && r.subject().equals("Leads, 2026-Q3")
                        && r.text().equals("1,510 → 1,400"));
        assertThat(ScorecardMail.of(later, Locale.ENGLISH).body())
                .contains("Changed since the report as of 15 Nov 2026 06:00 MSK: 1\n  Leads, 2026-Q3: 1,510 → 1,400\n");
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
