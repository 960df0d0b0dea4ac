package org.kpisuite.domain.plan;

import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Texts that people write into plans. */
final class PlanText {
    private PlanText() {}

    /**
     * The text, if it is not too long.
     *
     * @throws KpiException E-LIMIT beyond a number of characters
     */
    static String within(String field, String text, int max) {
        if (text.length() > max) {
            throw new KpiException(Code.E_LIMIT, field + ": " + text.length(), String.valueOf(max));
        }
        return text;
    }
}
