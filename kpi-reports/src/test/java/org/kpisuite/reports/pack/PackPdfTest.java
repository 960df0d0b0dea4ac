package org.kpisuite.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.LintReport;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanTerms;
import org.kpisuite.domain.plan.PlanTerms.About;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.reports.pdf.Glyphs;
import org.kpisuite.reports.pdf.Judge;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PackPdfTest {
    private static final float TOLERANCE = 0.3f;
    private static final float MARGIN = 34;
    private static final float WIDTH = 842;
    private static final int PAGES_MAX = 4;

    private static byte[] pdf(ApprovalPack pack, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackPdf.write(pack, Locale.forLanguageTag(language), out);
        Path kept = Files.createDirectories(Path.of("target", "packs")).resolve("pack-" + language + ".pdf");
        Files.write(kept, out.toByteArray());
        return out.toByteArray();
    }

    private static String words(byte[] pdf) throws IOException {
        List<String> words = new ArrayList<>();
        for (int page = 1; page <= Glyphs.pages(pdf); page++) {
            words.addAll(Glyphs.of(pdf, page).words());
        }
        return String.join(" ", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void pack_isAFewPages_onWhichNothingCollides(String language) throws IOException {
        byte[] pdf = pdf(SamplePack.checked(), language);
        assertThat(Glyphs.pages(pdf)).isBetween(1, PAGES_MAX);
        for (int page = 1; page <= Glyphs.pages(pdf); page++) {
            Glyphs glyphs = Glyphs.of(pdf, page);
            assertThat(glyphs.glyphs()).isNotEmpty().allSatisfy(g -> {
                assertThat(g.left()).as(g.toString()).isGreaterThanOrEqualTo(MARGIN - TOLERANCE);
                assertThat(g.right()).as(g.toString()).isLessThanOrEqualTo(WIDTH - MARGIN + TOLERANCE);
            });
            assertThat(glyphs.collisions(TOLERANCE)).as("page %d", page).isEmpty();
        }
    }

    @Test
    void pack_saysAllThatADecisionNeeds() throws IOException {
        ApprovalPack pack = SamplePack.checked();
        String words = words(pdf(pack, "en"));
        assertThat(words)
                .contains("Marketing department")
                .contains("2027-Q1")
                .contains("Irina Orlova")
                .contains("Olga Lebedeva")
                .contains("29 Dec 2026")
                .contains(PackTexts.grouped(pack.plan().hash().orElseThrow()))
                .contains("10,000,000 × 3 = 30,000,000")
                .contains("2,000")
                .contains("1,800")
                .contains("+11.1%")
                .contains("L06")
                .contains("minutes of 10 Dec.")
                .contains("88.4")
                .contains("Where do 200 more come from?")
                .contains("Иван Петров");
    }

    /** What is signed is what was shown: each item prints all of its terms, but for those of which it has a column. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void pack_printsAllThatIsSigned(String language) throws IOException {
        ApprovalPack pack = SamplePack.checked();
        String words = together(words(pdf(pack, language)));
        PlanTerms terms = new PlanTerms(pack.setting().catalogue(), Locale.forLanguageTag(language));
        for (PlanItem item : pack.plan().items()) {
            Map<About, String> told = terms.of(item);
            told.keySet().removeAll(List.of(About.CONTROL, About.SOURCE));
            told.values().forEach(term -> assertThat(words).contains(together(term)));
        }
        assertThat(words)
                .contains(together(terms.children(pack.plan().written()).orElseThrow()))
                .contains(together("отдел продаж"), "CRM", together("новый канал с января"), "growth");
    }

    /** Lines are broken where they end, also within a phrase. */
    private static String together(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }

    @Test
    void answers_standUnderTheirThread_andAFieldOfThePlanIsNamed() throws IOException {
        PlanComment first = SamplePack.comment(1, new PlanComment.Place("LEADS", "target"), "First thread.");
        PlanComment second = SamplePack.comment(2, new PlanComment.Place(null, "businessStage"), "Second thread.");
        PlanComment late = SamplePack.answer(3, first, "Answer to the first.");
        String words = words(pdf(SamplePack.with(LintReport.of(List.of()), List.of(first, second, late)), "en"));
        assertThat(words).containsSubsequence("First thread.", "Answer to the first.", "Second thread.");
        assertThat(words).contains("business stage: Second thread.");
    }

    @Test
    void whatTheLintHasComeToSay_standsApart() throws IOException {
        Finding since = new Finding(
                "L18", Severity.WARN, "CAC", "target", new LocalizedText("Easier than before.", "Легче, чем раньше."));
        ApprovalPack pack = SamplePack.checked();
        LintReport lint = new LintReport(pack.lint().findings(), List.of(since));
        assertThat(words(pdf(SamplePack.with(lint, List.of()), "en")))
                .contains("Since it was submitted")
                .contains("Easier than before.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void pack_isForArchives_andForReadersWhoHearIt(String language) throws Exception {
        byte[] pdf = pdf(SamplePack.checked(), language);
        assertThat(Judge.broken(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(Judge.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String roles = document.getDocumentCatalog().getStructureTreeRoot().getKids().stream()
                    .map(k -> roles((PDStructureElement) k))
                    .collect(Collectors.joining());
            assertThat(roles).startsWith("Document(H1()P()Table(TR(TH()TD())");
            assertThat(roles).contains("Figure()");
        }
    }

    private static String roles(PDStructureElement element) {
        return element.getStructureType()
                + element.getKids().stream()
                        .filter(PDStructureElement.class::isInstance)
                        .map(k -> roles((PDStructureElement) k))
                        .collect(Collectors.joining("", "(", ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void pack_saysByWhatATargetIsJudgedAmbitious(String language) throws IOException {
        assertThat(words(pdf(SamplePack.checked(), language)))
                .contains(language.equals("en") ? "median of 8 quarters" : "медиана 8 кварталов");
    }

    @Test
    void equalPack_givesEqualBytes() throws IOException {
        assertThat(pdf(SamplePack.checked(), "ru")).isEqualTo(pdf(SamplePack.checked(), "ru"));
    }
}
