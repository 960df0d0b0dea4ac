package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What the workbook computes, each beside what the scorecard says.
 *
 * <p>A formula that does not come to the scorecard's number is replaced by that number: the scorecard decides. It happens
 * where a plan knows more than the workbook (a score at the floor, a gate, a decision at closing), and the sheet Checks
 * says so.
 */
final class Checks {
    private final XSSFFormulaEvaluator evaluator;
    private final List<Check> checks = new ArrayList<>();

    /**
     * One number.
     *
     * @param expected what the scorecard says, empty where there is no number
     */
    record Check(String item, String quantity, XSSFCell cell, Optional<BigDecimal> expected, boolean replaced) {}

    Checks(XSSFWorkbook workbook) {
        this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
    }

    void add(String item, String quantity, XSSFCell cell, Optional<BigDecimal> expected) {
        checks.add(new Check(item, quantity, cell, expected, false));
    }

    /** In the order they were added, what a formula needs before the formula. */
    List<Check> settled() {
        return checks.stream().map(this::settled).toList();
    }

    private Check settled(Check check) {
        XSSFCell cell = check.cell;
        if (cell.getCellType() != CellType.FORMULA) {
            return check;
        }
        evaluator.evaluateFormulaCell(cell);
        if (Cells.same(Cells.number(cell), check.expected)) {
            return check;
        }
        cell.removeFormula();
        check.expected.ifPresentOrElse(v -> cell.setCellValue(v.doubleValue()), cell::setBlank);
        evaluator.notifyUpdateCell(cell);
        return new Check(check.item, check.quantity, cell, check.expected, true);
    }

    /** Stores the result of every formula, for readers that do not compute. */
    void storeResults() {
        evaluator.evaluateAll();
    }
}
