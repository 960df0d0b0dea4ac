package org.kpisuite.domain.actual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What an intake is read against.
 *
 * @param uploadedAt instant that a row without {@code asOf} has
 * @param zone of the company; decides what day it is
 */
public record IntakeContext(Codes codes, IntakeRules rules, Instant uploadedAt, ZoneId zone) {
    public LocalDate today() {
        return uploadedAt.atZone(zone).toLocalDate();
    }
}
