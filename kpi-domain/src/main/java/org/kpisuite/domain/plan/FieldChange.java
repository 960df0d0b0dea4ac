package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.UnitKind;

/** One thing that two plans say differently; null stands for saying nothing. */
public sealed interface FieldChange {
    /** Its name as in the API: {@code target}, {@code gate.threshold}, {@code children[SALES]}. */
    String field();

    /** A number, in the unit of its field; percent as fractions. */
    record NumberChange(
            String field,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) implements FieldChange {
        /** Whether it is in the unit of the indicator. */
        public boolean isMark() {
            return PlanFields.isMark(field);
        }

        /**
         * How far it moved.
         *
         * <p>A weight, and whatever else is told in points, has no relative change (domain specification §4.4).
         *
         * @param unit of the indicator, for its marks
         */
        public Change change(UnitKind unit) {
            UnitKind own = PlanFields.isMark(field) ? unit : PlanFields.unit(field);
            Change change = Change.of(Optional.ofNullable(after), Optional.ofNullable(before), own);
            return own.isComparedInPoints() && change.absolute() != null
                    ? new Change(change.absolute(), null, Change.Reason.POINTS_ONLY)
                    : change;
        }
    }

    /** A text, or the name of a choice. */
    record TextChange(
            String field, @Nullable String before, @Nullable String after) implements FieldChange {}
}
