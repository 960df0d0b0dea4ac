package org.kpisuite.domain.actual;

/** Whether a file with errors is applied without the refused rows, or not at all. */
public enum ImportMode {
    ATOMIC,
    PARTIAL
}
