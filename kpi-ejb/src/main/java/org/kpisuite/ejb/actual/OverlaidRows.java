package org.kpisuite.ejb.actual;

import java.time.LocalDate;
import java.util.List;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;

/** Brings the values of an overlay among the rows that a query reads: those, and only those, that it would read if stored. */
final class OverlaidRows {
    private final FactQuery query;
    private final FactOverlay overlay;
    private final CompanyCalendar calendar;
    private final List<FactSeries> series;
    private final List<DayRange> singly;
    private final List<DayRange> together;

    OverlaidRows(FactQuery query, FactOverlay overlay, CompanyCalendar calendar) {
        this.query = query;
        this.overlay = overlay;
        this.calendar = calendar;
        this.series = query.series();
        this.singly = overlay.isEmpty() ? List.of() : query.daysSingly();
        this.together = overlay.isEmpty() ? List.of() : query.daysTogether();
    }

    void into(FactRows rows, MonthRows months) {
        for (FactOverlay.Value value : overlay.values()) {
            if (!query.units().contains(value.unit())
                    || !query.scenario().name().equals(value.scenario())) {
                continue;
            }
            for (int place = 0; place < series.size(); place++) {
                if (isOf(series.get(place), value) && isRead(series.get(place), value)) {
                    rows.put(place, value);
                    if (value.isDay() && !isSingle(value.start())) {
                        months.single(place, value.start());
                    }
                }
            }
        }
    }

    private static boolean isOf(FactSeries series, FactOverlay.Value value) {
        return series.measure().equals(value.measure())
                && (series.dims().equals(value.dims()) || (series.dims().isEmpty() && series.adds()));
    }

    private boolean isRead(FactSeries series, FactOverlay.Value value) {
        if (value.isDay()) {
            return isSingle(value.start())
                    || (series.adds() && together.stream().anyMatch(d -> d.contains(value.start())));
        }
        LocalDate from = Grain.valueOf(value.grain())
                .around(query.whole().start(), calendar)
                .start();
        return new DayRange(from, query.whole().endInclusive()).contains(value.start());
    }

    private boolean isSingle(LocalDate day) {
        return singly.stream().anyMatch(d -> d.contains(day));
    }
}
