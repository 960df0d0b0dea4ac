package org.kpisuite.reports.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** The columns of the table on the sheet Summary, from the left. */
enum SummaryColumn {
    NAME,
    UNIT,
    WEIGHT,
    AC,
    PL_TO_DATE,
    DELTA_PL,
    DELTA_PL_PCT,
    PP,
    DELTA_PP,
    PY,
    DELTA_PY,
    FC,
    FC_METHOD,
    A,
    STATUS,
    TREND,
    COMPLETENESS,
    NOTE,
    CODE;

    /** Its place from the left, from 0. */
    int place() {
        return List.of(values()).indexOf(this);
    }

    /** The column of the sheet Scorecard that it repeats. */
    ItemColumn source() {
        return ItemColumn.valueOf(name());
    }

    String rows(int first, int last) {
        String letter = CellReference.convertNumToColString(place());
        return letter + (first + 1) + ":" + letter + (last + 1);
    }
}
