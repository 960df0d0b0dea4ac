package org.kpisuite.domain.actual;

import java.util.List;

/**
 * Which source counts first where several delivered the same thing.
 *
 * <p>Those named by the measure come first, in their order; what was entered by hand comes last unless named, so that it
 * never silently overrides a feed. Source: domain specification §8.6.
 */
public interface SourceOrder {
    /** The built-in source of what was entered by hand. */
    String MANUAL = "MANUAL";

    /** No measure names any. */
    SourceOrder NONE = measure -> List.of();

    /** Codes of sources, the one that counts first; possibly none. */
    List<String> of(String measure);

    /** The rank of a source, the least counts first. */
    default int rank(String measure, String source) {
        List<String> named = of(measure);
        int at = named.indexOf(source);
        if (at >= 0) {
            return at;
        }
        return source.equals(MANUAL) ? named.size() + 1 : named.size();
    }
}
