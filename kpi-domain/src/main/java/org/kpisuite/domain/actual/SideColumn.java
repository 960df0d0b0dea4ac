package org.kpisuite.domain.actual;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.failure.Messages;

/**
 * Columns that the product itself writes into files for people, and passes over when such a file comes back: the reasons in
 * a file given back, the words in a blank template. Never data, never unknown.
 */
public enum SideColumn {
    /** Why a row was not taken; in files given back. */
    WRONG("what is wrong", "что не так"),
    /** The name of the measure beside its code; in templates. */
    NAME("measure name", "название показателя"),
    /** The day by which the value of a row is due; in templates. */
    DUE("due by", "срок сдачи");

    /** Parts the name of a column from what the product says about the whole file. */
    public static final String MORE = ": ";

    private final String english;
    private final String russian;

    SideColumn(String english, String russian) {
        this.english = english;
        this.russian = russian;
    }

    /** The header in the language of a reader. */
    public String header(Locale locale) {
        return Messages.supported(locale).equals(Messages.RU) ? russian : english;
    }

    /** The column of that header in either language and any case, whatever it says more; empty if it is none of these. */
    public static Optional<SideColumn> of(String header) {
        String given = IntakeColumn.normalised(header);
        int more = given.indexOf(MORE);
        String wanted = more < 0 ? given : given.substring(0, more);
        return Arrays.stream(values())
                .filter(c -> c.english.equals(wanted) || c.russian.equals(wanted))
                .findFirst();
    }
}
