package org.kpisuite.ejb.actual;

import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeContext;

/**
 * How a file is read, and by whose rights, as it is when its turn has come.
 *
 * @param effects what a dry run would do to scores
 * @param profileVersion 0 for the columns of the contract
 */
public record ImportSetting(ImportProfile profile, long profileVersion, IntakeContext context, ScoreEffects effects) {
    /** Where there are no scores. */
    public ImportSetting(ImportProfile profile, long profileVersion, IntakeContext context) {
        this(profile, profileVersion, context, ScoreEffects.NONE);
    }
}
