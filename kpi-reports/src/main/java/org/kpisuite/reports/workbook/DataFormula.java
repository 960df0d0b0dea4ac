package org.kpisuite.reports.workbook;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.scorecard.Explanation.Step;

/** Sums over the sheet Data as text of a formula, once all its rows went by. */
final class DataFormula {
    private final DataTotals totals;
    private final String unit;
    private final Map<DayRange, Integer> spans;

    /** @param spans days that stand on the sheet Param, with the row (from 1) of their first day; the last one is below */
    DataFormula(DataTotals totals, String unit, Map<DayRange, Integer> spans) {
        this.totals = totals;
        this.unit = unit;
        this.spans = Map.copyOf(spans);
    }

    Optional<DataWant> want(Step measure) {
        return DataWant.of(measure, unit);
    }

    OptionalDouble sum(DataWant want) {
        return totals.sum(want);
    }

    /** {@code SUMIFS(tblData[value],tblData[unit],Param!$B$1,tblData[measure],"MKT_COST",…)}. */
    String text(DataWant want) {
        StringBuilder text = new StringBuilder("SUMIFS(").append(DataColumn.VALUE.reference());
        if (want.own()) {
            criterion(text, DataColumn.UNIT, ParamSheet.UNIT);
        }
        criterion(text, DataColumn.MEASURE, quoted(want.measure()));
        criterion(text, DataColumn.DIMS, quoted(totals.dims(want)));
        criterion(text, DataColumn.SCENARIO, "\"AC\"");
        if (!want.key().isEmpty()) {
            criterion(text, DataColumn.KEY, quoted("*" + want.key() + "*"));
        } else {
            boolean within = want.rule() == TimeAggregation.SUM;
            criterion(text, DataColumn.START, bound(within ? ">=" : "=", want.days(), true));
            criterion(text, DataColumn.END, bound(within ? "<=" : "=", want.days(), false));
        }
        return text.append(')').toString();
    }

    private static void criterion(StringBuilder text, DataColumn column, String criterion) {
        text.append(',').append(column.reference()).append(',').append(criterion);
    }

    private String bound(String comparison, DayRange days, boolean first) {
        Integer row = spans.get(days);
        LocalDate day = first ? days.start() : days.endInclusive();
        String value = row == null
                ? "DATE(%d,%d,%d)".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
                : "Param!$B$" + (first ? row : row + 1);
        return "\"" + comparison + "\"&" + value;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
