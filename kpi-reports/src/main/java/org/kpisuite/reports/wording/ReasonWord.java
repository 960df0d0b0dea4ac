package org.kpisuite.reports.wording;

import java.util.Locale;

/** Why a value was restated: people write it as they like; the codes that feeds send have words. */
public final class ReasonWord {
    private ReasonWord() {}

    /** The word of a code, else what was written. */
    public static String of(String reason, Locale locale) {
        return Wording.shared(locale).find("reason." + reason).orElse(reason);
    }
}
