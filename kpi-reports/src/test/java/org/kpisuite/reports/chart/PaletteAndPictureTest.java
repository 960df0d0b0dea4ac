package org.kpisuite.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an organisation may bring, and what is refused with the reason. */
class PaletteAndPictureTest {

    @ParameterizedTest
    @CsvSource({
        "GREEN_RED, 4C9F38, C0392B",
        "green_red, 4C9F38, C0392B",
        "BLUE_ORANGE, 2B6CB0, C05621",
        "#12805C #8E1B5E #0B4F8A, 12805C, 8E1B5E",
        "'#12805c,#8e1b5e,#0b4f8a', 12805C, 8E1B5E"
    })
    void palette_isASetOrThreeColours(String text, String good, String bad) {
        Palette palette = Palette.parse(text);
        assertThat(palette.good()).isEqualTo(new Color(Integer.parseInt(good, 16)));
        assertThat(palette.bad()).isEqualTo(new Color(Integer.parseInt(bad, 16)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PINK | must be GREEN_RED, BLUE_ORANGE, or three colours",
                "#12805C #8E1B5E | must be GREEN_RED",
                "#12805 #8E1B5E #0B4F8A | must be GREEN_RED",
                "#9FE090 #8E1B5E #0B4F8A | good #9FE090 on white is 1.55 to 1, needed is 3.00",
                "#4C9F38 #E8604C #0B4F8A | bad #E8604C on white is 3.38 to 1, needed is 4.50",
                "#4C9F38 #C0392B #88AADD | accent #88AADD on white",
                "#B83A2C #C0392B #0B4F8A | good #B83A2C beside bad #C0392B"
            })
    void palette_thatCannotBeSeen_isRefusedWithItsContrast(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Palette.parse(text))
                .withMessageContaining(reason);
    }

    @Test
    void shippedPalettes_keepTheirOwnRules() {
        for (Palette p : new Palette[] {Palette.GREEN_RED, Palette.BLUE_ORANGE}) {
            String text = "#%06X #%06X #%06X"
                    .formatted(
                            p.good().getRGB() & 0xFFFFFF,
                            p.bad().getRGB() & 0xFFFFFF,
                            p.accent().getRGB() & 0xFFFFFF);
            assertThat(Palette.parse(text)).isEqualTo(p);
        }
    }

    @Test
    void largePicture_isMadeAsSmallAsItIsShown_andStandsOnWhite() throws IOException {
        Picture picture = Picture.of(file(new BufferedImage(3000, 1000, BufferedImage.TYPE_INT_ARGB), "png"));
        assertThat(picture.width()).isLessThanOrEqualTo(640);
        assertThat(picture.height()).isLessThanOrEqualTo(170);
        assertThat((double) picture.width() / picture.height()).isBetween(2.95, 3.05);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(shown.getRGB(5, 5) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(Picture.of(picture.png())).isEqualTo(picture);
    }

    @Test
    void jpeg_isReadToo() throws IOException {
        Picture picture = Picture.of(file(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "jpg"));
        assertThat(picture.width()).isEqualTo(60);
    }

    @Test
    void fileThatIsNoPicture_orAnother_orTooLarge_isRefusedWithWhatItIs() throws IOException {
        refused("text".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "is no picture");
        refused(new byte[0], "is no picture");
        refused(file(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "gif"), "is gif, neither PNG nor JPEG");
        refused(file(new BufferedImage(4001, 20, BufferedImage.TYPE_INT_RGB), "png"), "4001 × 20 pixels");
        refused(file(new BufferedImage(60, 7, BufferedImage.TYPE_INT_RGB), "png"), "60 × 7 pixels");
        byte[] whole = file(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "png");
        refused(java.util.Arrays.copyOf(whole, whole.length / 2), "is a broken picture");
        byte[] large = new byte[Picture.FILE_BYTES_MAX + 1];
        new Random(1).nextBytes(large);
        refused(large, "has 262145 bytes, at most 262144 are read");
    }

    private static void refused(byte[] file, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.of(file)).withMessageContaining(reason);
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }
}
