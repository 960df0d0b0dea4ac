package org.kpisuite.reports.workbook;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;

/**
 * A value of a line as formulas on the sheet Data: numerator, denominator, and what they make.
 *
 * @param denominator null where the formula is no quotient
 * @param factor what the quotient is multiplied by, 1 or 100
 */
record Sourced(Term numerator, @Nullable Term denominator, String factor) {
    /** Longer formulas are refused by spreadsheets. */
    private static final int LENGTH_MAX = 8_000;

    /** An expression and what it comes to. */
    record Term(String text, double value) {}

    /** All sums of rows that a value rests on. */
    static void wants(Step step, String unit, Consumer<DataWant> to) {
        if (step.kind() == Kind.MEASURE) {
            DataWant.of(step, unit).ifPresent(to);
        }
        step.inputs().forEach(s -> wants(s, unit, to));
    }

    /** Empty where the value is no formula of sums of rows. */
    static Optional<Sourced> of(Step step, DataFormula data) {
        Optional<Sourced> sourced = Optional.of(step)
                .filter(s -> !s.inputs().isEmpty())
                .flatMap(s -> s.inputs().get(0).kind() == Kind.LINK ? product(s.inputs(), data) : quotient(s, data));
        return sourced.filter(s -> s.isFinite()
                && s.numerator.text.length() < LENGTH_MAX
                && (s.denominator == null || s.denominator.text.length() < LENGTH_MAX));
    }

    double value() {
        return denominator == null ? numerator.value : Double.parseDouble(factor) * numerator.value / denominator.value;
    }

    private boolean isFinite() {
        return Double.isFinite(value());
    }

    private static Optional<Sourced> quotient(Step step, DataFormula data) {
        Formula formula = Formula.parse(step.working());
        boolean multiplied = formula instanceof Formula.Binary b
                && b.operator() == '*'
                && b.left() instanceof Formula.Constant
                && b.right().isQuotient();
        Formula.Binary outer = formula instanceof Formula.Binary b ? b : null;
        Formula.Binary quotient = multiplied ? (Formula.Binary) outer.right() : formula.isQuotient() ? outer : null;
        Walk walk = new Walk(step.inputs().iterator(), data);
        if (quotient == null) {
            return walk.of(formula).map(t -> new Sourced(bare(t), null, "1"));
        }
        String factor = multiplied ? outer.left().toString() : "1";
        return walk.of(quotient.left())
                .flatMap(n -> walk.of(quotient.right()).map(d -> new Sourced(bare(n), bare(d), factor)));
    }

    private static Optional<Sourced> product(List<Step> links, DataFormula data) {
        Optional<Term> product = links.stream()
                .map(link -> new Walk(link.inputs().iterator(), data).of(Formula.parse(link.working())))
                .reduce(Optional.of(new Term("1", 1)), (a, b) -> a.flatMap(x -> b.map(y -> joined(x, '*', y))));
        return product.map(p -> new Sourced(bare(p), null, "1"));
    }

    private static Term joined(Term left, char operator, Term right) {
        double value =
                switch (operator) {
                    case '+' -> left.value + right.value;
                    case '-' -> left.value - right.value;
                    case '*' -> left.value * right.value;
                    default -> left.value / right.value;
                };
        return new Term("(" + left.text + operator + right.text + ")", value);
    }

    /** Without the brackets around the whole. */
    private static Term bare(Term term) {
        boolean bracketed = term.text.startsWith("(");
        return bracketed ? new Term(term.text.substring(1, term.text.length() - 1), term.value) : term;
    }

    /** Goes through a formula beside the steps of what it names, which stand in reading order. */
    private record Walk(Iterator<Step> named, DataFormula data) {
        Optional<Term> of(Formula formula) {
            if (formula instanceof Formula.Constant constant) {
                String text = Decimals.plain(constant.value());
                return Optional.of(new Term(text, Double.parseDouble(text)));
            }
            if (formula instanceof Formula.Binary binary) {
                Optional<Term> left = of(binary.left());
                return left.flatMap(l -> of(binary.right()).map(r -> joined(l, binary.operator(), r)));
            }
            if (formula instanceof Formula.Minimum minimum) {
                Optional<Term> left = of(minimum.left());
                return left.flatMap(l -> of(minimum.right())
                        .map(r -> new Term("MIN(" + l.text + "," + r.text + ")", Math.min(l.value, r.value))));
            }
            return named.hasNext() ? of(named.next()) : Optional.empty();
        }

        private Optional<Term> of(Step step) {
            if (step.kind() == Kind.MEASURE) {
                return measure(step);
            }
            boolean linked = !step.inputs().isEmpty() && step.inputs().get(0).kind() == Kind.LINK;
            return linked
                    ? product(step.inputs(), data).map(Sourced::numerator)
                    : new Walk(step.inputs().iterator(), data).of(Formula.parse(step.working()));
        }

        private Optional<Term> measure(Step step) {
            Optional<DataWant> want = data.want(step);
            OptionalDouble sum = want.map(data::sum).orElse(OptionalDouble.empty());
            return sum.isPresent() ? Optional.of(new Term(data.text(want.get()), sum.getAsDouble())) : Optional.empty();
        }
    }
}
