package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.ChildWeight;
import org.kpisuite.domain.plan.Consultation;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.PhasingProfile;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.TargetPhasing;

/**
 * What is typed, read as the content of a plan in the reader's language. What cannot be read is left out and told, so that
 * the rest can be looked at.
 */
final class DraftReading {
    private final Reader reader;
    private final Catalogue catalogue;
    private final Period quarter;
    private final List<Unclear> unclear = new ArrayList<>();
    private @Nullable String item;

    DraftReading(Reader reader, Catalogue catalogue, Period quarter) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.quarter = quarter;
    }

    /**
     * Something that cannot be read.
     *
     * @param item key of the line; null for the plan
     */
    record Unclear(@Nullable String item, String field, String sentence) {}

    /** Everything that could not be read. */
    List<Unclear> unclear() {
        return unclear;
    }

    Optional<PlanContent> content(DraftPlan draft) {
        List<PlanItem> items = new ArrayList<>();
        for (DraftItem line : draft.getItems()) {
            item = line.getKey();
            catalogue.indicator(line.getIndicator()).flatMap(i -> item(line, i)).ifPresent(items::add);
        }
        item = null;
        List<Consultation> talks = new ArrayList<>();
        draft.getTalks().forEach(t -> talk(t).ifPresent(talks::add));
        return attempt(
                "", () -> new PlanContent(blank(draft.getStage()), items, children(draft), talks, answers(draft)));
    }

    private Optional<PlanItem> item(DraftItem line, Indicator indicator) {
        TargetPhasing phasing = attempt("phasingProfile", () -> phasing(line)).orElse(TargetPhasing.LINEAR_DAYS);
        Map<String, String> texts = new HashMap<>();
        PlanItem.TEXTS.forEach(name -> line.given(name).ifPresent(value -> texts.put(name, value)));
        Marks marks = marks(line);
        BigDecimal weight = number(line, "weight").orElse(BigDecimal.ZERO);
        BigDecimal goal = number(line, "goalValue").orElse(null);
        BigDecimal factor = number(line, "coverageFactor").orElse(null);
        Optional<PlanItem> read = attempt("weight", () -> new PlanItem(
                        indicator,
                        Dimensions.parse(line.dims()),
                        line.isScored() ? Usage.EVAL : Usage.DIAG,
                        weight,
                        marks,
                        phasing,
                        choice(line, "controllability", Controllability.class).orElse(null),
                        texts)
                .with(gate(line)));
        return read.map(
                i -> attempt("goalValue", () -> i.withGoal(goal, factor)).orElse(i));
    }

    private Marks marks(DraftItem line) {
        Map<String, BigDecimal> marks = new HashMap<>();
        new Marks(Map.of()).values().keySet().forEach(mark -> number(line, mark)
                .ifPresent(value -> marks.put(mark, value)));
        return new Marks(marks);
    }

    private TargetPhasing phasing(DraftItem line) {
        Phasing kind = choice(line, "phasing", Phasing.class).orElse(Phasing.LINEAR_DAYS);
        Optional<PhasingProfile> profile = line.given("phasingProfile")
                .filter(p -> kind == Phasing.PROFILE)
                .map(PhasingProfile::parse);
        if (profile.filter(p -> !p.fits(quarter)).isPresent()) {
            throw new KpiException(
                    Code.E_FIELD_VALUE, "phasingProfile", profile.get().toString(), "0.3,0.3,0.4");
        }
        return new TargetPhasing(kind, profile.orElse(null));
    }

    private @Nullable Gate gate(DraftItem line) {
        if (line.given("gate.numerator").isEmpty()
                && line.given("gate.denominator").isEmpty()) {
            return null;
        }
        GateMode mode = choice(line, "gate.mode", GateMode.class).orElse(GateMode.ZERO);
        GateTerms terms = new GateTerms(
                line.given("gate.numerator").orElse(null),
                line.given("gate.denominator").orElse(null),
                number(line, "gate.threshold").orElse(null),
                mode,
                mode == GateMode.CAP ? number(line, "gate.cap").orElse(null) : null,
                attempt("gate.maturityDays", () -> whole(number(line, "gate.maturityDays")))
                        .orElse(null),
                number(line, "gate.matureShareMin").orElse(null));
        return attempt("gate", () -> Gate.of(terms, catalogue)).orElse(null);
    }

    private List<ChildWeight> children(DraftPlan draft) {
        List<ChildWeight> children = new ArrayList<>();
        draft.getChildren().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> attempt("children", () -> typed(e.getValue(), "field.weight"))
                        .flatMap(weight -> attempt("children", () -> new ChildWeight(e.getKey(), weight)))
                        .ifPresent(children::add));
        return children;
    }

    private Optional<Consultation> talk(Map<String, String> talk) {
        String who = blank(talk.get("who"));
        String day = blank(talk.get("at"));
        if (who == null && day == null && blank(talk.get("outcome")) == null) {
            return Optional.empty();
        }
        return attempt(
                "consultations",
                () -> new Consultation(Objects.requireNonNullElse(who, ""), day(day), blank(talk.get("outcome"))));
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(typed, ""));
        } catch (DateTimeParseException e) {
            throw new KpiException(Code.E_FIELD_VALUE, "consultations.at", String.valueOf(typed), "2026-12-10");
        }
    }

    /** Answers about lines that are no more are gone with them. */
    private List<Answer> answers(DraftPlan draft) {
        List<Answer> answers = new ArrayList<>();
        draft.getAnswers().entrySet().stream()
                .filter(e -> blank(e.getValue()) != null)
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> {
                    List<String> about = DraftPlan.answered(e.getKey());
                    String key = blank(about.get(1));
                    if (key == null || draft.item(key).isPresent()) {
                        answers.add(new Answer(about.get(0), key, e.getValue(), blank(about.get(2))));
                    }
                });
        return answers;
    }

    /** The number of a field, as it is stored. */
    private Optional<BigDecimal> number(DraftItem line, String field) {
        return attempt(field, () -> typed(line.getTyped().get(field), "field." + field))
                .map(value -> value.movePointLeft(line.shift(field)));
    }

    private @Nullable BigDecimal typed(@Nullable String text, String label) {
        return TypedNumber.read(text, reader.getLocale(), reader.text(label));
    }

    private static @Nullable Integer whole(Optional<BigDecimal> number) {
        if (number.filter(n -> n.stripTrailingZeros().scale() > 0).isPresent()) {
            throw new KpiException(
                    Code.E_FIELD_VALUE, "maturityDays", number.get().toPlainString(), "0..730");
        }
        return number.map(BigDecimal::intValue).orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> choice(DraftItem line, String field, Class<E> type) {
        return line.given(field).map(name -> Enum.valueOf(type, name));
    }

    private <T> Optional<T> attempt(String field, Supplier<@Nullable T> step) {
        try {
            return Optional.ofNullable(step.get());
        } catch (KpiException e) {
            e.refusals().forEach(r -> unclear.add(new Unclear(item, field, r.message(reader.getLocale()))));
            return Optional.empty();
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
