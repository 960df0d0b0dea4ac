package org.kpisuite.web.page;

import java.util.List;

/**
 * One step of an explanation as the page prints it.
 *
 * @param kind style of the line
 * @param label what the step is: actual, measure, department
 * @param name of the indicator, measure or unit; empty where the label says all
 * @param code that formulas and files use for it
 * @param working the formula, or the arithmetic in the reader's numbers
 * @param rule how its parts made it, in words
 * @param source version and validity of the definition
 * @param share how much of what was expected is in
 * @param partial whether something is missing
 * @param exact all digits of the value
 * @param open whether its parts are shown at once
 */
public record ExplainStep(
        String kind,
        String label,
        String name,
        String code,
        String working,
        String rule,
        String source,
        String share,
        boolean partial,
        String value,
        String exact,
        boolean open,
        List<ExplainStep> parts) {
    public ExplainStep {
        parts = List.copyOf(parts);
    }
}
