package org.kpisuite.ejb.delivery;

import java.time.Instant;

/** What a run is about: which schedule, as of when. As text it names the job that works on it. */
public record RunKey(long scheduleId, Instant asOf) {

    /** Reads what {@link #toString} wrote. */
    static RunKey parse(String text) {
        int at = text.indexOf('@');
        return new RunKey(Long.parseLong(text.substring(0, at)), Instant.parse(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return scheduleId + "@" + asOf;
    }
}
