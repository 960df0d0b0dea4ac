package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.actual.TypedCell;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** What became of a file: its header and records, what was remarked, or why it was refused. */
record ReadTable(SourceRecord header, List<SourceRecord> rows, String refused) {
    static ReadTable of(Path file) throws IOException {
        return of(file, FileLayout.standard());
    }

    static ReadTable of(Path file, FileLayout layout) throws IOException {
        SourceRecord[] header = new SourceRecord[1];
        List<SourceRecord> rows = new ArrayList<>();
        try {
            TableFile.read(file, layout, new RecordSink() {
                @Override
                public boolean header(SourceRecord record) {
                    header[0] = record;
                    return true;
                }

                @Override
                public boolean row(SourceRecord record) {
                    rows.add(record);
                    return true;
                }
            });
            return new ReadTable(header[0], rows, "");
        } catch (KpiException e) {
            return new ReadTable(header[0], rows, said(e.refusals()));
        }
    }

    static String said(List<Refusal> refusals) {
        return refusals.stream()
                .map(r -> r.code()
                        + (r.row() == null ? "" : "@" + r.row())
                        + (r.column() == null ? "" : ":" + r.column()))
                .collect(Collectors.joining(" "));
    }

    /** The header and then the rows, each as its texts. */
    List<List<String>> texts() {
        List<List<String>> all = new ArrayList<>();
        all.add(Arrays.asList(header.texts()));
        rows.forEach(r -> all.add(Arrays.asList(r.texts())));
        return all;
    }

    /** A row by its number in the file: {@code a|1=1|12.5%=0.125%|2026-10-05=D}, then the remarks. */
    String row(int number) {
        SourceRecord row =
                rows.stream().filter(r -> r.row() == number).findFirst().orElseThrow();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.width(); i++) {
            text.append(i == 0 ? "" : "|").append(row.text(i)).append(kind(row.cell(i)));
        }
        return text + (row.remarks().isEmpty() ? "" : " " + said(row.remarks()));
    }

    private static String kind(TypedCell cell) {
        if (cell instanceof TypedCell.Exact exact) {
            return "=" + exact.value().toPlainString() + (exact.percent() ? "%" : "");
        }
        if (cell instanceof TypedCell.Day) {
            return "=D";
        }
        return cell instanceof TypedCell.Failed failed ? "=" + failed.refusal().code() : "";
    }

    /** All remarks of all rows. */
    String remarks() {
        return said(rows.stream().flatMap(r -> r.remarks().stream()).toList());
    }
}
