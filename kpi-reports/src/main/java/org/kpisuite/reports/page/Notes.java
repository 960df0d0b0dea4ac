package org.kpisuite.reports.page;

import java.util.List;

/** Up to three columns of notes: a heading and at most three lines each. */
public record Notes(List<String> titles, List<String> texts) implements Line {
    @Override
    public int height() {
        return 480;
    }
}
