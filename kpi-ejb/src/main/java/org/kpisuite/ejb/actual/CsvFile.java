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
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.Intake;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * A text table, read record by record: RFC 4180, delimiter of the profile or found in the header among semicolon, comma
 * and tab. What cannot be read at all ends the reading with one finding that names the record.
 */
final class CsvFile {
    static final int ROWS_MAX = 10_000_000;
    private static final int HEADER_LENGTH_MAX = 1 << 20;
    private static final int PARSER_BUFFER = RecordHandler.RECORD_LENGTH_MAX + (1 << 16);

    private final Path file;
    private final ImportProfile profile;
    private final IntakeContext context;
    private final Findings findings;
    private int row;
    private long givenBefore;

    CsvFile(Path file, ImportProfile profile, IntakeContext context, Findings findings) {
        this.file = file;
        this.profile = profile;
        this.context = context;
        this.findings = findings;
    }

    /** Reads all records into facts; null where the file as a whole was refused. */
    @Nullable
    Intake read(Intake.Facts facts) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            StrictText text = new StrictText(in, Charset.forName(profile.charset()));
            try {
                return records(text, facts);
            } catch (KpiException e) {
                e.refusals().forEach(r -> findings.add(r.atRow(row + 1)));
            } catch (CsvParseException e) {
                findings.add(unreadable(e, text).atRow(row + 1));
            }
            return null;
        }
    }

    private Refusal unreadable(CsvParseException e, StrictText text) {
        if (e.getCause() instanceof KpiException refused) {
            return refused.refusals().get(0);
        }
        boolean endless = text.given() - givenBefore >= RecordHandler.RECORD_LENGTH_MAX / 2;
        return endless
                ? RecordHandler.tooLong().refusals().get(0)
                : Refusal.of(Code.E_FILE_FORMAT, String.valueOf(e.getMessage()));
    }

    private @Nullable Intake records(StrictText text, Intake.Facts facts) throws IOException {
        BufferedReader buffered = new BufferedReader(text, 1 << 16);
        char delimiter = profile.givenDelimiter().orElse(Delimiter.of(buffered, HEADER_LENGTH_MAX));
        CsvReader<String[]> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(PARSER_BUFFER)
                .build(new RecordHandler(), buffered);
        try (CloseableIterator<String[]> records = reader.iterator()) {
            return records(records, text, facts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable Intake records(CloseableIterator<String[]> records, StrictText text, Intake.Facts facts) {
        String[] header = next(records, text);
        while (header != null && isBlank(header)) {
            header = next(records, text);
        }
        if (header == null) {
            throw new KpiException(Code.E_FILE_EMPTY);
        }
        Intake intake = profile.intake(header, context, findings);
        if (findings.hasErrors()) {
            return null;
        }
        int headerRow = row;
        for (String[] fields = next(records, text); fields != null; fields = next(records, text)) {
            read(intake, fields, header.length, facts);
        }
        if (row == headerRow) {
            throw new KpiException(Code.E_FILE_EMPTY);
        }
        intake.finish(facts);
        return intake;
    }

    private String @Nullable [] next(CloseableIterator<String[]> records, StrictText text) {
        // Before the first record the text was read ahead to find the delimiter.
        givenBefore = row == 0 ? 0 : text.given();
        if (!records.hasNext()) {
            return null;
        }
        String[] fields = records.next();
        row++;
        if (row > ROWS_MAX) {
            throw new KpiException(Code.E_LIMIT, String.valueOf(row), String.valueOf(ROWS_MAX));
        }
        return fields;
    }

    private void read(Intake intake, String[] fields, int width, Intake.Facts facts) {
        if (isBlank(fields)) {
            return;
        }
        if (fields.length == width) {
            intake.read(row, fields, facts);
            return;
        }
        intake.tally().countRefused();
        findings.add(
                Refusal.of(Code.E_ROW_WIDTH, fields.length + "", width + "").atRow(row));
    }

    /** An empty line is a record, so that rows keep their numbers, but it says nothing. */
    private static boolean isBlank(String[] fields) {
        return fields.length == 0 || (fields.length == 1 && fields[0].isBlank());
    }
}
