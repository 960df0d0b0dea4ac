package org.kpisuite.reports.page;

import java.util.List;

/** Up to two pairs side by side: what leads above what follows. */
public record Panels(List<PairPanel> pairs) implements Line {
    @Override
    public int height() {
        return 2220;
    }

    public int size() {
        return pairs.size();
    }

    public PairPanel get(int index) {
        return pairs.get(index);
    }
}
