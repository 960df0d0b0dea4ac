package org.kpisuite.reports.page;

import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** Two charts side by side under a rule, the right one wider; one of them may be missing. */
public record Panels(
        @Nullable Renderable left,
        @Nullable String leftDescription,
        @Nullable Renderable right,
        @Nullable String rightDescription)
        implements Line {
    @Override
    public int height() {
        return 168;
    }
}
