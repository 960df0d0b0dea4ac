package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.ejb.actual.ImportResult;

/** An import under way: how far it has come, how fast, and what is still to do. */
public final class ImportStages {
    private static final int HUNDRED = 100;
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
    public record Stage(String name, String state, String rows, boolean done, boolean current) {}

    /** How much of the file was read, 0 to 100. */
    public int getPercent() {
        long bytes = run.trail().bytes();
        if (run.state() != ImportState.RECEIVED || bytes == 0) {
            return HUNDRED;
        }
        return Math.toIntExact(Math.min(HUNDRED, HUNDRED * run.trail().bytesRead() / bytes));
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
        String rows = reader.count(run.trail().rowsRead());
        return switch (run.state()) {
            case RECEIVED ->
                getPercent() == 0
                        ? reader.text("progress.reading", rows)
                        : reader.text("progress.reading.left", rows, reader.count(secondsLeft()));
            case PARSED -> reader.text("progress.checking", rows);
            default -> reader.text(run.dryRun() ? "progress.comparing" : "progress.writing", rows);
        };
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
                reader.text("progress.stage.got"), reader.text("progress.done"), NumberText.NO_VALUE, true, false));
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
        return new Stage(reader.text(name), state, rows, done, current);
    }

    public boolean isCancelling() {
        return run.trail().cancelledBy() != null;
    }
}
