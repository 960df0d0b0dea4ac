package org.kpisuite.domain.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Nearest;
import org.kpisuite.domain.failure.Refusal;

/**
 * Finds everything that is wrong with the formula of an indicator: unknown names and dimensions, a circle, unlike units
 * taken together, and a result that is not of the indicator's unit. Source: domain specification §2.1.
 */
final class FormulaCheck {
    private final Catalogue catalogue;
    private final Set<Refusal> found = new LinkedHashSet<>();
    private String text = "";

    FormulaCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All refusals, each E-FORMULA with its reason; empty for a sound formula. */
    List<Refusal> of(Indicator indicator) {
        found.clear();
        text = indicator.formula().toString();
        indicator.formula().references().forEach(this::checkName);
        boolean isMeasure = catalogue.measure(indicator.code()).isPresent();
        if (isMeasure && !isOnly(indicator.formula(), indicator.code())) {
            refuse("formula.measure-code", indicator.code());
        }
        if (indicator.formula().references().isEmpty()) {
            refuse("formula.empty");
        }
        if (found.isEmpty()) {
            circle(indicator).ifPresent(path -> refuse("formula.cycle", path));
        }
        if (found.isEmpty()) {
            FormulaUnit unit = unit(indicator.formula());
            if (found.isEmpty() && !unit.fits(indicator.unitKind())) {
                refuse("formula.unit", unit.toString(), indicator.unitKind().name());
            }
        }
        return List.copyOf(found);
    }

    private static boolean isOnly(Formula formula, String measure) {
        return formula instanceof Formula.Reference r
                && r.code().equals(measure)
                && r.dimensions().isEmpty();
    }

    private void checkName(Formula.Reference reference) {
        String code = reference.code();
        if (catalogue.measure(code).isEmpty() && catalogue.indicator(code).isEmpty()) {
            refuseUnknown("formula.unknown", code, catalogue.codes());
        }
        reference.dimensions().keySet().stream()
                .filter(d -> !Catalogue.DIMENSIONS.contains(d))
                .forEach(d -> refuseUnknown("formula.dimension", d, Catalogue.DIMENSIONS));
    }

    private void refuseUnknown(String reason, String name, Set<String> known) {
        Optional<String> nearest = Nearest.to(name, known);
        Refusal refusal = nearest.map(n -> refusal(reason + "-near", name, n)).orElseGet(() -> refusal(reason, name));
        found.add(refusal.suggesting(nearest.orElse(null)));
    }

    /** The way from the indicator back to itself, if there is one; a measure of the same code is no such way. */
    private Optional<String> circle(Indicator start) {
        Deque<String> path = new ArrayDeque<>();
        return leadsBack(start, start.code(), path, new LinkedHashSet<>())
                ? Optional.of(String.join(" → ", path))
                : Optional.empty();
    }

    private boolean leadsBack(Indicator from, String wanted, Deque<String> path, Set<String> seen) {
        path.addLast(from.code());
        for (Formula.Reference reference : from.formula().references()) {
            Optional<Indicator> inner = catalogue.inner(reference.code());
            if (inner.isEmpty()) {
                continue;
            }
            if (reference.code().equals(wanted)) {
                path.addLast(wanted);
                return true;
            }
            if (seen.add(reference.code()) && leadsBack(inner.get(), wanted, path, seen)) {
                return true;
            }
        }
        path.removeLast();
        return false;
    }

    private FormulaUnit unit(Formula formula) {
        if (formula instanceof Formula.Reference reference) {
            return unit(reference);
        }
        if (formula instanceof Formula.Minimum least) {
            return like("formula.least", least.left(), least.right());
        }
        if (formula instanceof Formula.Binary binary) {
            return switch (binary.operator()) {
                case '+' -> like("formula.added", binary.left(), binary.right());
                case '-' -> like("formula.subtracted", binary.left(), binary.right());
                case '*' -> unit(binary.left()).times(unit(binary.right()));
                default -> unit(binary.left()).per(unit(binary.right()));
            };
        }
        return FormulaUnit.PURE;
    }

    private FormulaUnit unit(Formula.Reference reference) {
        return catalogue
                .measure(reference.code())
                .map(m -> FormulaUnit.of(m.unitKind()))
                .or(() -> catalogue.indicator(reference.code()).map(i -> unit(i.formula())))
                .orElse(FormulaUnit.PURE);
    }

    private FormulaUnit like(String reason, Formula left, Formula right) {
        FormulaUnit one = unit(left);
        FormulaUnit other = unit(right);
        if (!one.isLike(other)) {
            refuse(reason, left.toString(), one.toString(), right.toString(), other.toString());
        }
        return one.or(other);
    }

    private void refuse(String reason, String... arguments) {
        found.add(refusal(reason, arguments));
    }

    private Refusal refusal(String reason, String... arguments) {
        List<String> all = new ArrayList<>(List.of(text, reason));
        all.addAll(Arrays.asList(arguments));
        return Refusal.ofField(Code.E_FORMULA, "formula", text, all.toArray(String[]::new));
    }
}
