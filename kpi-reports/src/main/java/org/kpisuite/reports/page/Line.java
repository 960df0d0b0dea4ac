package org.kpisuite.reports.page;

/** A line of a page: printed by the band of the template whose field bears its name. */
public sealed interface Line
        permits Strip,
                TableHead,
                Block,
                Words,
                Gap,
                ThinGap,
                Kpi,
                Diagnostic,
                End,
                Notes,
                MatrixHead,
                MatrixBlock,
                MatrixRow,
                MatrixNote,
                Spacer,
                Panels,
                Charts,
                FunnelAndBridge,
                Distribution,
                Departments,
                NoteHead,
                NoteRow,
                ScoreLine {

    /** Height of its band in the template, tenths of a point. */
    int height();

    /** Name of the template's field, and so of the band, that takes this line. */
    default String band() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
