package org.kpisuite.reports.page;

import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** The funnel and the bridge of the score side by side under a rule; one of them may be missing. */
public record FunnelAndBridge(
        @Nullable Renderable funnel,
        @Nullable String funnelWords,
        @Nullable Renderable bridge,
        @Nullable String bridgeWords)
        implements Line {
    @Override
    public int height() {
        return 1680;
    }
}
