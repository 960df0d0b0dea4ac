package org.kpisuite.reports.workbook;

import java.util.function.Consumer;

/** Delivered values that go by one after the other, so that none has to be kept. */
@FunctionalInterface
public interface FactLines {
    FactLines NONE = to -> {};

    void each(Consumer<FactLine> to);
}
