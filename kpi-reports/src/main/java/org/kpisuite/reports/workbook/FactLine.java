package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.time.Instant;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;

/**
 * One delivered value with where it came from, as a row of a sheet.
 *
 * @param dims {@code channel=social;product=a}, sorted; empty for the total
 * @param value in the unit of its measure, unrounded
 * @param currency of money, ISO 4217; empty for all else
 * @param asOf instant of extraction
 * @param row 1-based record of the import's file
 */
public record FactLine(
        String unit,
        String measure,
        String dims,
        Period period,
        Scenario scenario,
        BigDecimal value,
        String currency,
        String source,
        Instant asOf,
        int revision,
        Instant recordedAt,
        long importId,
        int row) {}
