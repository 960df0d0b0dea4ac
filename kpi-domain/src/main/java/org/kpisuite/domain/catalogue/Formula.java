package org.kpisuite.domain.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kpisuite.domain.quantity.Decimals;

/**
 * A checked expression over measures and other indicators: {@code (MKT_COST + SALES_COST) / NEW_CUSTOMERS}.
 *
 * <p>The top-level quotient parts it into numerator and denominator, which are aggregated each by its own rule before
 * they are divided once. {@code toString} is what {@link #parse} reads. Source: domain specification §2.1.
 */
public sealed interface Formula {
    record Constant(BigDecimal value) implements Formula {
        /** Idle zeros dropped, so that equal numbers are equal formulas. */
        public Constant {
            value = new BigDecimal(Decimals.plain(value));
        }

        @Override
        public String toString() {
            return Decimals.plain(value);
        }
    }

    /** A measure or an indicator, of some dimensions: {@code LEADS[channel="social"]}. */
    record Reference(String code, Map<String, String> dimensions) implements Formula {
        public Reference {
            dimensions = Map.copyOf(dimensions);
        }

        /** The same with the dimensions of what surrounds it; where both name one, its own counts. */
        public Reference within(Map<String, String> surrounding) {
            Map<String, String> all = new TreeMap<>(surrounding);
            all.putAll(dimensions);
            return new Reference(code, all);
        }

        /** Dimensions as stored: {@code channel=social;product=a}, sorted; empty for none. */
        public String dims() {
            return Dimensions.text(dimensions);
        }

        @Override
        public String toString() {
            return dimensions.isEmpty()
                    ? code
                    : code
                            + new TreeMap<>(dimensions)
                                    .entrySet().stream()
                                            .map(e -> e.getKey() + "=\"" + e.getValue() + "\"")
                                            .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    record Binary(char operator, Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            String l = weakerThan(left, false) ? "(" + left + ")" : left.toString();
            String r = weakerThan(right, true) ? "(" + right + ")" : right.toString();
            return l + " " + operator + " " + r;
        }

        private boolean weakerThan(Formula operand, boolean right) {
            return operand instanceof Binary b && (right ? b.strength() <= strength() : b.strength() < strength());
        }

        private int strength() {
            return operator == '+' || operator == '-' ? 1 : 2;
        }
    }

    record Minimum(Formula left, Formula right) implements Formula {
        @Override
        public String toString() {
            return "min(" + left + ", " + right + ")";
        }
    }

    /**
     * Reads a formula.
     *
     * @throws org.kpisuite.domain.failure.KpiException E-FORMULA with the place that cannot be read
     */
    static Formula parse(String text) {
        return new FormulaParser(text).parse();
    }

    /** All measures and indicators that it names, in reading order. */
    default Set<Reference> references() {
        Set<Reference> found = new LinkedHashSet<>();
        collect(this, found);
        return found;
    }

    default boolean isQuotient() {
        return this instanceof Binary b && b.operator == '/';
    }

    /** What it divides by, as it is written; empty where it is no quotient. */
    default String denominator() {
        return isQuotient() ? ((Binary) this).right.toString() : "";
    }

    /** Whether it is nothing but measures added and subtracted. */
    default boolean isAdditive() {
        return this instanceof Reference
                || (this instanceof Binary b
                        && (b.operator() == '+' || b.operator() == '-')
                        && b.left().isAdditive()
                        && b.right().isAdditive());
    }

    private static void collect(Formula formula, Set<Reference> found) {
        if (formula instanceof Reference reference) {
            found.add(reference);
        } else if (formula instanceof Binary binary) {
            collect(binary.left, found);
            collect(binary.right, found);
        } else if (formula instanceof Minimum minimum) {
            collect(minimum.left, found);
            collect(minimum.right, found);
        }
    }
}
