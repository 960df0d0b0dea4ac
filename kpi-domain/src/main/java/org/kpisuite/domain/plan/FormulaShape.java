package org.kpisuite.domain.plan;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;

/**
 * A formula down to its measures, in one spelling: summands and factors in an order of their own, so that indicators that
 * compute the same have the same shape, whatever they are called.
 */
record FormulaShape(String numerator, String denominator) {
    private static final String ONE = "1";

    static FormulaShape of(Indicator indicator, Map<String, String> dimensions, Catalogue catalogue) {
        Formula formula = resolved(indicator.formula(), dimensions, catalogue);
        return formula instanceof Formula.Binary quotient && formula.isQuotient()
                ? new FormulaShape(spelling(quotient.left()), spelling(quotient.right()))
                : new FormulaShape(spelling(formula), ONE);
    }

    /** Whether one is the other, or one divided by it. */
    boolean isTwinOf(FormulaShape other) {
        return equals(other) || (numerator.equals(other.denominator) && denominator.equals(other.numerator));
    }

    private static Formula resolved(Formula formula, Map<String, String> dimensions, Catalogue catalogue) {
        if (formula instanceof Formula.Reference reference) {
            Formula.Reference leaf = reference.within(dimensions);
            return catalogue.measure(leaf.code()).isPresent()
                    ? leaf
                    : resolved(catalogue.indicator(leaf.code()).orElseThrow().formula(), leaf.dimensions(), catalogue);
        }
        if (formula instanceof Formula.Binary b) {
            return new Formula.Binary(
                    b.operator(),
                    resolved(b.left(), dimensions, catalogue),
                    resolved(b.right(), dimensions, catalogue));
        }
        return formula instanceof Formula.Minimum m
                ? new Formula.Minimum(
                        resolved(m.left(), dimensions, catalogue), resolved(m.right(), dimensions, catalogue))
                : formula;
    }

    private static String spelling(Formula formula) {
        if (formula instanceof Formula.Binary b) {
            boolean swappable = b.operator() == '+' || b.operator() == '*';
            return swappable
                    ? parts(b, b.operator()).sorted().collect(Collectors.joining(" " + b.operator() + " ", "(", ")"))
                    : "(" + spelling(b.left()) + " " + b.operator() + " " + spelling(b.right()) + ")";
        }
        return formula instanceof Formula.Minimum m
                ? Stream.of(m.left(), m.right())
                        .map(FormulaShape::spelling)
                        .sorted()
                        .collect(Collectors.joining(", ", "min(", ")"))
                : formula.toString();
    }

    private static Stream<String> parts(Formula formula, char operator) {
        return formula instanceof Formula.Binary b && b.operator() == operator
                ? Stream.concat(parts(b.left(), operator), parts(b.right(), operator))
                : Stream.of(spelling(formula));
    }
}
