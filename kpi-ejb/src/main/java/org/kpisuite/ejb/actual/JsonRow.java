package org.kpisuite.ejb.actual;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.actual.TypedCell;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * Reads one object after the other into the cells of its keys. The keys of all rows are the columns, in the order in which
 * they first come; those of {@code dims} are {@code dim.*}.
 */
final class JsonRow {
    private static final String DIMS = "dims";

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private String[] texts = new String[32];
    private @Nullable TypedCell[] cells = new TypedCell[32];
    private final List<Refusal> remarks = new ArrayList<>();

    /** Reads the object that has just begun; what it has is there until the next one. */
    void read(JsonParser parser) throws IOException {
        Arrays.fill(texts, null);
        Arrays.fill(cells, null);
        remarks.clear();
        long begin = parser.currentLocation().getByteOffset();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (key.equals(DIMS)) {
                dims(parser, value);
            } else {
                put(key, parser, value);
            }
            if (parser.currentLocation().getByteOffset() - begin > RecordHandler.RECORD_LENGTH_MAX) {
                throw RecordHandler.tooLong();
            }
        }
    }

    private void dims(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                put("dim." + key, parser, parser.nextToken());
            }
        } else if (value != JsonToken.VALUE_NULL) {
            String given = value.isScalarValue() ? parser.getText() : "[…]";
            parser.skipChildren();
            remarks.add(Refusal.of(Code.E_FIELD_VALUE, DIMS, given, "{\"channel\": …}")
                    .inColumn(DIMS, given));
        }
    }

    private void put(String key, JsonParser parser, JsonToken value) throws IOException {
        int column = column(JsonText.checked(key));
        if (texts[column] != null) {
            remarks.add(Refusal.of(Code.E_COL_DUPLICATE, key).inColumn(key, null));
        }
        switch (value) {
            case VALUE_NULL -> texts[column] = "";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(column, parser.getText());
            case VALUE_STRING -> {
                texts[column] = JsonText.checked(parser.getText());
                BigDecimal exact = JsonText.exact(texts[column]);
                cells[column] = exact == null ? null : new TypedCell.Exact(exact, false);
            }
            case START_OBJECT, START_ARRAY -> {
                parser.skipChildren();
                texts[column] = value == JsonToken.START_OBJECT ? "{…}" : "[…]";
                cells[column] = new TypedCell.Failed(Refusal.of(Code.E_FIELD_VALUE, key, texts[column], "\"…\""));
            }
            default -> texts[column] = parser.getText();
        }
    }

    private void number(int column, String text) {
        BigDecimal exact = JsonText.exact(text);
        texts[column] = exact == null || text.matches("-?[\\d.]+") ? text : exact.toPlainString();
        cells[column] = exact == null
                ? new TypedCell.Failed(Refusal.of(Code.E_NUM_FORMAT, text.substring(0, Math.min(60, text.length()))))
                : new TypedCell.Exact(exact, false);
    }

    private int column(String key) {
        Integer known = columns.get(key);
        if (known != null) {
            return known;
        }
        int column = columns.size();
        if (column == RecordHandler.FIELDS_MAX) {
            throw new KpiException(Code.E_LIMIT, "> " + RecordHandler.FIELDS_MAX, RecordHandler.FIELDS_MAX + "");
        }
        columns.put(key, column);
        if (column == texts.length) {
            texts = Arrays.copyOf(texts, 2 * column);
            cells = Arrays.copyOf(cells, 2 * column);
        }
        return column;
    }

    /** All keys so far. */
    String[] names() {
        return columns.keySet().toArray(String[]::new);
    }

    /** The object that was read, as a record of that number. */
    SourceRecord record(int row) {
        String[] given = Arrays.copyOf(texts, columns.size());
        for (int i = 0; i < given.length; i++) {
            given[i] = given[i] == null ? "" : given[i];
        }
        return SourceRecord.typed(
                row,
                given,
                Arrays.copyOf(cells, given.length),
                remarks.stream().map(r -> r.atRow(row)).toList());
    }
}
