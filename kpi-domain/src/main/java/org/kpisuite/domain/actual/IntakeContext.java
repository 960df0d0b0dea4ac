package org.kpisuite.domain.actual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.kpisuite.domain.calendar.CompanyCalendar;

/**
 * What an intake is read against.
 *
 * @param uploadedAt instant that a row without {@code asOf} has
 * @param zone of the company; decides what day it is
 * @param calendar of the company; decides which days a fiscal or retail period has
 */
public record IntakeContext(Codes codes, IntakeRules rules, Instant uploadedAt, ZoneId zone, CompanyCalendar calendar) {

    /** In a company of civil years. */
    public IntakeContext(Codes codes, IntakeRules rules, Instant uploadedAt, ZoneId zone) {
        this(codes, rules, uploadedAt, zone, CompanyCalendar.STANDARD);
    }

    public LocalDate today() {
        return uploadedAt.atZone(zone).toLocalDate();
    }
}
