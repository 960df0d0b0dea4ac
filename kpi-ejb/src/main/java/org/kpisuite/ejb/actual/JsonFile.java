package org.kpisuite.ejb.actual;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * JSON of the form {@code {"schema": "kpi-import/1", …, "rows": [{…}, …]}}, streamed twice: for the keys of its rows, which
 * are its columns, and for the rows. Its first row is row 1.
 */
final class JsonFile {
    static final String SCHEMA = "kpi-import/1";

    private static final String ROWS = "rows";

    private final Path file;
    private final RecordSink sink;
    private final JsonRow content = new JsonRow();
    private final Set<String> seen = new HashSet<>();
    private int row;

    JsonFile(Path file, RecordSink sink) {
        this.file = file;
        this.sink = sink;
    }

    void read() throws IOException {
        try {
            JsonText.read(file, this::check);
            row = 0;
            if (sink.header(SourceRecord.ofTexts(1, content.names()))) {
                JsonText.read(file, this::give);
            }
        } catch (JsonProcessingException e) {
            throw atRow(List.of(JsonText.refusal(e)));
        } catch (KpiException e) {
            throw atRow(e.refusals());
        }
    }

    private KpiException atRow(List<Refusal> refusals) {
        return new KpiException(refusals.stream()
                .map(r -> r.row() == null && row > 0 ? r.atRow(row) : r)
                .toList());
    }

    /** Reads all of it for its form and its keys. */
    private boolean check(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw JsonText.notOurs();
        }
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (!seen.add(key)) {
                throw field(Code.E_COL_DUPLICATE, key, key);
            }
            if (key.equals(ROWS)) {
                rows(parser, value);
            } else {
                option(parser, key, value);
            }
        }
        boolean ended = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        if (!ended) {
            throw JsonText.notOurs();
        }
        if (!seen.contains("schema") || !seen.contains(ROWS)) {
            String missing = seen.contains(ROWS) ? "schema" : ROWS;
            throw field(Code.E_FIELD_MISSING, missing, missing);
        }
        if (content.names().length == 0) {
            throw new KpiException(Code.E_FILE_EMPTY);
        }
        return true;
    }

    private static KpiException field(Code code, String key, String... arguments) {
        return new KpiException(List.of(Refusal.ofField(code, key, null, arguments)));
    }

    private void option(JsonParser parser, String key, JsonToken value) throws IOException {
        String text = value.isScalarValue() ? parser.getText() : "{…}";
        if (key.equals("schema")) {
            if (!text.equals(SCHEMA)) {
                throw field(Code.E_FIELD_VALUE, key, key, text, SCHEMA);
            }
        } else if (!JsonOrder.KEYS.contains(key)) {
            throw field(Code.E_FIELD_UNKNOWN, key, key);
        } else if (!value.isScalarValue()) {
            throw field(Code.E_FIELD_VALUE, key, key, text, "\"…\"");
        }
        parser.skipChildren();
    }

    private void rows(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            throw field(Code.E_FIELD_VALUE, ROWS, ROWS, String.valueOf(parser.getText()), "[{…}]");
        }
        while (next(parser)) {
            content.read(parser);
        }
        row = 0;
    }

    /** Goes on to the next row; false at the end of them. */
    private boolean next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return false;
        }
        row++;
        if (token != JsonToken.START_OBJECT) {
            throw JsonText.notOurs();
        }
        if (row > TableFile.ROWS_MAX) {
            throw new KpiException(Code.E_LIMIT, String.valueOf(row), String.valueOf(TableFile.ROWS_MAX));
        }
        return true;
    }

    private boolean give(JsonParser parser) throws IOException {
        parser.nextToken();
        while (!ROWS.equals(parser.nextFieldName())) {
            parser.nextToken();
            parser.skipChildren();
        }
        parser.nextToken();
        boolean more = true;
        while (more && next(parser)) {
            content.read(parser);
            more = sink.row(content.record(row));
        }
        return more;
    }
}
