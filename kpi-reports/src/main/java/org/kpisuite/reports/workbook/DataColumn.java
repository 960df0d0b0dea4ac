package org.kpisuite.reports.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** The columns of delivered rows, from the left. Their names are English in both languages: formulas name them. */
enum DataColumn {
    UNIT("unit", 12),
    MEASURE("measure", 22),
    DIMS("dims", 20),
    PERIOD("period", 12),
    START("start", 11),
    END("end", 11),
    SCENARIO("scenario", 10),
    VALUE("value", 18),
    CURRENCY("currency", 10),
    SOURCE("source", 14),
    AS_OF("asOf", 18),
    REVISION("revision", 10),
    RECORDED_AT("recordedAt", 18),
    IMPORT("importId", 10),
    ROW("row", 9),
    /** The value as text, where it has more digits than a spreadsheet keeps. */
    EXACT("exact", 24),
    /** Of which sums this is the last row. Only beside a scorecard. */
    KEY("key", 30);

    static final String TABLE = "tblData";

    private final String title;
    private final int width;

    DataColumn(String title, int width) {
        this.title = title;
        this.width = width;
    }

    String title() {
        return title;
    }

    /** Characters. */
    int width() {
        return width;
    }

    int place() {
        return List.of(values()).indexOf(this);
    }

    String letter() {
        return CellReference.convertNumToColString(place());
    }

    /** For a formula: {@code tblData[value]}. */
    String reference() {
        return TABLE + "[" + title + "]";
    }
}
