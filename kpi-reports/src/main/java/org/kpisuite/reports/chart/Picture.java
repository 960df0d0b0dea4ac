package org.kpisuite.reports.chart;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture that somebody brings, such as a logo: on white, and no larger than it can be seen. */
public final class Picture implements Drawing {
    private static final long serialVersionUID = 1L;

    /** Of a file, bytes. */
    public static final int FILE_BYTES_MAX = 256 * 1024;

    private static final int SIDE_MAX = 4_000;
    private static final int SIDE_MIN = 8;

    /** As many pixels as 90 × 24 points show at more than 500 to an inch. */
    private static final int WIDTH_SHOWN = 640;

    private static final int HEIGHT_SHOWN = 170;

    private final int width;
    private final int height;
    private final byte[] png;
    private final byte[] deflated;

    private Picture(BufferedImage shown) {
        width = shown.getWidth();
        height = shown.getHeight();
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(shown, "png", file);
            png = file.toByteArray();
            deflated = deflated(shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From a PNG or JPEG.
     *
     * @throws IllegalArgumentException with what is wrong with the file
     */
    public static Picture of(byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "has %d bytes, at most %d are read".formatted(file.length, FILE_BYTES_MAX));
        }
        return new Picture(onWhite(read(file)));
    }

    private static BufferedImage read(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IllegalArgumentException("is no picture");
            }
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                if (!format.equals("png") && !format.equals("jpeg")) {
                    throw new IllegalArgumentException("is " + format + ", neither PNG nor JPEG");
                }
                reader.setInput(in);
                requireSides(reader.getWidth(0), reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("is a broken picture: " + e.getMessage(), e);
        }
    }

    private static void requireSides(int wide, int high) {
        if (Math.min(wide, high) < SIDE_MIN || Math.max(wide, high) > SIDE_MAX) {
            throw new IllegalArgumentException(
                    "has %d × %d pixels, each side must have %d to %d".formatted(wide, high, SIDE_MIN, SIDE_MAX));
        }
    }

    /** Without transparency, which not every reader of archives knows. */
    private static BufferedImage onWhite(BufferedImage picture) {
        float scale = Math.min(
                1, Math.min((float) WIDTH_SHOWN / picture.getWidth(), (float) HEIGHT_SHOWN / picture.getHeight()));
        int wide = Math.max(1, Math.round(picture.getWidth() * scale));
        int high = Math.max(1, Math.round(picture.getHeight() * scale));
        BufferedImage shown = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = shown.createGraphics();
        graphics.setColor(Ink.PAPER);
        graphics.fillRect(0, 0, wide, high);
        Image scaled = scale < 1 ? picture.getScaledInstance(wide, high, Image.SCALE_AREA_AVERAGING) : picture;
        graphics.drawImage(scaled, 0, 0, null);
        graphics.dispose();
        return shown;
    }

    private static byte[] deflated(BufferedImage shown) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream pixels = new DeflaterOutputStream(out, best)) {
            for (int rgb : shown.getRGB(0, 0, shown.getWidth(), shown.getHeight(), null, 0, shown.getWidth())) {
                pixels.write(rgb >> 16);
                pixels.write(rgb >> 8);
                pixels.write(rgb);
            }
        } finally {
            best.end();
        }
        return out.toByteArray();
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** As a file. */
    public byte[] png() {
        return png.clone();
    }

    /** Red, green and blue of each pixel, deflated. */
    public byte[] pixels() {
        return deflated.clone();
    }

    /** As large as fits, at the upper right. */
    @Override
    public void draw(Pencil pencil, float boxWidth, float boxHeight) {
        float scale = Math.min(boxWidth / width, boxHeight / height);
        pencil.picture(this, boxWidth - width * scale, 0, width * scale, height * scale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && Arrays.equals(png, picture.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    @Override
    public String toString() {
        return "picture " + Integer.toHexString(hashCode());
    }
}
