package org.kpisuite.reports.workbook;

import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * A number that is a sum over the sheet Data.
 *
 * <p>Its rows are in no model that could evaluate them, so the number was worked out while they went by, and the formula
 * comes to the cell after everything that rests on it was evaluated.
 */
record SourceCell(XSSFCell cell, String formula) {
    void makeLive() {
        cell.getCTCell().addNewF().setStringValue(formula);
    }
}
