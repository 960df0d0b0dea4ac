package org.kpisuite.ejb.delivery;

import org.kpisuite.domain.delivery.DataAge;
import org.kpisuite.domain.delivery.Reason;
import org.kpisuite.domain.delivery.Schedule;

/** How old the data of a run are, against what its schedule allows. */
record Staleness(DataAge age, Schedule schedule) {

    boolean isTooOld() {
        return age.exceeds(schedule.terms().maxDataAgeDays());
    }

    Reason reason() {
        return Reason.of(
                age.isAnythingIn() ? Reason.Code.TOO_OLD : Reason.Code.NOTHING_IN,
                age.lastDay().toString(),
                Long.toString(age.days()),
                Integer.toString(schedule.terms().maxDataAgeDays()));
    }
}
