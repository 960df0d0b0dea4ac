package org.kpisuite.domain.actual;

import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * How files of one origin are to be read: data, kept by the controller, not code.
 *
 * @param layout how the table lies in the file
 * @param rules how its texts are to be understood
 * @param events how events become facts; null where each row is a fact
 */
public record ImportProfile(
        String code,
        LocalizedText name,
        FileLayout layout,
        IntakeRules rules,
        @Nullable EventForm events) {

    /** What an import without a profile is read by: one fact a row, the columns of the contract. */
    public static ImportProfile standard() {
        return new ImportProfile(
                "", new LocalizedText("Facts", "Факты"), FileLayout.standard(), IntakeRules.standard(), null);
    }

    /** The intake for a file of this profile; findings about its header are errors, and then there is none to use. */
    public Intake intake(SourceRecord header, IntakeContext context, Findings findings) {
        return events == null
                ? new RowIntake(Header.read(header, context.codes().dimensions(), findings), context, findings)
                : new EventIntake(new EventColumns(header, events, findings), events, context, findings);
    }
}
