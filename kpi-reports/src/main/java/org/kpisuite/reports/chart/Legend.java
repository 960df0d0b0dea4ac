package org.kpisuite.reports.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** Samples with their names on one line, from left to right; a sample that does not fit is left out with the rest. */
public record Legend(List<Entry> entries) implements Drawing {
    private static final float SIZE = 6;
    private static final float BASELINE = 6.5f;
    private static final float SAMPLE_WIDTH = 9;
    private static final float SAMPLE_HEIGHT = 5;
    private static final float GAP = 3;
    private static final float BETWEEN = 11;
    private static final float BETWEEN_MIN = 4;

    /** What stands before a name. */
    public sealed interface Sample {}

    public record Notation(Scenario scenario) implements Sample {}

    public record Colours(Color first, Color second) implements Sample {}

    /** Strips under numbers: favourable thin, adverse thick. */
    public record Strips(Color favourable, Color adverse) implements Sample {}

    /** A sign as it is drawn. */
    public record Drawn(StatusSign sign) implements Sample {}

    public record Entry(Sample sample, String name) {}

    /** All names. */
    public String words() {
        return entries.stream().map(Entry::name).collect(Collectors.joining("; "));
    }

    @Override
    public void draw(Pencil pencil, float width, float height) {
        float between = between(pencil, width);
        float x = 0;
        for (Entry entry : entries) {
            float sample = sampleWidth(entry.sample());
            float end = x + entryWidth(pencil, entry);
            if (end > width) {
                return;
            }
            sample(pencil, entry.sample(), x);
            pencil.text(entry.name(), x + sample + GAP, BASELINE, SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
            x = end + between;
        }
    }

    /** Entries move closer before one is left out. */
    private float between(Pencil pencil, float width) {
        float content = 0;
        for (Entry entry : entries) {
            content += entryWidth(pencil, entry);
        }
        float room = entries.size() < 2 ? BETWEEN : (width - content) / (entries.size() - 1) - 0.1f;
        return Math.max(BETWEEN_MIN, Math.min(BETWEEN, room));
    }

    private static float entryWidth(Pencil pencil, Entry entry) {
        return sampleWidth(entry.sample()) + GAP + pencil.width(entry.name(), SIZE, false);
    }

    private static float sampleWidth(Sample sample) {
        return sample instanceof Drawn drawn
                ? 2.4f * drawn.sign().radius()
                : sample instanceof Colours || sample instanceof Strips ? 2 * SAMPLE_WIDTH - 2.5f : SAMPLE_WIDTH;
    }

    private static void sample(Pencil pencil, Sample sample, float x) {
        float top = BASELINE - SAMPLE_HEIGHT + 0.4f;
        if (sample instanceof Notation notation) {
            notation.scenario().fill(pencil, new Rectangle2D.Float(x, top, SAMPLE_WIDTH, SAMPLE_HEIGHT));
        } else if (sample instanceof Colours colours) {
            pencil.area(x, top, x + 7, top + SAMPLE_HEIGHT, colours.first());
            pencil.area(x + 8.5f, top, x + 15.5f, top + SAMPLE_HEIGHT, colours.second());
        } else if (sample instanceof Strips strips) {
            float middle = top + SAMPLE_HEIGHT / 2;
            pencil.line(x, middle, x + 7, middle, 1.1f, strips.favourable());
            pencil.line(x + 8.5f, middle, x + 15.5f, middle, 2.4f, strips.adverse());
        } else if (sample instanceof Drawn drawn) {
            drawn.sign().at(pencil, x + 1.2f * drawn.sign().radius(), top + SAMPLE_HEIGHT / 2);
        }
    }
}
