package org.kpisuite.reports.pdf;

import java.util.List;
import org.kpisuite.reports.chart.Caption;

/** Makes what stands above charts. */
final class Captions {
    private static final float SIZE = 7.5f;

    private final Edition edition;

    Captions(Edition edition) {
        this.edition = edition;
    }

    /** A name on one line with what it shows in grey after a comma. */
    Caption of(String name, String what, float width, boolean bold) {
        String grey = ", " + what;
        float room = width - edition.lettering().width(name, SIZE, bold);
        String line = edition.lettering().line(grey, room, SIZE, false);
        return new Caption(List.of(name + line), line.length(), bold);
    }
}
