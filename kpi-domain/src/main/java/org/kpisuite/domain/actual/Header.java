package org.kpisuite.domain.actual;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<IntakeColumn, Integer> columns = new EnumMap<>(IntakeColumn.class);
    private final Map<String, Integer> dimensions = new TreeMap<>();

    private Header(int row, String[] names) {
        this.row = row;
        this.names = names;
    }

    /** Reads a header; what is wrong with it goes to the findings, and then no row can be read. */
    public static Header read(SourceRecord record, Set<String> registered, Findings findings) {
        Header header = new Header(record.row(), record.texts());
        for (int i = 0; i < record.width(); i++) {
            header.place(i, registered, findings);
        }
        header.missing().forEach(c -> findings.add(header.missing(c)));
        return header;
    }

    private void place(int index, Set<String> registered, Findings findings) {
        String name = names[index];
        Optional<IntakeColumn> column = IntakeColumn.of(name);
        String dimension = dimension(IntakeColumn.normalised(name));
        Integer before = null;
        if (column.isPresent()) {
            before = columns.putIfAbsent(column.get(), index);
        } else if (dimension == null) {
            if (SideColumn.of(name).isEmpty()) {
                findings.add(at(Code.W_COL_UNKNOWN, name));
            }
        } else if (registered.contains(dimension)) {
            before = dimensions.putIfAbsent(dimension, index);
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
        if (has(IntakeColumn.NUM) && has(IntakeColumn.DEN)) {
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
        Integer index = columns.get(column);
        return index == null ? column.header() : names[index];
    }

    /** The stripped text of a record in that column; empty where the file has no such column. */
    public String text(SourceRecord record, IntakeColumn column) {
        Integer index = columns.get(column);
        return index == null ? "" : NumberMarks.strip(record.text(index));
    }

    /** The number of a record in that column; {@link Reading.Nothing} where the file has no such column. */
    Reading<GivenNumber> number(SourceRecord record, IntakeColumn column, NumberIntake numbers) {
        Integer index = columns.get(column);
        return index == null ? new Reading.Nothing<>() : record.number(index, numbers);
    }

    /** Why the cell of a record in that column has no value. */
    Optional<Refusal> failure(SourceRecord record, IntakeColumn column) {
        Integer index = columns.get(column);
        return index == null ? Optional.empty() : record.failure(index);
    }

    /** The columns of facts that the file has. */
    Set<IntakeColumn> columns() {
        return columns.keySet();
    }

    /** Index of each dimension's column, sorted by dimension. */
    public Map<String, Integer> dimensions() {
        return dimensions;
    }
}
