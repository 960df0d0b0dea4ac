package org.kpisuite.ejb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kpisuite.reports.chart.Picture;
import org.kpisuite.reports.look.PaperSize;
import org.kpisuite.reports.look.ReportLook;

/** A look that cannot be stops the start and names its setting. */
class LookSettingsTest {

    private static ReportLook set(Map<String, String> environment) {
        return LookSettings.set(name -> Optional.ofNullable(environment.get(name)));
    }

    private static void refused(String name, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(Map.of(name, value)))
                .withMessageContaining(message);
    }

    @Test
    void nothingSet_isTheUsualLook() {
        assertThat(set(Map.of())).isEqualTo(ReportLook.USUAL);
        assertThat(set(Map.of("KPI_PAPER", " letter ")).paper()).isEqualTo(PaperSize.LETTER);
    }

    @Test
    void paperAndColours_thatAreNone_areRefused() {
        refused("KPI_PAPER", "A3", "KPI_PAPER must be one of [A4, LETTER], but is A3");
        refused("KPI_COLOURS", "red", "KPI_COLOURS must be GREEN_RED, BLUE_ORANGE, or three colours");
        refused("KPI_COLOURS", "#00FF00 #C0392B #2F5C8F", "KPI_COLOURS has too little contrast: good #00FF00 on white");
    }

    @Test
    void logo_thatIsMissing_orNoPicture_orTooLarge_isRefusedByItsPath(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("none.png");
        refused("KPI_LOGO", missing.toString(), "KPI_LOGO: " + missing + " is no file");
        refused("KPI_LOGO", folder.toString(), "is no file");
        Path text = Files.writeString(folder.resolve("logo.png"), "not a picture");
        refused("KPI_LOGO", text.toString(), "logo.png is no picture");
        Path large = Files.write(folder.resolve("large.png"), new byte[Picture.FILE_BYTES_MAX + 1]);
        refused("KPI_LOGO", large.toString(), "large.png has 262145 bytes, at most 262144 are read");
    }
}
