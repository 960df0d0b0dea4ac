package org.kpisuite.reports.pdf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kpisuite.domain.scorecard.Scorecard;

/** The scorecards that the printed pages are tested with, for tests of the other outputs. */
public final class BoardScorecards {
    private BoardScorecards() {}

    /** The eight cases that are looked at as pictures. */
    public static Map<String, Scorecard> golden() {
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        cards.put("usual", SampleScorecards.usual());
        cards.put("three", GoldenScorecards.three());
        cards.put("seven-longest", GoldenScorecards.sevenLongest());
        cards.put("nothing", SampleCourses.silent(SampleScorecards.nothingDelivered()));
        cards.put("negative", GoldenScorecards.negativeBases());
        cards.put("gate", GoldenScorecards.redWithPendingGate());
        cards.put("week-53", GoldenScorecards.week53());
        cards.put("before-approval", SampleCourses.bare(SampleScorecards.withoutPlan()));
        return cards;
    }

    /** Every scorecard by name; with weeks and pairs where it has them. */
    public static Map<String, Scorecard> all() {
        Map<String, Scorecard> all = new TreeMap<>(SampleScorecards.all());
        all.put("usual", SampleScorecards.usual());
        return all;
    }
}
