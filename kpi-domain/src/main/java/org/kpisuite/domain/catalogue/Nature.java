package org.kpisuite.domain.catalogue;

/** Whether an indicator foretells a result (leading) or records it (lagging). */
public enum Nature {
    LEAD,
    LAG
}
