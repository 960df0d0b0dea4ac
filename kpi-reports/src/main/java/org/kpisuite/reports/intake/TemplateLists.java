package org.kpisuite.reports.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.domain.actual.IntakeColumn;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.feed.ImportTemplate;

/** What the cells of a template choose from, on a hidden sheet: a list in the cell itself may have 255 characters only. */
final class TemplateLists {
    /** Lines beyond the given ones in which a person may add others. */
    static final int SPARE_ROWS = 500;

    private static final String SHEET = "Lists";

    private final Map<IntakeColumn, List<String>> choices = new EnumMap<>(IntakeColumn.class);

    TemplateLists(ImportTemplate template) {
        List<String> measures = new ArrayList<>();
        List<String> currencies = new ArrayList<>();
        for (ImportTemplate.Feed feed : template.feeds()) {
            measures.add(feed.measure().code());
            currencies.add(feed.currency());
        }
        put(IntakeColumn.UNIT, template.units().keySet().stream().sorted().toList());
        put(IntakeColumn.MEASURE, measures);
        put(
                IntakeColumn.SCENARIO,
                Arrays.stream(Scenario.values()).map(Enum::name).toList());
        put(IntakeColumn.CURRENCY, currencies);
        put(IntakeColumn.SOURCE, template.sources().stream().map(Source::code).toList());
    }

    private void put(IntakeColumn column, List<String> values) {
        List<String> distinct =
                values.stream().filter(Objects::nonNull).distinct().toList();
        if (!distinct.isEmpty()) {
            choices.put(column, distinct);
        }
    }

    private static String name(IntakeColumn column) {
        return "list_" + column.name();
    }

    /** Lets the cells of a column choose from its list, if it has one. */
    void validate(XSSFSheet sheet, IntakeColumn column, int index, int lastRow) {
        if (!choices.containsKey(column)) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(name(column)),
                new CellRangeAddressList(1, lastRow + SPARE_ROWS, index, index));
        validation.setShowErrorBox(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        sheet.addValidationData(validation);
    }

    /** Writes the lists, each with a name of its own; to be called last. */
    void write(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet(SHEET);
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
        int index = 0;
        for (Map.Entry<IntakeColumn, List<String>> list : choices.entrySet()) {
            List<String> values = list.getValue();
            for (int i = 0; i < values.size(); i++) {
                row(sheet, i).createCell(index).setCellValue(values.get(i));
            }
            Name range = workbook.createName();
            range.setNameName(name(list.getKey()));
            char letter = (char) ('A' + index);
            range.setRefersToFormula(SHEET + "!$" + letter + "$1:$" + letter + "$" + values.size());
            index++;
        }
    }

    private static org.apache.poi.xssf.usermodel.XSSFRow row(XSSFSheet sheet, int index) {
        return sheet.getRow(index) == null ? sheet.createRow(index) : sheet.getRow(index);
    }
}
