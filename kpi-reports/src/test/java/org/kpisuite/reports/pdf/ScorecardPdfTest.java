package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.scorecard.Scorecard;

class ScorecardPdfTest {

    @Test
    void everySample_isWrittenForLooking() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "scorecards"));
        for (Map.Entry<String, Scorecard> sample : SampleScorecards.all().entrySet()) {
            for (String language : new String[] {"en", "ru"}) {
                Path file = folder.resolve(sample.getKey() + "-" + language + ".pdf");
                Files.write(file, pdf(sample.getValue(), language));
                assertThat(file).isNotEmptyFile();
            }
        }
    }

    @Test
    void equalScorecard_givesEqualBytes() throws IOException {
        assertThat(pdf(SampleScorecards.open(), "ru")).isEqualTo(pdf(SampleScorecards.open(), "ru"));
    }

    static byte[] pdf(Scorecard scorecard, String language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(scorecard, Locale.forLanguageTag(language), bytes);
        return bytes.toByteArray();
    }
}
