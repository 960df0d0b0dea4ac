package org.kpisuite.ejb.actual;

import java.util.Locale;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.failure.Messages;

/**
 * How a file is read, and by whose rights, as it is when its turn has come.
 *
 * @param effects what a dry run would do to scores
 * @param profileVersion 0 for the columns of the contract
 * @param language of what is written down
 */
public record ImportSetting(
        ImportProfile profile, long profileVersion, IntakeContext context, ScoreEffects effects, Locale language) {
    /** Where there are no scores. */
    public ImportSetting(ImportProfile profile, long profileVersion, IntakeContext context) {
        this(profile, profileVersion, context, ScoreEffects.NONE, Messages.EN);
    }
}
