package org.kpisuite.reports.pdf;

import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.Signal;

/** The two periods of a pair that its most urgent signal compares: both are over. */
record Compared(Signal signal, Period leading, Period lagging) {

    /** Empty where no signal speaks, or it speaks of what is still to come. */
    static Optional<Compared> of(PairReading pair) {
        return pair.signalsNow().stream()
                .filter(s -> pair.leading().series().values().containsKey(s.period())
                        && pair.lagging().series().values().containsKey(s.due()))
                .findFirst()
                .map(s -> new Compared(s, s.period(), s.due()));
    }
}
