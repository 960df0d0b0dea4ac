package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.scorecard.Scorecard;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** One file is for archives and for readers who hear it, by the judge of both standards. */
class AccessibleFileTest {

    static Stream<Arguments> files() {
        return SampleScorecards.all().entrySet().stream()
                .flatMap(e -> Stream.of("en", "ru").flatMap(l -> Stream.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)
                        .map(f -> Arguments.of(e.getKey(), l, f, e.getValue()))));
    }

    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("files")
    void file_isWhatItSaysItIs(String name, String language, PDFAFlavour flavour, Scorecard card) throws Exception {
        assertThat(broken(pdf(card, language), flavour)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void letterWithALogo_isWhatItSaysItIs(PDFAFlavour flavour) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(
                BoardScorecards.golden().get("usual"), Locale.forLanguageTag("ru"), PaperAndLogoTest.LETTER, bytes);
        assertThat(broken(bytes.toByteArray(), flavour)).isEmpty();
    }

    /** The rules that are broken, each once with where it is first broken. */
    private static List<String> broken(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage()
                            + " @ " + a.getLocation().getContext())
                    .distinct()
                    .limit(10)
                    .toList();
        }
    }

    private static byte[] pdf(Scorecard scorecard, String language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(scorecard, Locale.forLanguageTag(language), bytes);
        return bytes.toByteArray();
    }
}
