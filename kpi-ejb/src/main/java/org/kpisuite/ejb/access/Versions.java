package org.kpisuite.ejb.access;

import java.util.Optional;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Nobody overwrites what they have not seen. */
public final class Versions {
    private Versions() {}

    /**
     * Compares the version that was read with the stored one.
     *
     * @throws KpiException E-VERSION-MISSING if none is given, E-VERSION if it is stale
     */
    public static void check(Optional<Long> read, long stored) {
        long version = read.orElseThrow(() -> new KpiException(Code.E_VERSION_MISSING));
        if (version != stored) {
            throw new KpiException(Code.E_VERSION, String.valueOf(version), String.valueOf(stored));
        }
    }
}
