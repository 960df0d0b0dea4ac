package org.kpisuite.ejb.actual;

import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeContext;

/**
 * How a file is read, and by whose rights, as it is when its turn has come.
 *
 * @param profileVersion 0 for the columns of the contract
 */
public record ImportSetting(ImportProfile profile, long profileVersion, IntakeContext context) {}
