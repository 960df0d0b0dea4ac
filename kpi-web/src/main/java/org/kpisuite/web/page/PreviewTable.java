package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.IntakeColumn;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.ejb.actual.RowPreview;

/** Rows of a file, left as they stand in it, right as they are understood, with what is asked about each under it. */
public final class PreviewTable {
    private static final int COLUMNS_MAX = 8;
    private static final int FACTS_MAX = 4;
    private static final Set<Code> UNCLEAR =
            Set.of(Code.E_PERIOD_AMBIGUOUS, Code.E_NUM_AMBIGUOUS, Code.E_PCT_AMBIGUOUS);

    private final RowPreview.Page page;
    private final Map<Integer, List<Refusal>> byRow;
    private final Values values;
    private final Reader reader;

    PreviewTable(RowPreview.Page page, Map<Integer, List<Refusal>> byRow, Catalogue catalogue, Reader reader) {
        this.page = page;
        this.byRow = byRow;
        this.values = new Values(catalogue, reader);
        this.reader = reader;
    }

    /** A column. */
    public record Column(String name, boolean number) {}

    /** A cell: raw as it stands in the file, or as understood; {@code kind} bad where it is asked about. */
    public record Cell(String text, boolean raw, boolean number, String kind, String more) {}

    /** What is asked about a row. */
    public record Finding(String sentence, String suggestion, String code, boolean error) {}

    /** One row. */
    public record Row(String no, List<Cell> cells, List<Finding> findings, String kind) {}

    static Finding finding(Refusal refusal, Reader reader) {
        String suggestion = refusal.suggestion();
        return new Finding(
                refusal.message(reader.getLocale()),
                suggestion == null ? "" : reader.text("preview.suggest", suggestion),
                refusal.code().text(),
                refusal.severity() == Severity.ERROR);
    }

    /** Whether each row is a fact: then its columns are named as facts are. */
    private boolean isOfFacts() {
        return page.columns().containsKey(IntakeColumn.MEASURE)
                && page.columns().containsKey(IntakeColumn.PERIOD)
                && page.columns().containsKey(IntakeColumn.VALUE);
    }

    public List<Column> getColumns() {
        if (isOfFacts()) {
            return List.of(
                    column("unit", false),
                    column("measure", false),
                    column("period", false),
                    column("read", false),
                    column("value", true),
                    column("read", true));
        }
        List<Column> columns = new ArrayList<>();
        page.header().stream().limit(COLUMNS_MAX).forEach(name -> columns.add(new Column(name, false)));
        columns.add(column("read", false));
        return columns;
    }

    public int getWidth() {
        return getColumns().size();
    }

    private Column column(String name, boolean number) {
        return new Column(reader.text("preview.column." + name), number);
    }

    public List<Row> getRows() {
        return page.lines().stream().map(this::row).toList();
    }

    private Row row(RowPreview.Line line) {
        List<Refusal> findings = Stream.concat(
                        byRow.getOrDefault(line.row(), List.of()).stream(), line.findings().stream())
                .distinct()
                .toList();
        String kind =
                findings.stream().anyMatch(f -> f.severity() == Severity.ERROR) ? "e" : findings.isEmpty() ? "" : "w";
        return new Row(
                reader.count(line.row()),
                isOfFacts() ? ofFact(line, findings) : ofAnything(line, findings),
                findings.stream().map(f -> finding(f, reader)).toList(),
                kind);
    }

    private List<Cell> ofFact(RowPreview.Line line, List<Refusal> findings) {
        FactRow fact = line.facts().isEmpty() ? null : line.facts().get(0);
        String dims = fact == null ? "" : fact.dims().replace(";", " · ");
        Cell measure = given(line, IntakeColumn.MEASURE, findings, false);
        return List.of(
                code(given(line, IntakeColumn.UNIT, findings, false), ""),
                code(measure, dims),
                given(line, IntakeColumn.PERIOD, findings, false),
                understood(
                        line.period() == null ? "" : line.period().code(), about(IntakeColumn.PERIOD, findings), false),
                given(line, IntakeColumn.VALUE, findings, true),
                understood(value(line, fact), about(IntakeColumn.VALUE, findings), true));
    }

    /** Codes that are right are not marked as raw text. */
    private static Cell code(Cell cell, String more) {
        return cell.kind.isEmpty() ? new Cell(cell.text, false, false, "code", more) : cell;
    }

    private String value(RowPreview.Line line, @Nullable FactRow fact) {
        if (fact != null) {
            return fact.isDelete() ? reader.text("preview.deleted") : values.of(fact.measure(), fact.value());
        }
        return line.value() == null ? "" : reader.numbers().plain(line.value());
    }

    private Cell given(RowPreview.Line line, IntakeColumn column, List<Refusal> findings, boolean number) {
        Integer index = page.columns().get(column);
        String text = index == null || index >= line.texts().size()
                ? ""
                : line.texts().get(index);
        boolean bad = about(column, findings).stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return new Cell(text, true, number, bad ? "bb" : "", "");
    }

    private List<Refusal> about(IntakeColumn column, List<Refusal> findings) {
        Integer index = page.columns().get(column);
        return index == null ? List.of() : about(page.header().get(index), findings);
    }

    private static List<Refusal> about(String header, List<Refusal> findings) {
        return findings.stream()
                .filter(f -> header.strip()
                        .equalsIgnoreCase(String.valueOf(f.column()).strip()))
                .toList();
    }

    private Cell understood(String text, List<Refusal> findings, boolean number) {
        if (findings.stream().anyMatch(f -> UNCLEAR.contains(f.code()))) {
            return new Cell(reader.text("preview.unclear"), false, number, "bad b", "");
        }
        if (findings.stream().anyMatch(f -> f.code() == Code.W_EMPTY)) {
            return new Cell(reader.text("preview.skipped"), false, number, "", "");
        }
        return text.isEmpty()
                ? new Cell(NumberText.NO_VALUE, false, number, "m", "")
                : new Cell(text, false, number, "", "");
    }

    private List<Cell> ofAnything(RowPreview.Line line, List<Refusal> findings) {
        List<Cell> cells = new ArrayList<>();
        IntStream.range(0, Math.min(COLUMNS_MAX, page.header().size())).forEach(i -> {
            String text = i < line.texts().size() ? line.texts().get(i) : "";
            boolean bad = !about(page.header().get(i), findings).isEmpty();
            cells.add(new Cell(text, true, false, bad ? "bb" : "", ""));
        });
        String facts = line.facts().stream().limit(FACTS_MAX).map(this::fact).collect(Collectors.joining("; "));
        String more = line.facts().size() > FACTS_MAX
                ? reader.text("preview.more", reader.count(line.facts().size() - FACTS_MAX))
                : "";
        cells.add(
                facts.isEmpty()
                        ? new Cell(reader.text("preview.no-facts"), false, false, "m", "")
                        : new Cell(facts, false, false, "", more));
        return cells;
    }

    private String fact(FactRow fact) {
        return fact.unit() + " " + fact.measure() + " " + fact.period().code() + " = "
                + values.of(fact.measure(), fact.value())
                + (fact.dims().isEmpty() ? "" : " (" + fact.dims().replace(";", ", ") + ")");
    }

    /** Values of measures in their units. */
    record Values(Catalogue catalogue, Reader reader) {
        private static final BigDecimal HUNDRED = new BigDecimal(100);

        String of(String code, @Nullable BigDecimal value) {
            if (value == null) {
                return NumberText.NO_VALUE;
            }
            Measure measure = catalogue.measure(code).orElse(null);
            if (measure != null && measure.unitKind() == UnitKind.PERCENT) {
                return reader.numbers().plain(value.multiply(HUNDRED).stripTrailingZeros())
                        + reader.numbers().percentSign();
            }
            String number = reader.numbers().plain(scaled(value));
            return measure == null || measure.currency() == null
                    ? number
                    : number + NumberText.NO_BREAK_SPACE + Objects.requireNonNull(measure.currency());
        }

        private static BigDecimal scaled(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
