package org.kpisuite.reports.page;

import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * One item of the table, every cell as it is printed or drawn.
 *
 * @param name in markup, with its unit and perhaps a second line
 * @param words in place of marks, from the bars on; null if there are marks
 * @param reason words over the pins; null if there is nothing to say
 * @param planLabel head of the whole plan; null where the number needs the room
 * @param sparkNote what the trend lacks; null if nothing
 * @param statusWords the sign in words, for readers who hear the page
 */
public record Row(
        String name,
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
        @Nullable String planLabel,
        Printed achievement,
        Renderable sign,
        String statusWords,
        Renderable spark,
        @Nullable String sparkNote) {}
