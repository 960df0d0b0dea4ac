package org.kpisuite.reports.page;

import net.sf.jasperreports.renderers.Renderable;

/** How departments stand, all together, at the top of their overview. */
public record Distribution(Renderable drawing, String description) implements Line {
    @Override
    public int height() {
        return 570;
    }
}
