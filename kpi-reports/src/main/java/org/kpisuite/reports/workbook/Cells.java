package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.jspecify.annotations.Nullable;

/** Reading numbers back from cells, and when two numbers count as the same. */
final class Cells {
    /** Spreadsheets compute in binary with 15 digits; beyond this relative difference two numbers differ. */
    static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private Cells() {}

    /** The number of a cell or the stored result of its formula; empty for texts and blanks. */
    static Optional<BigDecimal> number(@Nullable Cell cell) {
        if (cell == null) {
            return Optional.empty();
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.NUMERIC ? Optional.of(new BigDecimal(cell.getNumericCellValue())) : Optional.empty();
    }

    static boolean same(Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        if (found.isEmpty() || expected.isEmpty()) {
            return found.isEmpty() && expected.isEmpty();
        }
        BigDecimal allowed = TOLERANCE.multiply(expected.get().abs().max(BigDecimal.ONE));
        return found.get().subtract(expected.get()).abs().compareTo(allowed) <= 0;
    }
}
