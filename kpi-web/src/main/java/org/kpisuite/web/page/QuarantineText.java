package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.QuarantineState;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.actual.ScoreChange;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.ejb.actual.ScoreEffects;

/** Words and numbers about rows in quarantine and about what they would do to scores, as one reader sees them. */
final class QuarantineText {
    private final Catalogue catalogue;
    private final Map<String, OrgUnit> units;
    private final WorkingDays workingDays;
    private final LocalDate today;
    private final Reader reader;
    private final PreviewTable.Values values;

    QuarantineText(Catalogue catalogue, List<OrgUnit> units, WorkingDays workingDays, LocalDate today, Reader reader) {
        this.catalogue = catalogue;
        this.units = units.stream().collect(Collectors.toMap(OrgUnit::code, Function.identity()));
        this.workingDays = workingDays;
        this.today = today;
        this.reader = reader;
        this.values = new PreviewTable.Values(catalogue, reader);
    }

    /** For what has no days left. */
    QuarantineText(Catalogue catalogue, List<OrgUnit> units, Reader reader) {
        this(catalogue, units, WorkingDays.MONDAY_TO_FRIDAY, LocalDate.EPOCH, reader);
    }

    /** A score before and after; the lines under it whose value changes. */
    public record Score(
            String unit,
            String period,
            String before,
            String after,
            String difference,
            String direction,
            List<String> items) {}

    String unit(String code) {
        OrgUnit unit = units.get(code);
        return unit == null ? code : unit.name().in(reader.getLocale());
    }

    String measure(String code) {
        return catalogue.measure(code).map(m -> m.name().in(reader.getLocale())).orElse(code);
    }

    String count(long number) {
        return reader.count(number);
    }

    String instant(Instant at) {
        return reader.shortInstant(at);
    }

    String day(LocalDate day) {
        return reader.day(day);
    }

    /** How many working days there are left, today counted. */
    String left(LocalDate until) {
        long left = until.isBefore(today) ? 0 : workingDays.count(new DayRange(today, until));
        return reader.text("quarantine.left", reader.count(left));
    }

    String value(String measure, @Nullable BigDecimal value) {
        return values.of(measure, value);
    }

    String deleted() {
        return reader.text("preview.deleted");
    }

    String difference(String measure, @Nullable BigDecimal old, @Nullable BigDecimal value) {
        if (old == null || value == null) {
            return NumberText.NO_VALUE;
        }
        BigDecimal difference = value.subtract(old);
        String text = values.of(measure, difference);
        return difference.signum() > 0 ? "+" + text : text;
    }

    String state(QuarantineState state) {
        return reader.text("quarantine.state." + state.name());
    }

    String step(Quarantined.Step step) {
        String reason = step.reason();
        return step.by() + ", " + reader.shortInstant(step.at()) + (reason == null ? "" : ": " + reason);
    }

    List<Score> scores(ScoreEffects.Effect effect) {
        return effect.changes().stream().map(this::score).toList();
    }

    private Score score(ScoreChange change) {
        NumberText numbers = reader.numbers();
        BigDecimal difference = change.difference().orElse(BigDecimal.ZERO);
        List<String> gates = change.gates().stream()
                .map(g -> reader.text("quarantine.gate", g.item()))
                .toList();
        return new Score(
                unit(change.unit()),
                change.period().code(),
                points(change.before()),
                points(change.after()),
                change.difference().map(d -> numbers.signed(rounded(d))).orElse(NumberText.NO_VALUE),
                String.valueOf(difference.signum()),
                gates);
    }

    private String points(@Nullable BigDecimal score) {
        return score == null
                ? reader.text("overview.not-rated")
                : reader.numbers().plain(rounded(score));
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(1, java.math.RoundingMode.HALF_UP);
    }

    /** What is said above the scores: none changes, one person decides, or two must. */
    String effect(ScoreEffects.Effect effect) {
        if (!effect.whole()) {
            return reader.text("quarantine.effect.unknown");
        }
        if (effect.changes().isEmpty()) {
            return reader.text("quarantine.effect.none");
        }
        if (effect.addsUp()) {
            return reader.text("quarantine.effect.adds-up");
        }
        return reader.text(effect.needsFourEyes() ? "quarantine.effect.two" : "quarantine.effect.one");
    }

    /** One sentence of what an import would do to scores. */
    static String sentence(ScoreEffects.Effect effect, List<Score> scores, Reader reader) {
        if (!effect.whole()) {
            return reader.text("preview.effect.unknown");
        }
        if (scores.isEmpty()) {
            return reader.text("preview.effect.none");
        }
        String changed = scores.stream()
                .map(s -> Objects.requireNonNull(s).unit() + " " + s.period() + ": " + s.before() + " → " + s.after())
                .collect(Collectors.joining("; "));
        return reader.text("preview.effect", changed);
    }
}
