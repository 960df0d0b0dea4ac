package org.kpisuite.reports.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** The columns of the sheet Scorecard, from the left; up to Z those of domain specification §7.3, then what they rest on. */
enum ItemColumn {
    CODE,
    NAME,
    NATURE,
    USAGE,
    WEIGHT,
    UNIT,
    /** Numerator and denominator of the actual: sums over the sheet Data. */
    NUM,
    DEN,
    AC,
    NUM_PY,
    DEN_PY,
    PY,
    PL,
    PL_TO_DATE,
    DELTA_PL,
    DELTA_PL_PCT,
    DELTA_PY,
    DELTA_PY_PCT,
    FLOOR,
    TARGET,
    STRETCH,
    A,
    STATUS,
    POINTS,
    COMPLETENESS,
    NOTE,
    /** Weight, if the item is scored. */
    SCORED_WEIGHT,
    /** Weight times achievement, if the item is scored. */
    SCORED_POINTS,
    /** Weight times cap, if the item ought to be scored and is not. */
    OPEN_POINTS,
    NUM_PP,
    DEN_PP,
    PP,
    DELTA_PP,
    FC,
    FC_METHOD,
    DIRECTION,
    LOW,
    HIGH,
    LOW_FLOOR,
    HIGH_FLOOR,
    FLOOR_SCORE,
    CAP,
    FULFILMENT,
    RECEIVED,
    DATA_TO,
    EXPLAINS,
    /** The short code of the line, which leads to where its numbers come from. */
    TRACE,
    /** The line of the last periods. */
    TREND;

    /** Its place from the left, from 0. */
    int place() {
        return List.of(values()).indexOf(this);
    }

    String letter() {
        return CellReference.convertNumToColString(place());
    }

    /** The cell of a row (from 0), for a formula on the sheet itself: {@code $G5}. */
    String at(int row) {
        return "$" + letter() + (row + 1);
    }

    /** The cell of a row (from 0), for a formula on another sheet. */
    String on(int row) {
        return SheetName.SCORECARD.title() + "!" + at(row);
    }

    /** The rows (from 0, both inclusive) of this column, for a formula on any sheet. */
    String rows(int first, int last) {
        return "%s!$%s$%d:$%s$%d".formatted(SheetName.SCORECARD.title(), letter(), first + 1, letter(), last + 1);
    }
}
