package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.OtherSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;

/**
 * What there is to say about one line of a scorecard, beside its numbers: the same words and marks in PDF, workbook, mail
 * and page.
 *
 * <p>A remark begins with its mark where it has one, so that whoever reads the words finds the number they belong to.
 */
public final class ItemWords {
    private final ScorecardItem item;
    private final Locale locale;

    public ItemWords(ScorecardItem item, Locale locale) {
        this.item = item;
        this.locale = locale;
    }

    /** The mark beside a number: {@code ◐}, {@code ‡}, {@code prov.}; empty where the remark says all by itself. */
    public String mark(Note note) {
        return switch (note) {
            case PARTIAL,
                    ESTIMATED,
                    STALE,
                    CAPPED,
                    LOW_BASE,
                    OTHER_SOURCE,
                    UNITS_LEFT_OUT,
                    SINGLE_PART,
                    PROVISIONAL,
                    REDEFINED,
                    NO_OPENING,
                    MODEL_FORECAST,
                    MANUAL_FORECAST,
                    GATE_FAILED,
                    GATE_PENDING -> Messages.text(locale, "mark." + note);
            case TOO_INCOMPLETE,
                    NOT_DELIVERED,
                    PLAN_NOT_APPROVED,
                    DIV0,
                    DIV0_COST,
                    CURRENCIES,
                    UNCOUNTED,
                    NOT_AGGREGABLE,
                    ROUNDING -> "";
        };
    }

    /** One remark; a gate says how it stands. */
    public String note(Note note) {
        String mark = mark(note);
        String words = gate(note).orElseGet(() -> Messages.text(locale, key(note), arguments(note)));
        return mark.isEmpty() ? words : mark + " " + words;
    }

    private Optional<String> gate(Note note) {
        return note == Note.GATE_FAILED || note == Note.GATE_PENDING
                ? item.beside().gate().map(g -> new GateText(g, locale).sentence())
                : Optional.empty();
    }

    /** A count that was not made for exactly this period tells between what it lies. */
    private String key(Note note) {
        String key = "note." + note;
        if (note == Note.UNCOUNTED && item.actual() instanceof Cell.Uncounted count) {
            return key + (count.high() == null ? ".least" : ".bounds");
        }
        return key;
    }

    private Object[] arguments(Note note) {
        return switch (note) {
            case UNITS_LEFT_OUT -> new Object[] {String.join(", ", item.beside().leftOut())};
            case OTHER_SOURCE ->
                new Object[] {
                    item.beside().otherSources().stream().map(this::differing).collect(Collectors.joining("; "))
                };
            case UNCOUNTED ->
                item.actual() instanceof Cell.Uncounted count
                        ? new Object[] {bound(count.low()), bound(count.high())}
                        : new Object[0];
            case MANUAL_FORECAST -> {
                ManualForecast.Said said = item.beside().foretold().orElseThrow();
                String why = said.note().isEmpty() ? "" : ": " + said.note();
                yield new Object[] {new ItemText(item, locale).forecast(), said.author(), day(said.day()), why};
            }
            default -> new Object[0];
        };
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(Messages.text(locale, "day.pattern"), Messages.supported(locale))
                .format(day);
    }

    private String differing(OtherSource other) {
        NumberText numbers = NumberText.of(locale);
        String by = other.difference()
                .differsBy()
                .map(share -> numbers.relative(share) + "\u00a0%")
                .orElseGet(() ->
                        numbers.plain(other.otherValue().subtract(other.value()).stripTrailingZeros()));
        return Messages.text(
                locale, "source.differs", other.other(), by, other.source(), other.measure(), other.unit());
    }

    private String bound(@Nullable BigDecimal value) {
        return value == null ? "" : NumberText.of(locale).value(value, item.rounding());
    }

    /** Why there is no actual, and that the line is left out of the score; empty where there is an actual. */
    public Optional<String> instead() {
        return Note.of(item.actual()).map(this::without).map(why -> {
            boolean leftOut = item.weight().signum() > 0 && item.scored().isEmpty();
            return leftOut ? Messages.text(locale, "note.left-out", why) : why;
        });
    }

    private String without(Note note) {
        return note == Note.DIV0_COST ? new ItemText(item, locale).actual() : note(note);
    }

    /** The words beside a variance that has no percentage: {@code loss → profit}, {@code zero base}. */
    public Optional<String> reason(Change change) {
        boolean percentage = !item.unitKind().isComparedInPoints();
        return change.why()
                .filter(r -> r.isNegativeBase() || (r == Change.Reason.ZERO_BASE && percentage))
                .map(r -> Messages.text(
                        locale, "change." + (r == Change.Reason.ZERO_BASE ? "ZERO_BASE.word" : r.name())));
    }

    /** These words for each comparison that has some: {@code ΔPY: loss → profit}. */
    public List<String> turns() {
        List<String> turns = new ArrayList<>();
        turn("ΔPL", item.deltaPlan(), turns);
        turn("ΔPP", item.deltaPrevious(), turns);
        turn("ΔPY", item.deltaPriorYear(), turns);
        return turns;
    }

    private void turn(String comparison, Change change, List<String> turns) {
        reason(change).ifPresent(r -> turns.add(comparison + ": " + r));
    }
}
