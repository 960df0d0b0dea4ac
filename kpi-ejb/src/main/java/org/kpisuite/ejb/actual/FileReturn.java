package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.Intake;
import org.kpisuite.domain.actual.SideColumn;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.reports.intake.ReasonText;
import org.kpisuite.reports.intake.ReturnedCell;
import org.kpisuite.reports.intake.ReturnedTable;

/**
 * Gives the file of an import back, record by record, each with the reason why it was not taken.
 *
 * <p>The reasons are those that the import told. Where it found more, the file is read through the intake once more and the
 * reasons of each record are found again as it passes by; those that only what is stored gave away were stored, and are read
 * along. So, however many there are, none is held.
 */
final class FileReturn implements RecordSink {
    private static final Set<Code> OF_HEADER =
            Set.of(Code.E_COL_MISSING, Code.E_COL_DUPLICATE, Code.E_DIM_UNKNOWN, Code.W_COL_UNKNOWN);

    private final Path file;
    private final FileLayout layout;
    private final ReturnedOrder order;
    private final ReasonText words;
    private final ReturnedTable table;
    private final Map<Integer, List<Refusal>> kept = new HashMap<>();
    private final List<Refusal> ofFile = new ArrayList<>();
    private final List<Refusal> found = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private @Nullable Intake again;
    private final boolean numbersFromFirst;
    private int earlierReasons = -1;

    private FileReturn(Path file, FileLayout layout, ReturnedOrder order, ReturnedTable table) throws IOException {
        this.file = file;
        this.numbersFromFirst = FileFormat.of(file) == FileFormat.JSON;
        this.layout = layout;
        this.order = order;
        this.words = new ReasonText(order.locale());
        this.table = table;
        for (Refusal issue : order.issues()) {
            if (issue.row() == null) {
                ofFile.add(issue);
            } else {
                kept.computeIfAbsent(issue.row(), r -> new ArrayList<>()).add(issue);
            }
        }
    }

    /**
     * Writes the file into a table, which stays open.
     *
     * @param layout with the delimiter of the file
     * @throws org.kpisuite.domain.failure.KpiException as {@link TableFile#read}
     */
    static void write(Path file, FileLayout layout, ReturnedOrder order, ReturnedTable table) throws IOException {
        try {
            TableFile.read(file, layout, new FileReturn(file, layout, order, table));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean header(SourceRecord header) {
        for (int i = 0; i < header.width(); i++) {
            String name = header.text(i);
            columns.putIfAbsent(name, i);
            if (SideColumn.of(name).filter(SideColumn.WRONG::equals).isPresent()) {
                earlierReasons = i;
            }
        }
        List<Refusal> wrong = new ArrayList<>(ofFile);
        kept.entrySet().stream()
                .filter(e -> e.getKey() <= header.row())
                .flatMap(e -> e.getValue().stream())
                .filter(this::isOfHeader)
                .forEach(wrong::add);
        try {
            head(header, wrong.stream().filter(FileReturn::isError).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (order.readsAgain() && wrong.stream().noneMatch(FileReturn::isError)) {
            ImportSetting setting = order.setting();
            again = setting.profile().intake(header, setting.context(), Findings.toldTo(found::add));
            found.clear();
        }
        return true;
    }

    private void head(SourceRecord header, List<Refusal> wrong) throws IOException {
        NavigableMap<Integer, SourceRecord> above = FileHead.of(file, layout, header.row());
        int first = above.descendingKeySet().stream()
                .limit(layout.headerRows())
                .min(Comparator.naturalOrder())
                .orElse(header.row());
        for (int row = 1; row <= header.row(); row++) {
            SourceRecord record = above.get(row);
            boolean last = row == header.row();
            List<ReturnedCell> cells = record == null ? List.of() : cells(record, marked(wrong, last));
            if (row < first || record == null) {
                table.above(cells);
            } else {
                table.header(last ? heading(wrong) : "", cells);
            }
        }
    }

    /** What is wrong with the header or the whole file stands above the reasons; a repaired file may keep it. */
    private String heading(List<Refusal> wrong) {
        String name = SideColumn.WRONG.header(order.locale());
        return wrong.isEmpty() ? name : name + SideColumn.MORE + words.of(wrong);
    }

    private Set<Integer> marked(Collection<Refusal> wrong, boolean last) {
        Set<Integer> marked = new LinkedHashSet<>();
        if (last) {
            wrong.forEach(r -> {
                Integer column = columns.get(String.valueOf(r.column()));
                if (column != null) {
                    marked.add(column);
                }
            });
        }
        return marked;
    }

    @Override
    public boolean row(SourceRecord record) {
        List<Refusal> wrong = wrong(record);
        boolean notTaken = wrong.stream().anyMatch(FileReturn::isNotTaken);
        if (notTaken || order.all()) {
            List<Refusal> told =
                    notTaken ? wrong.stream().filter(FileReturn::isNotTaken).toList() : wrong;
            try {
                table.row(
                        words.of(Stream.concat(told.stream(), cut(record)).toList()),
                        cells(record, marked(notTaken ? told : List.of(), true)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    /** What does not fit into a cell does not come back whole, which is said. */
    private Stream<Refusal> cut(SourceRecord record) {
        return IntStream.range(0, record.width())
                .filter(i -> i != earlierReasons && record.text(i).length() > table.textLengthMax())
                .mapToObj(i -> Refusal.of(Code.W_TEXT_CUT, String.valueOf(table.textLengthMax()))
                        .inColumn(CellPlace.letters(i), null));
    }

    private List<Refusal> wrong(SourceRecord record) {
        List<Refusal> wrong = new ArrayList<>(kept.getOrDefault(record.row(), List.of()));
        if (numbersFromFirst) {
            wrong.removeIf(this::isOfHeader);
        }
        order.untold().stream()
                .flatMap(r -> r.of(record.row()).stream())
                .filter(r -> !wrong.contains(r))
                .forEach(wrong::add);
        if (again != null && !again.skips(record)) {
            found.clear();
            found.addAll(record.remarks());
            if (!record.isRefused()) {
                again.read(record, fact -> {});
            }
            found.stream().filter(f -> !wrong.contains(f)).forEach(wrong::add);
        }
        return wrong;
    }

    /** Where the names of columns have no row of their own, only what is said of a name is meant for them. */
    private boolean isOfHeader(Refusal refusal) {
        return !numbersFromFirst || OF_HEADER.contains(refusal.code());
    }

    private static boolean isError(Refusal refusal) {
        return refusal.severity() == Severity.ERROR;
    }

    /** A row of a closed period is no error and yet not in. */
    static boolean isNotTaken(Refusal refusal) {
        return isError(refusal) || refusal.code() == Code.E_PERIOD_CLOSED;
    }

    /** The cells of a record without the reasons of an earlier time. */
    private List<ReturnedCell> cells(SourceRecord record, Set<Integer> marked) {
        List<ReturnedCell> cells = new ArrayList<>(record.width());
        for (int i = 0; i < record.width(); i++) {
            if (i != earlierReasons) {
                cells.add(new ReturnedCell(record.text(i), record.cell(i), marked.contains(i)));
            }
        }
        return cells;
    }
}
