package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.scorecard.Background.PastScore;
import org.kpisuite.domain.scorecard.StatusLimits;
import org.kpisuite.reports.chart.Caption;
import org.kpisuite.reports.chart.ScoreColumns;

/** Draws the scores of the last periods, and tells them in words. */
final class ScoreCell {
    private final Texts texts;
    private final List<PastScore> scores;
    private final boolean open;

    /**
     * Of a unit.
     *
     * @param open whether the last period still runs
     */
    ScoreCell(Texts texts, List<PastScore> scores, boolean open) {
        this.texts = texts;
        this.scores = scores;
        this.open = open;
    }

    /** With a caption and its limits named. */
    ScoreColumns draw(Caption caption, StatusLimits limits) {
        return new ScoreColumns(
                Optional.of(caption),
                columns(true),
                List.of(
                        new ScoreColumns.Limit(
                                limits.green().floatValue(),
                                number(limits.green().toPlainString())),
                        new ScoreColumns.Limit(
                                limits.amber().floatValue(),
                                number(limits.amber().toPlainString()))));
    }

    /** Small, without words but the first and the last period. */
    ScoreColumns drawSmall(StatusLimits limits) {
        return new ScoreColumns(
                Optional.empty(),
                columns(false),
                List.of(
                        new ScoreColumns.Limit(limits.green().floatValue(), ""),
                        new ScoreColumns.Limit(limits.amber().floatValue(), "")));
    }

    private static String number(String points) {
        return points;
    }

    private List<ScoreColumns.Column> columns(boolean valued) {
        List<ScoreColumns.Column> columns = new ArrayList<>();
        int last = scores.size() - 1;
        for (int i = 0; i <= last; i++) {
            Optional<String> printed = scores.get(i).score().points().map(texts.numbers()::points);
            boolean named = i == 0 || i == last || (valued && i == last / 2 + 1);
            columns.add(new ScoreColumns.Column(
                    scores.get(i).score().points().isPresent()
                            ? (Float) scores.get(i).score().points().get().floatValue()
                            : null,
                    valued && (i == 0 || i >= last - 1) ? printed.orElse("") : "",
                    open && i == last,
                    named ? texts.period(scores.get(i).period()) : ""));
        }
        return columns;
    }

    String words() {
        return scores.stream()
                .map(s -> s.period().code() + " "
                        + s.score().points().map(texts.numbers()::points).orElse("—"))
                .collect(Collectors.joining(", "));
    }
}
