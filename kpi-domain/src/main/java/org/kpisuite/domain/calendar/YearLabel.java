package org.kpisuite.domain.calendar;

/** After which of its two civil years a business year is called. One that begins in January has only one. */
public enum YearLabel {
    END_YEAR,
    START_YEAR;

    /**
     * The number that a business year goes by.
     *
     * @param endYear civil year of its last month, by its rule and not by the day on which it happens to end
     * @param endMonth its last month, 1 to 12
     */
    int of(int endYear, int endMonth) {
        return this == END_YEAR || endMonth == 12 ? endYear : endYear - 1;
    }

    /** The civil year in which the business year of that number has its last month. */
    int endYear(int label, int endMonth) {
        return this == END_YEAR || endMonth == 12 ? label : label + 1;
    }
}
