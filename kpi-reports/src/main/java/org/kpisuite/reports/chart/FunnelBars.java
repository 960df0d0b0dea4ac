package org.kpisuite.reports.chart;

import java.util.List;

/**
 * The stages of a cohort as bars, the first of full length, with conversions beside them.
 *
 * @param heads of the three columns of numbers
 * @param note under the stage that is marked
 */
public record FunnelBars(Caption caption, List<String> heads, List<Stage> stages, String note) implements Drawing {
    private static final float BAR_LEFT = 92;
    private static final float BAR_FULL = 96;
    private static final float BAR_HEIGHT = 11;
    private static final float PITCH = 24;
    private static final float SIZE = 7.5f;
    private static final float LEADING = 9;
    private static final float HEAD_SIZE = 6;
    private static final float CAPTION_BASELINE = 15;
    private static final float HEAD_BASELINE = 28;
    private static final float RULE = 32;
    private static final float FIRST = 43;
    private static final float BASELINE = 0.36f;
    private static final float[] COLUMNS = {223, 261, 296};
    private static final float RIGHT = 300;

    /** Width that the name of a stage may take. */
    public static final float NAME_WIDTH = BAR_LEFT - 4;

    public FunnelBars {
        heads = List.copyOf(heads);
        stages = List.copyOf(stages);
    }

    /**
     * One stage.
     *
     * @param name in one line or two
     * @param share of the first stage, 0 to 1
     * @param numbers one under each head, empty where there is none
     * @param adverse whether the last of them is
     * @param marked whether it is the bottleneck
     */
    public record Stage(
            List<String> name, float share, String count, List<String> numbers, boolean adverse, boolean marked) {}

    @Override
    public void draw(Pencil pencil, float width, float height) {
        caption.draw(pencil, 0, CAPTION_BASELINE);
        for (int i = 0; i < heads.size(); i++) {
            pencil.text(heads.get(i), COLUMNS[i], HEAD_BASELINE, HEAD_SIZE, false, Ink.NOTE, Pencil.Side.RIGHT);
        }
        pencil.line(0, RULE, RIGHT, RULE, 0.3f, Ink.HAIRLINE);
        float pitch = Math.min(PITCH, (height - FIRST - BAR_HEIGHT) / Math.max(1, stages.size() - 1));
        float bar = Math.min(BAR_HEIGHT, pitch - 8.5f);
        for (int i = 0; i < stages.size(); i++) {
            stage(pencil, stages.get(i), FIRST + i * pitch, bar);
        }
    }

    private void stage(Pencil pencil, Stage stage, float middle, float bar) {
        float first = middle + BASELINE * SIZE - (stage.name.size() - 1) * LEADING / 2;
        for (int i = 0; i < stage.name.size(); i++) {
            pencil.text(stage.name.get(i), 0, first + i * LEADING, SIZE, stage.marked, Ink.TEXT, Pencil.Side.LEFT);
        }
        float end = BAR_LEFT + Math.max(0.5f, Math.min(1, stage.share) * BAR_FULL);
        pencil.area(BAR_LEFT, middle - bar / 2, end, middle + bar / 2, Ink.DARK);
        float baseline = middle + BASELINE * SIZE;
        pencil.text(stage.count, end + 4, baseline, SIZE, false, Ink.TEXT, Pencil.Side.LEFT);
        for (int i = 0; i < stage.numbers.size(); i++) {
            boolean last = i == stage.numbers.size() - 1;
            pencil.text(
                    stage.numbers.get(i),
                    COLUMNS[i],
                    baseline,
                    SIZE,
                    last && stage.adverse,
                    i == 1 ? Ink.REFERENCE : Ink.TEXT,
                    Pencil.Side.RIGHT);
        }
        if (stage.marked) {
            pencil.text(note, BAR_LEFT, middle + bar / 2 + 7, HEAD_SIZE, false, pencil.accent(), Pencil.Side.LEFT);
        }
    }
}
