package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.Given;
import org.kpisuite.domain.actual.GivenNumber;
import org.kpisuite.domain.actual.Intake;
import org.kpisuite.domain.actual.IntakeColumn;
import org.kpisuite.domain.actual.LongForm;
import org.kpisuite.domain.actual.NumberIntake;
import org.kpisuite.domain.actual.PeriodIntake;
import org.kpisuite.domain.actual.Reading;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Refusal;

/**
 * Reads some records of a file one by one, each as if it were alone in it: what stands in it, what is understood, what is
 * wrong. All records are counted.
 */
public final class RowPreview implements RecordSink {
    private final ImportSetting setting;
    private final Wanted wanted;
    private final NumberIntake numbers;
    private final PeriodIntake periods;
    private final Map<IntakeColumn, Integer> columns = new EnumMap<>(IntakeColumn.class);
    private final List<Line> lines = new ArrayList<>();
    private @Nullable SourceRecord header;
    private boolean isReadable;
    private long records;

    private RowPreview(ImportSetting setting, Wanted wanted) {
        this.setting = setting;
        this.wanted = wanted;
        this.numbers = new NumberIntake(setting.context().rules().numbers());
        this.periods = new PeriodIntake(
                setting.context().calendar(), setting.context().rules().calendar());
    }

    /** Which records are wanted: of those rows, or where there are none so many after so many. */
    record Wanted(Set<Integer> rows, long skip, int limit) {
        static Wanted after(long skip, int limit) {
            return new Wanted(Set.of(), skip, limit);
        }

        static Wanted of(Set<Integer> rows) {
            return new Wanted(rows, 0, 0);
        }

        boolean holds(int row, long before) {
            return rows.isEmpty() ? before >= skip && before < skip + limit : rows.contains(row);
        }
    }

    /**
     * Some records of a file.
     *
     * @param headerRow 1-based record of the header; 0 where there is none
     * @param columns where each column of the contract stands; none where rows are not facts
     * @param records how many there are in all
     */
    public record Page(
            int headerRow, List<String> header, Map<IntakeColumn, Integer> columns, List<Line> lines, long records) {
        public Page {
            header = List.copyOf(header);
            columns = Map.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /**
     * One record.
     *
     * @param row 1-based record of the file
     * @param facts that it alone gives
     * @param period as its cell reads; null where rows are not facts, or it cannot be read
     * @param value as its cell reads, before its measure says what it means; likewise
     */
    public record Line(
            int row,
            List<String> texts,
            List<FactRow> facts,
            List<Refusal> findings,
            @Nullable Period period,
            @Nullable BigDecimal value) {
        public Line {
            texts = List.copyOf(texts);
            facts = List.copyOf(facts);
            findings = List.copyOf(findings);
        }
    }

    static Page read(Path file, ImportSetting setting, Wanted wanted) throws IOException {
        RowPreview preview = new RowPreview(setting, wanted);
        TableFile.read(file, setting.profile().layout(), preview);
        SourceRecord header = preview.header;
        return new Page(
                header == null ? 0 : header.row(),
                header == null ? List.of() : List.of(header.texts()),
                preview.columns,
                preview.lines,
                preview.records);
    }

    @Override
    public boolean header(SourceRecord record) {
        header = record;
        Findings findings = new Findings();
        setting.profile().intake(record, setting.context(), findings);
        isReadable = !findings.hasErrors();
        if (setting.profile().form() instanceof LongForm form) {
            for (IntakeColumn column : IntakeColumn.values()) {
                place(column, form, record);
            }
        }
        return true;
    }

    private void place(IntakeColumn column, LongForm form, SourceRecord record) {
        Given given = form.columns().get(column);
        for (int i = 0; i < record.width(); i++) {
            String name = record.text(i);
            boolean found = given == null
                    ? IntakeColumn.of(name).filter(column::equals).isPresent()
                    : given.columns().anyMatch(c -> c.isNamed(name));
            if (found) {
                columns.putIfAbsent(column, i);
            }
        }
    }

    @Override
    public boolean row(SourceRecord record) {
        if (wanted.holds(record.row(), records)) {
            lines.add(line(record));
        }
        records++;
        return true;
    }

    private Line line(SourceRecord record) {
        Findings findings = new Findings();
        List<FactRow> facts = new ArrayList<>();
        Intake alone = isReadable ? setting.profile().intake(header, setting.context(), findings) : null;
        if (alone == null || !alone.skips(record)) {
            record.remarks().forEach(findings::add);
            if (alone != null && !record.isRefused()) {
                alone.read(record, facts::add);
                alone.finish(facts::add);
            }
        }
        return new Line(
                record.row(),
                List.of(record.texts()),
                facts,
                findings.kept().stream()
                        .filter(f -> f.row() != null && f.row() == record.row())
                        .toList(),
                period(record),
                value(record));
    }

    private @Nullable Period period(SourceRecord record) {
        Integer column = columns.get(IntakeColumn.PERIOD);
        return column != null
                        && column < record.width()
                        && periods.read(record.text(column)) instanceof Reading.Value<Period> period
                ? period.value()
                : null;
    }

    private @Nullable BigDecimal value(SourceRecord record) {
        Integer column = columns.get(IntakeColumn.VALUE);
        return column != null
                        && column < record.width()
                        && record.number(column, numbers) instanceof Reading.Value<GivenNumber> number
                ? number.value().value()
                : null;
    }
}
