package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Decimals;

/** A scorecard as lines of text, numbers with four decimals: what golden tests compare. */
final class ScorecardText {
    private ScorecardText() {}

    static String of(Scorecard card) {
        Scorecard.Heading h = card.heading();
        String items = card.items().stream().map(ScorecardText::line).collect(Collectors.joining());
        return "%s %s to %s, %d of %d days, plan %s%nscore %s %s, coverage %s, %s..%s%n%s"
                .formatted(
                        h.unit(),
                        h.period(),
                        h.lastDay(),
                        h.elapsedDays(),
                        h.totalDays(),
                        card.plan().map(Scorecard.PlanMark::state).orElse("none"),
                        number(card.score().value()),
                        card.score().status(),
                        number(card.score().coverage()),
                        number(card.score().low()),
                        number(card.score().high()),
                        items);
    }

    private static String line(ScorecardItem i) {
        return "%s AC %s | PL %s of %s, %s | PP %s, %s | PY %s, %s | FC %s | A %s %s | to %s %s%n"
                .formatted(
                        i.key(),
                        cell(i.actual()),
                        cell(i.planToDate()),
                        cell(i.plan()),
                        change(i.deltaPlan()),
                        cell(i.previous()),
                        change(i.deltaPrevious()),
                        cell(i.priorYear()),
                        change(i.deltaPriorYear()),
                        cell(i.forecast()),
                        number(i.achievement()),
                        i.status(),
                        i.dataTo(),
                        i.notes());
    }

    static String cell(Cell cell) {
        if (cell instanceof Cell.Measured measured) {
            String value = number(measured.value());
            return measured.completeness().isFull()
                    ? value
                    : "%s (%s)".formatted(value, number(measured.completeness().share()));
        }
        return cell instanceof Cell.Failed failed
                ? failed.reason().name()
                : cell.getClass().getSimpleName();
    }

    private static String change(Change change) {
        String reason = change.why().map(Enum::name).orElse("");
        String relative = change.relativeValue()
                .map(r -> number(r.movePointRight(2)) + "%")
                .orElse(reason);
        return change.absolute() == null ? reason : "Δ" + number(change.absolute()) + " " + relative;
    }

    static String number(@Nullable BigDecimal value) {
        return Optional.ofNullable(value)
                .map(v -> Decimals.plain(Decimals.round(v, 4)))
                .orElse("-");
    }
}
