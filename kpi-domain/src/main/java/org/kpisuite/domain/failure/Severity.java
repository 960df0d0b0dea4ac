package org.kpisuite.domain.failure;

/** How much a finding weighs: an error stops the row or the request, a warning and an information do not. */
public enum Severity {
    ERROR,
    WARN,
    INFO
}
