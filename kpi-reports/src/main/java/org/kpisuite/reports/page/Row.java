package org.kpisuite.reports.page;

import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * One item of the table, every cell as it is printed or drawn.
 *
 * @param name one line or two, its unit an aside
 * @param second a line below a name of one line; null if nothing
 * @param words in place of marks, from the bars on; null if there are marks
 * @param reason words over the pins; null if there is nothing to say
 * @param planWhole plan of the whole period under the forecast; null where it says nothing more
 * @param planLabelled whether there is room for its label
 * @param provisional words below the achievement; null where it is final
 * @param number of the line, which ends its trace code
 * @param statusWords the sign in words, for readers who hear the page
 * @param sparkWords the trend in numbers, likewise
 * @param sparkNote what the trend lacks; null if nothing
 */
public record Row(
        String name,
        @Nullable String second,
        String weight,
        Printed actual,
        Printed actualMark,
        Printed plan,
        Printed delta,
        Renderable bar,
        Printed relative,
        Renderable pin,
        @Nullable String words,
        @Nullable String reason,
        Printed priorYear,
        Printed deltaPriorYear,
        Printed forecast,
        Printed method,
        @Nullable Printed planWhole,
        boolean planLabelled,
        Printed achievement,
        @Nullable String provisional,
        Renderable sign,
        String number,
        String statusWords,
        Renderable spark,
        String sparkWords,
        @Nullable String sparkNote) {}
