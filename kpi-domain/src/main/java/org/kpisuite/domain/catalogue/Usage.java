package org.kpisuite.domain.catalogue;

/** Whether a plan item is scored with a weight, or only explains one that is. */
public enum Usage {
    EVAL,
    DIAG
}
