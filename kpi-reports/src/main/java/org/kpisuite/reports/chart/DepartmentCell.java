package org.kpisuite.reports.chart;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * One department among others: its score and what makes it at the left, its earlier scores as columns at the right, its worst
 * item below.
 *
 * @param score with its change in words under it
 * @param items a sign for each
 * @param coverage words under them; empty where all is covered
 * @param worst the item that stands lowest; empty where none has a value
 * @param ruled whether a rule ends it
 */
public record DepartmentCell(
        String name,
        Score score,
        List<StatusSign> items,
        String coverage,
        ScoreColumns columns,
        Optional<Worst> worst,
        boolean ruled)
        implements Drawing {
    private static final float NAME_SIZE = 8;
    private static final float NAME_BASELINE = 9;
    private static final float SCORE_SIZE = 15;
    private static final float SCORE_BASELINE = 27.5f;
    private static final float SMALL = 6;
    private static final float CHANGE_BASELINE = 36.5f;
    private static final float ITEMS_MIDDLE = 49;
    private static final float ITEMS_PITCH = 10;
    private static final float COVERAGE_BASELINE = 65.5f;
    private static final float COLUMNS_LEFT = 82;
    private static final float COLUMNS_TOP = 12.5f;
    private static final float COLUMNS_HEIGHT = 63;
    private static final float WORST_BASELINE = 87;
    private static final float WORST_SIZE = 7.5f;
    private static final float LEADING = 9;
    private static final float SIGN_AT_END = 4;
    private static final float RULE = 120;

    /** Width that the name of an item may take in a cell of that width. */
    public static float itemWidth(float cell) {
        return cell - 42;
    }

    public DepartmentCell {
        items = List.copyOf(items);
    }

    /**
     * A score as it stands.
     *
     * @param change against the period before, or why there is no score
     * @param changeColour of an adverse change that of bad
     */
    public record Score(String points, StatusSign sign, String change, boolean adverse, Color changeColour) {}

    /** An item with its achievement. */
    public record Worst(String label, List<String> name, String achievement, boolean red, StatusSign sign) {
        public Worst {
            name = List.copyOf(name);
        }
    }

    @Override
    public void draw(Pencil pencil, float width, float height) {
        pencil.text(name, 0, NAME_BASELINE, NAME_SIZE, true, Ink.TEXT, Pencil.Side.LEFT);
        pencil.text(score.points, 0, SCORE_BASELINE, SCORE_SIZE, true, Ink.TEXT, Pencil.Side.LEFT);
        float x = pencil.width(score.points, SCORE_SIZE, true) + 9;
        score.sign.at(pencil, x, SCORE_BASELINE - 0.36f * SCORE_SIZE);
        pencil.text(score.change, 0, CHANGE_BASELINE, SMALL, score.adverse, score.changeColour, Pencil.Side.LEFT);
        for (int i = 0; i < items.size(); i++) {
            items.get(i).at(pencil, 3 + i * ITEMS_PITCH, ITEMS_MIDDLE);
        }
        pencil.text(coverage, 0, COVERAGE_BASELINE, SMALL, false, Ink.NOTE, Pencil.Side.LEFT);
        pencil.inside(COLUMNS_LEFT, COLUMNS_TOP, () -> columns.draw(pencil, width - COLUMNS_LEFT, COLUMNS_HEIGHT));
        worst.ifPresent(w -> worst(pencil, w, width));
        if (ruled) {
            pencil.line(0, RULE, width, RULE, 0.3f, Ink.HAIRLINE);
        }
    }

    private static void worst(Pencil pencil, Worst worst, float width) {
        pencil.text(worst.label, 0, WORST_BASELINE, SMALL, false, Ink.NOTE, Pencil.Side.LEFT);
        float baseline = WORST_BASELINE + LEADING + 1;
        for (int i = 0; i < worst.name.size(); i++) {
            pencil.text(worst.name.get(i), 0, baseline + i * LEADING, WORST_SIZE, false, Ink.TEXT, Pencil.Side.LEFT);
        }
        float sign = width - SIGN_AT_END;
        pencil.text(worst.achievement, sign - 7, baseline, WORST_SIZE, worst.red, Ink.TEXT, Pencil.Side.RIGHT);
        worst.sign.at(pencil, sign, baseline - 0.36f * WORST_SIZE);
    }
}
