package org.kpisuite.domain.actual;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * How files of one origin are to be read: data, kept by the controller, not code.
 *
 * @param charset of the file, {@code UTF-8} or {@code windows-1251}
 * @param delimiter between fields; null to find it in the header
 * @param events how events become facts; null where each row is a fact
 */
public record ImportProfile(
        String code,
        LocalizedText name,
        String charset,
        @Nullable Character delimiter,
        IntakeRules rules,
        @Nullable EventForm events) {

    /** What an import without a profile is read by: one fact a row, the columns of the contract. */
    public static ImportProfile standard() {
        return new ImportProfile("", new LocalizedText("Facts", "Факты"), "UTF-8", null, IntakeRules.standard(), null);
    }

    public Optional<Character> givenDelimiter() {
        return Optional.ofNullable(delimiter);
    }

    /** The intake for a file of this profile; findings about its header are errors, and then there is none to use. */
    public Intake intake(String[] header, IntakeContext context, Findings findings) {
        return events == null
                ? new RowIntake(Header.read(header, context.codes().dimensions(), findings), context, findings)
                : new EventIntake(new EventColumns(header, events, findings), events, context, findings);
    }
}
