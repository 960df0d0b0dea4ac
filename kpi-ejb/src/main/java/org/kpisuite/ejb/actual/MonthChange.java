package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What changes of a series in a month, taken together while its facts come in the order of their days. */
final class MonthChange {
    /** Of one row: as {@link FactChanges} adds up what is in {@code fact_change}. */
    static final String INSERT = """
            insert into month_change (series_no, series_id, month_start, created, changed, deleted, first_start, last_start,
                sum_value, first_day, last_day, days_with_data, days_in)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final int seriesNo;
    private final @Nullable Integer series;
    private final LocalDate month;
    private final LocalDate start;
    private LocalDate end;
    private int created;
    private int changed;
    private int deleted;
    private @Nullable BigDecimal sum;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private int days;
    private int daysIn;

    MonthChange(StagedFact fact, @Nullable Integer series) {
        this.seriesNo = fact.series();
        this.series = series;
        this.start = fact.start();
        this.end = start;
        this.month = start.withDayOfMonth(1);
    }

    boolean isOf(StagedFact fact) {
        return seriesNo == fact.series()
                && month.getMonthValue() == fact.start().getMonthValue()
                && month.getYear() == fact.start().getYear();
    }

    void add(StagedFact fact, boolean replaces) {
        end = fact.start();
        BigDecimal amount = fact.amount();
        if (amount == null) {
            deleted++;
            return;
        }
        if (replaces) {
            changed++;
        } else {
            created++;
        }
        sum = sum == null ? amount : sum.add(amount);
        firstDay = firstDay == null ? end : firstDay;
        lastDay = end;
        days++;
        daysIn |= 1 << (end.getDayOfMonth() - 1);
    }

    void write(RowBatch months) throws SQLException {
        months.add(
                seriesNo, series, month, created, changed, deleted, start, end, sum, firstDay, lastDay, days, daysIn);
    }
}
