package org.kpisuite.reports.equality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Background;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.data.ScorecardJson;
import org.kpisuite.reports.equality.Disagreement.Output;
import org.kpisuite.reports.mail.ScorecardMail;
import org.kpisuite.reports.pdf.BoardScorecards;
import org.kpisuite.reports.pdf.SampleCourses;
import org.kpisuite.reports.pdf.SampleOverview;
import org.kpisuite.reports.pdf.ScorecardPdf;
import org.kpisuite.reports.sample.SampleScorecards;
import org.kpisuite.reports.workbook.ScorecardWorkbook;

class EqualityTest {
    static Stream<Arguments> scorecards() {
        return SampleScorecards.all().entrySet().stream()
                .flatMap(e -> Stream.of(Messages.EN, Messages.RU).map(l -> Arguments.of(e.getKey(), l, e.getValue())));
    }

    private static byte[] workbook(Scorecard scorecard, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(scorecard, locale, out);
        return out.toByteArray();
    }

    private static byte[] pdf(Scorecard scorecard, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScorecardPdf.write(scorecard, locale, out);
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scorecards")
    void pdfWorkbookAndMail_sayWhatTheScorecardSays(String name, Locale locale, Scorecard scorecard)
            throws IOException {
        List<Disagreement> disagreements = Equality.with(scorecard, locale)
                .disagreements(
                        pdf(scorecard, locale),
                        workbook(scorecard, locale),
                        ScorecardMail.of(scorecard, locale),
                        ScorecardJson.of(scorecard));
        assertThat(disagreements).isEmpty();
    }

    @Test
    void outputsOfAnotherScorecard_areRefused() throws IOException {
        Scorecard scorecard = SampleScorecards.open();
        Scorecard other = SampleScorecards.nothingDelivered();
        List<Disagreement> disagreements = Equality.with(scorecard, Messages.EN)
                .disagreements(
                        pdf(other, Messages.EN),
                        workbook(other, Messages.EN),
                        ScorecardMail.of(other, Messages.EN),
                        ScorecardJson.of(other));
        assertThat(disagreements).extracting(Disagreement::output).contains(Output.values());
    }

    static Stream<Arguments> boards() {
        Map<String, Scorecard> boards = BoardScorecards.golden();
        boards.put("departments", SampleOverview.above(12));
        return boards.entrySet().stream()
                .flatMap(e -> Stream.of(Messages.EN, Messages.RU).map(l -> Arguments.of(e.getKey(), l, e.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("boards")
    void pagesBehindTheFirst_sayWhatTheScorecardSays(String name, Locale locale, Scorecard scorecard)
            throws IOException {
        assertThat(Equality.with(scorecard, locale).pdf(pdf(scorecard, locale))).isEmpty();
    }

    @Test
    void otherFunnelBridgeOrDepartments_areFound() throws IOException {
        Scorecard scorecard = SampleOverview.above(12);
        Background known = scorecard.background();
        Scorecard other = scorecard.with(new Background(
                Map.of(),
                Map.of(),
                Optional.empty(),
                known.earlier(),
                known.departments().subList(0, 3),
                List.of()));
        List<Disagreement> found = Equality.with(scorecard, Messages.EN).pdf(pdf(other, Messages.EN));
        assertThat(found).extracting(Disagreement::place).contains("«522 58.0 56.9 +1.1»");
        assertThat(found.stream().map(Disagreement::place))
                .anyMatch(p -> p.contains("Departments below"))
                .anyMatch(p -> p.matches("«[+−]\\d+\\.\\d»"));
    }

    @Test
    void anActualThatIsOneOff_isFoundInEveryOutput() throws IOException {
        Scorecard scorecard = SampleScorecards.single("900");
        Scorecard oneOff = SampleScorecards.single("901");
        Equality equality = Equality.with(scorecard, Messages.RU);
        assertThat(equality.pdf(pdf(scorecard, Messages.RU))).isEmpty();
        assertThat(equality.pdf(pdf(oneOff, Messages.RU)))
                .contains(new Disagreement(
                        Output.PDF, "«900 1\u00A0000 \u2212100 \u221210,0 820 +80 — 90,0»", "×0", "×1"));
        assertThat(equality.workbook(workbook(oneOff, Messages.RU)))
                .contains(new Disagreement(Output.WORKBOOK, "Scorecard!I5", "901", "900"));
        assertThat(equality.json(ScorecardJson.of(oneOff)))
                .contains(new Disagreement(Output.JSON, "/items/0/actual", "\"901\"", "\"900\""));
        assertThat(equality.mail(ScorecardMail.of(oneOff, Messages.RU))).isNotEmpty();
    }

    @Test
    void otherScores_standInEveryOutput_withPointsAndReasons() throws IOException {
        Scorecard scorecard = SampleScorecards.otherScores();
        Scorecard without = scorecard.beside(List.of());
        Equality equality = Equality.with(scorecard, Messages.EN);
        assertThat(equality.pdf(pdf(without, Messages.EN))).hasSizeGreaterThan(1);
        assertThat(equality.mail(ScorecardMail.of(without, Messages.EN))).hasSizeGreaterThan(1);
        assertThat(ScorecardMail.of(scorecard, Messages.EN).body())
                .contains("Score with adjustments, revision 2: ")
                .contains("+4.0: =a recall in August (asked by Anna Orlova, accepted by Boris Petrov for Vera Lis)");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(scorecard, Messages.EN)))) {
            assertThat(workbook.getName("OtherScore4")).isNotNull();
            workbook.getSheet("Summary")
                    .getRow(new CellReference(workbook.getName("OtherScore3").getRefersToFormula()).getRow())
                    .getCell(new CellReference(workbook.getName("OtherScore3").getRefersToFormula()).getCol())
                    .setCellValue(1);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            assertThat(equality.workbook(out.toByteArray())).hasSize(1);
        }
    }

    @Test
    void oneChangedCell_isFound() throws IOException {
        Scorecard scorecard = SampleScorecards.open();
        byte[] changed;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(scorecard, Messages.EN)))) {
            workbook.getSheet("Trend").getRow(5).getCell(4).setCellValue(797.3000001d);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            changed = out.toByteArray();
        }
        assertThat(Equality.with(scorecard, Messages.EN).workbook(changed))
                .singleElement()
                .satisfies(d -> assertThat(d.toString()).startsWith("WORKBOOK, Trend!E6: 797.3"));
    }

    @Test
    void oneChangedDigitOfTheMail_isFound() {
        Scorecard scorecard = SampleScorecards.open();
        ScorecardMail mail = ScorecardMail.of(scorecard, Messages.RU);
        ScorecardMail changed = new ScorecardMail(mail.subject(), mail.body().replace("AC 900", "AC 901"));
        assertThat(Equality.with(scorecard, Messages.RU).mail(changed)).hasSize(1);
        assertThat(Equality.with(scorecard, Messages.RU).mail(mail)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"900", "1,000", "820", "1,592", "78.0", "84.0"})
    void everyNumberOfTheFirstPage_isLookedFor(String printed) throws IOException {
        Scorecard scorecard = SampleScorecards.open();
        String text = text(pdf(scorecard, Messages.EN));
        assertThat(text).contains(printed);
        String tampered = text.replaceAll("(?<![0-9.,])" + Pattern.quote(printed) + "(?![0-9.,])", "7777");
        ExpectedPrint expected = ExpectedPrint.pdf(scorecard, Messages.EN);
        assertThat(expected.missing(Output.PDF, new PrintedLines(text))).isEmpty();
        assertThat(expected.missing(Output.PDF, new PrintedLines(tampered))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void weeksOfAScoredLine_areLookedForSideBySide(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        Scorecard scorecard = SampleCourses.bare(SampleScorecards.open());
        Equality equality = Equality.with(scorecard, locale);
        assertThat(equality.pdf(pdf(scorecard, locale))).isEmpty();
        assertThat(equality.pdf(pdf(SampleCourses.bare(SampleScorecards.single("900")), locale)))
                .anyMatch(d -> d.place().split(" ", -1).length >= Course.WEEKS_PRINTED);
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    @Test
    void dataThatAreNoJson_lackAnItem_orRoundANumber_areRefused() {
        Scorecard scorecard = SampleScorecards.open();
        Equality equality = Equality.with(scorecard, Messages.EN);
        String json = ScorecardJson.of(scorecard);
        assertThat(equality.json(json)).isEmpty();
        assertThat(equality.json(json.substring(1))).isNotEmpty();
        assertThat(equality.json("{}")).hasSizeGreaterThan(scorecard.items().size());
        String score = "\"value\":\"" + Decimals.plain(scorecard.score().value()) + '"';
        assertThat(json).contains(score);
        assertThat(equality.json(json.replace(score, "\"value\":\"63.3\"")))
                .singleElement()
                .extracting(Disagreement::place)
                .isEqualTo("/score/value");
    }

    @Test
    void theTailOfALongerNumber_isNotThatNumber() {
        PrintedLines lines = new PrintedLines("Leads 25 1\u00A0900 \u22122,5 +12 7.25");
        assertThat(lines.count(List.of("900"))).isZero();
        assertThat(lines.count(List.of("2,5"))).isZero();
        assertThat(lines.count(List.of("12"))).isZero();
        assertThat(lines.count(List.of("7"))).isZero();
        assertThat(lines.count(List.of("1\u00A0900", "\u22122,5"))).isOne();
    }
}
