package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.ejb.actual.ImportResult;

/** An import under way: how far it has come, how fast, and what is still to do. */
public final class ImportStages {
    private static final int HUNDRED = 100;

    /** What of the work is done when a stage begins, as it is with large files: most of the time goes into writing. */
    private static final Map<ImportState, Integer> BEGINS =
            Map.of(ImportState.RECEIVED, 0, ImportState.PARSED, 30, ImportState.VALIDATED, 45);

    /** How much of a stage is shown at most while it is under way: it may take longer than was thought. */
    private static final int OF_STAGE_MAX = 95;

    private static final List<ImportState> STAGES =
            List.of(ImportState.RECEIVED, ImportState.PARSED, ImportState.VALIDATED);

    private final ImportResult run;
    private final Instant now;
    private final Reader reader;

    ImportStages(ImportResult run, Instant now, Reader reader) {
        this.run = run;
        this.now = now;
        this.reader = reader;
    }

    /** A stage: done, under way or waiting. */
    public record Stage(String name, String state, String rows, String time, boolean done, boolean current) {}

    /** How much of the work is done, 0 to 100: what is not known of a stage is told by the time that reading took. */
    public int getPercent() {
        Integer begins = BEGINS.get(run.state());
        if (begins == null) {
            return HUNDRED;
        }
        int share = ends() - begins;
        return begins + Math.toIntExact(share * ofStage(share) / HUNDRED);
    }

    private int ends() {
        return isReading()
                ? BEGINS.get(ImportState.PARSED)
                : isChecking() ? BEGINS.get(ImportState.VALIDATED) : HUNDRED;
    }

    /** In percent of the stage. */
    private long ofStage(int share) {
        if (isReading()) {
            long bytes = run.trail().bytes();
            return bytes == 0 ? 0 : Math.min(HUNDRED, HUNDRED * run.trail().bytesRead() / bytes);
        }
        long read = time(ImportState.RECEIVED).toMillis();
        long expected = Math.max(1, read * share / BEGINS.get(ImportState.PARSED));
        return Math.min(OF_STAGE_MAX, HUNDRED * time(run.state()).toMillis() / expected);
    }

    private boolean isChecking() {
        return run.state() == ImportState.PARSED;
    }

    /** How long a stage took, or has taken so far; nothing for one that has not begun. */
    private Duration time(ImportState stage) {
        Instant parsed = run.trail().parsedAt().orElse(now);
        Instant validated = run.trail().validatedAt().orElse(now);
        Duration time =
                switch (stage) {
                    case RECEIVED -> Duration.between(run.startedAt(), parsed);
                    case PARSED -> Duration.between(parsed, validated);
                    default -> Duration.between(validated, now);
                };
        return time.isNegative() ? Duration.ZERO : time;
    }

    public String getPercentText() {
        return reader.numbers().percent(BigDecimal.valueOf(getPercent()));
    }

    private boolean isReading() {
        return run.state() == ImportState.RECEIVED;
    }

    private boolean isWaiting() {
        return isReading() && run.trail().bytesRead() == 0;
    }

    public String getHeadline() {
        if (run.trail().cancelledBy() != null) {
            return reader.text("progress.cancelling");
        }
        if (isWaiting()) {
            return reader.text("progress.waiting");
        }
        String doing = isReading()
                ? "progress.reading"
                : isChecking() ? "progress.checking" : run.dryRun() ? "progress.comparing" : "progress.writing";
        String headline = reader.text(doing, reader.count(run.trail().rowsRead()));
        return getPercent() == 0 ? headline : reader.text("progress.left", headline, reader.count(secondsLeft()));
    }

    private Duration elapsed() {
        return Duration.between(run.startedAt(), now);
    }

    private long secondsLeft() {
        return Math.max(1, elapsed().toSeconds() * (HUNDRED - getPercent()) / Math.max(1, getPercent()));
    }

    public String getAbout() {
        ImportText text = new ImportText(reader);
        return reader.text(
                "progress.about",
                run.fileName(),
                text.size(Math.min(run.trail().bytesRead(), run.trail().bytes())),
                text.size(run.trail().bytes()));
    }

    public String getRowsText() {
        return reader.text("progress.rows", reader.count(run.trail().rowsRead()));
    }

    /** {@code 13,500 rows/s}, of the time since the file came. */
    public String getRate() {
        long millis = Math.max(1, elapsed().toMillis());
        BigDecimal rate = BigDecimal.valueOf(run.trail().rowsRead())
                .multiply(BigDecimal.valueOf(1_000))
                .divide(BigDecimal.valueOf(millis), 0, RoundingMode.HALF_UP);
        return isReading() && rate.signum() > 0
                ? reader.text("progress.rate", reader.numbers().plain(rate))
                : reader.text("progress.elapsed", new ImportText(reader).seconds(elapsed()));
    }

    public List<Stage> getStages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(
                reader.text("progress.stage.got"),
                reader.text("progress.done"),
                NumberText.NO_VALUE,
                NumberText.NO_VALUE,
                true,
                false));
        int at = STAGES.indexOf(run.state());
        for (int i = 0; i < STAGES.size(); i++) {
            stages.add(stage(i, at));
        }
        return stages;
    }

    private Stage stage(int index, int at) {
        boolean current = index == at && !isWaiting();
        boolean done = index < at;
        boolean dry = run.dryRun() && index == STAGES.size() - 1;
        String name = "progress.stage." + (dry ? "COMPARED" : STAGES.get(index).name());
        String state = done
                ? reader.text("progress.done")
                : current ? reader.text(name + ".now") : reader.text("progress.waits");
        boolean counted = done || current;
        String rows =
                counted && run.trail().rowsRead() > 0 ? reader.count(run.trail().rowsRead()) : NumberText.NO_VALUE;
        String time = counted ? new ImportText(reader).seconds(time(STAGES.get(index))) : NumberText.NO_VALUE;
        return new Stage(reader.text(name), state, rows, time, done, current);
    }

    public boolean isCancelling() {
        return run.trail().cancelledBy() != null;
    }
}
