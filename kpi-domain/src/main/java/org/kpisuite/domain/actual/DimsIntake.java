package org.kpisuite.domain.actual;

import java.util.Map;
import java.util.function.Consumer;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/** Reads the dimensions of a row into the one text that is stored: {@code channel=social;product=a}. */
final class DimsIntake {
    private static final Dims TOTAL = new Dims("", "");

    private final Map<String, RowText> texts;

    /** @param texts where the value of each dimension comes from, sorted by dimension */
    DimsIntake(Map<String, RowText> texts) {
        this.texts = texts;
    }

    /**
     * Dimensions as stored.
     *
     * @param text {@code channel=social;product=a}
     * @param keys {@code channel;product}
     */
    record Dims(String text, String keys) {}

    Dims read(SourceRecord record, Consumer<Refusal> refuse) {
        if (texts.isEmpty()) {
            return TOTAL;
        }
        StringBuilder text = new StringBuilder();
        StringBuilder keys = new StringBuilder();
        texts.forEach((dimension, from) -> {
            from.failure(record).ifPresent(r -> refuse.accept(r.inColumn("dim." + dimension, from.given(record))));
            String value = from.in(record);
            if (!value.isEmpty()) {
                String separator = keys.isEmpty() ? "" : ";";
                text.append(separator).append(dimension).append('=').append(checked(dimension, value, refuse));
                keys.append(separator).append(dimension);
            }
        });
        if (text.length() > FactRow.DIMS_LENGTH_MAX) {
            refuse.accept(Refusal.of(Code.E_LIMIT, "dim.*", FactRow.DIMS_LENGTH_MAX + ""));
        }
        return new Dims(text.toString(), keys.toString());
    }

    /** The marks of the stored text cannot stand inside a value. */
    private static String checked(String dimension, String value, Consumer<Refusal> refuse) {
        boolean marks = value.chars().anyMatch(c -> c == ';' || c == '=' || c == '"' || c < ' ');
        if (marks) {
            String column = "dim." + dimension;
            refuse.accept(
                    Refusal.of(Code.E_FIELD_VALUE, column, value, "[^;=\"]").inColumn(column, value));
        }
        return value;
    }
}
