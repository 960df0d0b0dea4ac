package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;

/**
 * Values that are read in place of those that are stored: what would be if some rows were applied, or what was reported
 * before they were. Nothing is written and nothing locked. Of two values for one key the later in the list counts.
 */
public record FactOverlay(List<Value> values) {
    /** Everything as stored. */
    public static final FactOverlay NONE = new FactOverlay(List.of());

    public FactOverlay {
        values = List.copyOf(values);
    }

    /**
     * The value of one key.
     *
     * @param grain as stored
     * @param amount null: as if it had not been delivered
     */
    public record Value(
            String unit,
            String measure,
            String dims,
            String dimKeys,
            String grain,
            LocalDate start,
            String scenario,
            String source,
            @Nullable BigDecimal amount) {

        /** The days that the value is of. */
        public DayRange days(CompanyCalendar calendar) {
            return Grain.valueOf(grain).period(start, calendar).days();
        }

        boolean isDay() {
            return grain.equals(Grain.D.name());
        }
    }

    static Value value(Quarantined.Key key, @Nullable BigDecimal amount) {
        return new Value(
                key.unit(),
                key.measure(),
                key.dims(),
                key.dimKeys(),
                Grain.code(key.period()),
                key.period().start(),
                key.scenario().name(),
                key.source(),
                amount);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These values, and others before which they stand back. */
    public FactOverlay under(FactOverlay others) {
        List<Value> all = new ArrayList<>(values);
        all.addAll(others.values);
        return new FactOverlay(all);
    }
}
