package org.kpisuite.reports.pdf;

import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.TableHead;

/** Makes the column heads of the table. */
final class TableHeads {
    private final Edition edition;
    private final PinAxis pins;

    TableHeads(Edition edition, PinAxis pins) {
        this.edition = edition;
        this.pins = pins;
    }

    Line make() {
        Texts texts = edition.texts();
        String state = edition.isOpen() ? "open" : "closed";
        return new TableHead(
                texts.text("head.group.plan." + state),
                texts.text("head.group.prior." + state),
                texts.text("head.span." + edition.scorecard().heading().period().granularity()),
                String.valueOf(NumberText.MINUS) + pins.percent(),
                "+" + pins.percent());
    }
}
