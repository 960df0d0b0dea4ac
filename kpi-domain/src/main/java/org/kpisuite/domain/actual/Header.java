package org.kpisuite.domain.actual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Nearest;
import org.kpisuite.domain.failure.Refusal;

/** Which column of a file holds what. Dimensions are {@code dim.channel} or {@code разрез.channel}. */
public final class Header {
    private static final Map<String, String> DIMENSIONS_RU =
            Map.of("канал", "channel", "кампания", "campaign", "продукт", "product", "товар", "product");

    private final int row;
    private final String[] names;
    private final LongForm form;
    private final Map<IntakeColumn, RowText> columns = new EnumMap<>(IntakeColumn.class);
    private final Map<String, RowText> dimensions = new TreeMap<>();
    private Predicate<SourceRecord> skipped = fields -> false;
    private IntPredicate isRead = index -> false;

    private Header(SourceRecord record, LongForm form) {
        this.row = record.row();
        this.names = record.texts();
        this.form = form;
    }

    /** Reads a header of the contract; what is wrong with it goes to the findings, and then no row can be read. */
    public static Header read(SourceRecord record, Set<String> registered, Findings findings) {
        Header header = new Header(record, LongForm.CONTRACT);
        header.place(registered, findings);
        return header;
    }

    /** Reads the header of a file in which columns may have other names. */
    static Header read(SourceRecord record, LongForm form, IntakeContext context, Findings findings) {
        Header header = new Header(record, form);
        FormColumns found = new FormColumns(record, context, findings);
        form.columns().forEach((column, given) -> header.columns.put(column, found.text(given)));
        header.dimensions.putAll(found.dims(form.dims()));
        header.skipped = found.skipped(form.skipped());
        header.isRead = found::reads;
        header.place(context.codes().dimensions(), findings);
        return header;
    }

    private void place(Set<String> registered, Findings findings) {
        for (int i = 0; i < names.length; i++) {
            place(i, registered, findings);
        }
        missing().forEach(c -> findings.add(missing(c)));
    }

    private void place(int index, Set<String> registered, Findings findings) {
        String name = names[index];
        Optional<IntakeColumn> column = IntakeColumn.of(name);
        String dimension = dimension(IntakeColumn.normalised(name));
        boolean isNamed = column.map(form.columns()::containsKey)
                .orElse(dimension != null && form.dims().containsKey(dimension));
        Object before = null;
        if (isNamed || (column.isEmpty() && dimension == null)) {
            if (!isRead.test(index) && SideColumn.of(name).isEmpty()) {
                findings.add(at(Code.W_COL_UNKNOWN, name));
            }
        } else if (column.isPresent()) {
            before = columns.putIfAbsent(column.get(), RowText.at(index, name));
        } else if (registered.contains(dimension)) {
            before = dimensions.putIfAbsent(dimension, RowText.at(index, name));
        } else {
            findings.add(at(Code.E_DIM_UNKNOWN, name)
                    .suggesting(Nearest.to(dimension, registered)
                            .map(d -> "dim." + d)
                            .orElse(null)));
        }
        if (before != null) {
            findings.add(at(Code.E_COL_DUPLICATE, name));
        }
    }

    private static @Nullable String dimension(String name) {
        if (!name.startsWith("dim.") && !name.startsWith("разрез.")) {
            return null;
        }
        String dimension = name.substring(name.indexOf('.') + 1).strip();
        return DIMENSIONS_RU.getOrDefault(dimension, dimension);
    }

    private Refusal at(Code code, String name) {
        return Refusal.of(code, name).atRow(row).inColumn(name, name);
    }

    private List<IntakeColumn> missing() {
        List<IntakeColumn> required = new ArrayList<>(
                List.of(IntakeColumn.UNIT, IntakeColumn.MEASURE, IntakeColumn.PERIOD, IntakeColumn.VALUE));
        if (has(IntakeColumn.OP) || (has(IntakeColumn.NUM) && has(IntakeColumn.DEN))) {
            required.remove(IntakeColumn.VALUE);
        }
        required.removeIf(this::has);
        return required;
    }

    private Refusal missing(IntakeColumn column) {
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            if (IntakeColumn.of(name).isEmpty()) {
                unknown.add(IntakeColumn.normalised(name));
            }
        }
        return Refusal.of(Code.E_COL_MISSING, column.header())
                .atRow(row)
                .inColumn(column.header(), null)
                .suggesting(Nearest.to(column.header(), unknown).orElse(null));
    }

    public int width() {
        return names.length;
    }

    public boolean has(IntakeColumn column) {
        return columns.containsKey(column);
    }

    /** The header text of a column as given in the file. */
    public String name(IntakeColumn column) {
        RowText text = columns.get(column);
        String name = text == null ? null : text.column();
        return name == null ? column.header() : name;
    }

    /** The stripped text of a record in that column; empty where the file has no such column. */
    public String text(SourceRecord record, IntakeColumn column) {
        RowText text = columns.get(column);
        return text == null ? "" : text.in(record);
    }

    /** The text of a record in that column as it stands in the file, before it was translated. */
    String given(SourceRecord record, IntakeColumn column) {
        RowText text = columns.get(column);
        return text == null ? "" : text.given(record);
    }

    /** The number of a record in that column; {@link Reading.Nothing} where the file has no such column. */
    Reading<GivenNumber> number(SourceRecord record, IntakeColumn column, NumberIntake numbers) {
        RowText text = columns.get(column);
        return text == null ? new Reading.Nothing<>() : text.number(record, numbers::read);
    }

    /** The day of a record in that column, where the cell is a date. */
    Optional<LocalDate> day(SourceRecord record, IntakeColumn column) {
        RowText text = columns.get(column);
        return text == null ? Optional.empty() : text.day(record);
    }

    /** Why the cell of a record in that column has no value. */
    Optional<Refusal> failure(SourceRecord record, IntakeColumn column) {
        RowText text = columns.get(column);
        return text == null ? Optional.empty() : text.failure(record);
    }

    /** The columns of facts that the file has. */
    Set<IntakeColumn> columns() {
        return columns.keySet();
    }

    /** Where the value of each dimension comes from, sorted by dimension. */
    Map<String, RowText> dimensions() {
        return dimensions;
    }

    /** How periods are written; none for the notations of the contract. */
    List<String> patterns() {
        return form.patterns();
    }

    /** Whether a record is passed over. */
    boolean skips(SourceRecord record) {
        return skipped.test(record);
    }
}
