package org.kpisuite.ejb.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.Picture;
import org.kpisuite.reports.look.PaperSize;
import org.kpisuite.reports.look.ReportLook;

/** Reads how an organisation's files look; what cannot be is refused by the name of the setting. */
final class LookSettings {
    private static final String LOGO = "KPI_LOGO";
    private static final String COLOURS = "KPI_COLOURS";
    private static final String PAPER = "KPI_PAPER";

    /** No setting: the picture itself, as it is recorded. */
    static final String LOGO_PICTURE = "LOGO_PICTURE";

    static final List<String> NAMES = List.of(COLOURS, PAPER);

    private LookSettings() {}

    /** As it is set now, the logo read from its file. */
    static ReportLook set(Function<String, Optional<String>> settings) {
        return look(settings, settings.apply(LOGO).map(LookSettings::read).orElse(null));
    }

    /** As it was recorded. */
    static ReportLook recorded(Function<String, Optional<String>> settings) {
        return look(
                settings,
                settings.apply(LOGO_PICTURE)
                        .map(text -> Picture.of(Base64.getDecoder().decode(text)))
                        .orElse(null));
    }

    private static ReportLook look(Function<String, Optional<String>> settings, @Nullable Picture logo) {
        Palette palette = settings.apply(COLOURS).map(LookSettings::palette).orElse(Palette.GREEN_RED);
        PaperSize paper = settings.apply(PAPER).map(LookSettings::paper).orElse(PaperSize.A4);
        return new ReportLook(palette, logo, paper, true);
    }

    /** The picture as text; empty where there is none. */
    static String text(@Nullable Picture logo) {
        return logo == null ? "" : Base64.getEncoder().encodeToString(logo.png());
    }

    private static Picture read(String path) {
        Path file = Path.of(path.strip());
        try {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("is no file that can be read");
            }
            if (Files.size(file) > Picture.FILE_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "has %d bytes, at most %d are read".formatted(Files.size(file), Picture.FILE_BYTES_MAX));
            }
            return Picture.of(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(LOGO + ": " + file.toAbsolutePath() + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(LOGO + ": " + file.toAbsolutePath() + " cannot be read", e);
        }
    }

    private static Palette palette(String text) {
        try {
            return Palette.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(COLOURS + " " + e.getMessage(), e);
        }
    }

    private static PaperSize paper(String text) {
        return Arrays.stream(PaperSize.values())
                .filter(p -> p.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        PAPER + " must be one of " + Arrays.toString(PaperSize.values()) + ", but is " + text));
    }
}
