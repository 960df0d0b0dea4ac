package org.kpisuite.reports.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** The columns of the sheet Plan, from the left; its rows are those of the sheet Scorecard. */
enum PlanColumn {
    CODE,
    NAME,
    USAGE,
    WEIGHT,
    UNIT,
    DIRECTION,
    FLOOR,
    TARGET,
    STRETCH,
    LOW,
    HIGH,
    LOW_FLOOR,
    HIGH_FLOOR,
    FLOOR_SCORE,
    CAP,
    PLAN,
    PL_TO_DATE,
    GATE,
    GATE_QUOTIENT,
    GATE_THRESHOLD,
    GATE_STATE,
    GATE_MODE,
    GATE_CAP,
    EXPLAINS;

    static final List<PlanColumn> GATES = List.of(GATE, GATE_QUOTIENT, GATE_THRESHOLD, GATE_STATE, GATE_MODE, GATE_CAP);

    /** Its place from the left, from 0. */
    int place() {
        return List.of(values()).indexOf(this);
    }

    /** The cell of a row (from 0), for a formula on another sheet. */
    String on(int row) {
        return "%s!$%s%d".formatted(SheetName.PLAN.title(), CellReference.convertNumToColString(place()), row + 1);
    }
}
