package org.kpisuite.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.reports.intake.ReturnedCell;
import org.kpisuite.reports.intake.ReturnedText;

/** Writes delivered values as text parted by commas, UTF-8; what looks like a formula gets an apostrophe before it. */
public final class FactText {
    private static final char DELIMITER = ',';
    private static final char QUOTE = '"';

    private FactText() {}

    /** Writes all rows; the stream is closed. */
    public static void write(FactLines facts, OutputStream out) {
        try (ReturnedText text = new ReturnedText(out, StandardCharsets.UTF_8, DELIMITER, QUOTE)) {
            text.above(cells(Arrays.stream(DataColumn.values())
                    .filter(c -> c != DataColumn.KEY && c != DataColumn.EXACT)
                    .map(DataColumn::title)));
            facts.each(line -> write(line, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FactLine line, ReturnedText text) {
        DayRange days = line.period().days();
        try {
            text.above(cells(Stream.of(
                    line.unit(),
                    line.measure(),
                    line.dims(),
                    line.period().code(),
                    days.start().toString(),
                    days.endInclusive().toString(),
                    line.scenario().name(),
                    Decimals.plain(line.value()),
                    line.currency(),
                    line.source(),
                    DateTimeFormatter.ISO_INSTANT.format(line.asOf()),
                    Integer.toString(line.revision()),
                    DateTimeFormatter.ISO_INSTANT.format(line.recordedAt()),
                    Long.toString(line.importId()),
                    Integer.toString(line.row()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ReturnedCell> cells(Stream<String> texts) {
        return texts.map(t -> new ReturnedCell(t, null, false)).toList();
    }
}
