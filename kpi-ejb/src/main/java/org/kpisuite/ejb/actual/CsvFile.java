package org.kpisuite.ejb.actual;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * A text table, read record by record: RFC 4180, delimiter of the layout or found in the header among semicolon, comma
 * and tab. What cannot be read at all ends the reading with one refusal that names the record.
 */
final class CsvFile {
    private static final int HEADER_LENGTH_MAX = 1 << 20;
    private static final int PARSER_BUFFER = RecordHandler.RECORD_LENGTH_MAX + (1 << 16);

    private final Path file;
    private final FileLayout layout;
    private final RecordHandler handler = new RecordHandler();
    private int row;
    private long givenBefore;

    CsvFile(Path file, FileLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    void read(TableRows rows) throws IOException {
        try (InputStream in = rows.bytes(Files.newInputStream(file))) {
            StrictText text = new StrictText(in, Charset.forName(layout.charset()));
            try {
                records(text, rows);
            } catch (KpiException e) {
                throw atRow(e.refusals());
            } catch (CsvParseException e) {
                throw atRow(unreadable(e, text));
            }
        }
    }

    private KpiException atRow(List<Refusal> refusals) {
        return new KpiException(refusals.stream()
                .map(r -> r.row() == null ? r.atRow(row + 1) : r)
                .toList());
    }

    private List<Refusal> unreadable(CsvParseException e, StrictText text) {
        if (e.getCause() instanceof KpiException refused) {
            return refused.refusals();
        }
        boolean endless = text.given() - givenBefore >= RecordHandler.RECORD_LENGTH_MAX / 2;
        return endless ? RecordHandler.tooLong().refusals() : List.of(Refusal.of(Code.E_FILE_FORMAT, "FILE-QUOTES"));
    }

    private void records(StrictText text, TableRows rows) throws IOException {
        BufferedReader buffered = new BufferedReader(text, 1 << 16);
        char delimiter = layout.givenDelimiter().orElse(Delimiter.of(buffered, layout, HEADER_LENGTH_MAX));
        CsvReader<String[]> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(layout.quote())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(PARSER_BUFFER)
                .build(handler, buffered);
        try (CloseableIterator<String[]> records = reader.iterator()) {
            if (records(records, text, rows)) {
                requireEnd(text);
                rows.end();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A file that ends within quotation marks was cut off: its last field may lack anything. */
    private void requireEnd(StrictText text) {
        if (handler.endsQuoted() && !text.endsWith(layout.quote())) {
            throw new KpiException(
                    List.of(Refusal.of(Code.E_FILE_FORMAT, "FILE-QUOTES").atRow(row)));
        }
    }

    /** Gives the records on; false where no more were wanted. */
    private boolean records(CloseableIterator<String[]> records, StrictText text, TableRows rows) {
        // Before the first record the text was read ahead to find the delimiter.
        while (records.hasNext()) {
            String[] fields = records.next();
            row++;
            if (!rows.take(SourceRecord.ofTexts(row, fields))) {
                return false;
            }
            givenBefore = text.given();
        }
        return true;
    }
}
