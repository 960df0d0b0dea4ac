package org.kpisuite.reports.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** How the four scenarios look, everywhere: actual solid, plan outlined, prior year light, forecast hatched. */
public enum Scenario {
    ACTUAL {
        @Override
        void fill(Pencil pencil, Rectangle2D.Float box, Color colour) {
            pencil.fill(box, colour);
        }
    },
    PLAN {
        @Override
        void fill(Pencil pencil, Rectangle2D.Float box, Color colour) {
            float inset = OUTLINE / 2;
            pencil.stroke(
                    new Rectangle2D.Float(
                            box.x + inset,
                            box.y + inset,
                            Math.max(0, box.width - OUTLINE),
                            Math.max(0, box.height - OUTLINE)),
                    OUTLINE,
                    colour);
        }
    },
    PRIOR_YEAR {
        @Override
        void fill(Pencil pencil, Rectangle2D.Float box, Color colour) {
            pencil.fill(box, colour);
        }
    },
    FORECAST {
        @Override
        void fill(Pencil pencil, Rectangle2D.Float box, Color colour) {
            Hatch.draw(pencil, box, colour);
        }
    };

    private static final float OUTLINE = 0.6f;

    abstract void fill(Pencil pencil, Rectangle2D.Float box, Color colour);

    /** The colour where nothing is judged. */
    Color colour() {
        return this == PRIOR_YEAR ? Ink.PRIOR_YEAR : Ink.DARK;
    }

    void fill(Pencil pencil, Rectangle2D.Float box) {
        fill(pencil, box, colour());
    }
}
