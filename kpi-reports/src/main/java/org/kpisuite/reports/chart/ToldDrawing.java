package org.kpisuite.reports.chart;

/** A drawing of a whole page, which says by itself what each of its parts is: {@link Pencil#part}, {@link Pencil#figure}. */
public interface ToldDrawing extends Drawing {}
