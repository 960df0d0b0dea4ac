package org.kpisuite.reports.pdf;

import java.util.Map;
import java.util.TreeMap;
import org.kpisuite.domain.scorecard.Scorecard;

/** The scorecards that the printed pages are tested with, for tests of the other outputs. */
public final class BoardScorecards {
    private BoardScorecards() {}

    /** Every scorecard by name; with weeks and pairs where it has them. */
    public static Map<String, Scorecard> all() {
        Map<String, Scorecard> all = new TreeMap<>(SampleScorecards.all());
        all.put("usual", SampleScorecards.usual());
        return all;
    }
}
