package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.scorecard.Scorecard;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** One file is for archives and for readers who hear it, by the judge of both standards. */
class AccessibleFileTest {

    static Stream<Arguments> files() {
        return SampleScorecards.all().entrySet().stream()
                .flatMap(e -> Stream.of("en", "ru").flatMap(l -> Stream.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)
                        .map(f -> Arguments.of(e.getKey(), l, f, e.getValue()))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("files")
    void file_isWhatItSaysItIs(String name, String language, PDFAFlavour flavour, Scorecard card) throws Exception {
        assertThat(Judge.broken(pdf(card, language), flavour)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void letterWithALogo_isWhatItSaysItIs(PDFAFlavour flavour) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(
                BoardScorecards.golden().get("usual"), Locale.forLanguageTag("ru"), PaperAndLogoTest.LETTER, bytes);
        assertThat(Judge.broken(bytes.toByteArray(), flavour)).isEmpty();
    }

    private static byte[] pdf(Scorecard scorecard, String language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(scorecard, Locale.forLanguageTag(language), bytes);
        return bytes.toByteArray();
    }
}
