package org.kpisuite.ejb.actual;

import java.io.InputStream;
import org.kpisuite.domain.actual.Intake;

/** Where the facts of a file go, and what else is to be known of how it is read. */
@FunctionalInterface
interface FactSink extends Intake.Facts {
    /** What makes the facts, before it makes any. */
    default void made(Intake intake) {
        // Most take the facts as they come.
    }

    /** The bytes of the file where they are read one after the other. */
    default InputStream bytes(InputStream in) {
        return in;
    }

    /** The name of the sheet that is read; a text file has none. */
    default void sheet(String name) {
        // Most do not ask.
    }
}
