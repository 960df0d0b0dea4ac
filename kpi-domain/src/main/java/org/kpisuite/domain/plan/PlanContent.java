package org.kpisuite.domain.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.organisation.OrgTree;

/**
 * What the authors of a plan write.
 *
 * @param children departments below that make the index of the children; empty for none
 * @param consultations talks with the team
 * @param answers to the warnings of the lint
 */
public record PlanContent(
        @Nullable String businessStage,
        List<PlanItem> items,
        List<ChildWeight> children,
        List<Consultation> consultations,
        List<Answer> answers) {
    /** Nothing written yet. */
    public static final PlanContent EMPTY = new PlanContent(null, List.of(), List.of());

    /** Content without consultations and answers. */
    public PlanContent(@Nullable String businessStage, List<PlanItem> items, List<ChildWeight> children) {
        this(businessStage, items, children, List.of(), List.of());
    }

    /**
     * Checks and holds it.
     *
     * @throws KpiException E-LIMIT beyond {@link Plan#ITEMS_MAX} and the like, E-ITEM-TWICE for an indicator, a department or
     *     an answer that stands twice
     */
    public PlanContent {
        items = List.copyOf(items);
        children = List.copyOf(children);
        consultations = List.copyOf(consultations);
        answers = List.copyOf(answers);
        requireAtMost("consultations", consultations, Consultation.MAX);
        requireAtMost("answers", answers, Answer.MAX);
        requireAtMost("items", items, Plan.ITEMS_MAX);
        List<String> keys = new ArrayList<>();
        items.forEach(i -> keys.add(i.key()));
        refuseTwice(keys);
        refuseTwice(children.stream().map(ChildWeight::unit).toList());
        refuseTwice(answers.stream()
                .map(a -> String.join(
                        " ",
                        a.code(),
                        Objects.requireNonNullElse(a.item(), ""),
                        a.finding().orElse("")))
                .toList());
    }

    /** All that it says by field, of an item by {@code LEADS.target}; what it does not say is left out. */
    public Map<String, Object> fields() {
        return PlanFields.all(this);
    }

    /** Refuses E-FIELD-VALUE for profiles without a weight for each month or week of a quarter. */
    void requireFit(Period quarter) {
        List<Refusal> unfit = new ArrayList<>();
        for (PlanItem item : items) {
            PhasingProfile profile = item.phasing().profile();
            if (profile != null && !profile.fits(quarter)) {
                unfit.add(Refusal.ofField(
                        Code.E_FIELD_VALUE,
                        item.key(),
                        profile.toString(),
                        PhasingProfile.FIELD,
                        profile.toString(),
                        "0.3,0.3,0.4"));
            }
        }
        if (!unfit.isEmpty()) {
            throw new KpiException(unfit);
        }
    }

    /** The same at a stage of the business; without one as it is. */
    public PlanContent at(Optional<String> stage) {
        return new PlanContent(stage.orElse(businessStage), items, children, consultations, answers);
    }

    /** The same for another quarter: definitions as they are now, and nothing that was said about the last one. */
    public PlanContent renewed(Catalogue catalogue) {
        List<PlanItem> renewed = items.stream()
                .map(item -> catalogue.indicator(item.indicator()).map(item::by).orElse(item))
                .toList();
        return new PlanContent(businessStage, renewed, children);
    }

    /**
     * The same, each answer with the finding that it was given to. One that says what it said before stays with its own; a new
     * one that names none is given to the first of its rule and item that is not answered, if there is any.
     *
     * @param before what was written before
     * @param found asked only if there is a new answer
     */
    public PlanContent answering(PlanContent before, Supplier<List<Finding>> found) {
        List<Answer> named = new ArrayList<>();
        List<Answer> open = new ArrayList<>();
        for (Answer answer : answers) {
            Optional<Answer> known =
                    before.answers.stream().filter(answer::says).findFirst();
            if (answer.finding().isPresent() || known.isPresent()) {
                named.add(answer.finding().isPresent() ? answer : known.get());
            } else {
                open.add(answer);
            }
        }
        List<Finding> findings = open.isEmpty() ? List.of() : found.get();
        for (Answer answer : open) {
            named.add(findings.stream()
                    .filter(f -> answer.isAbout(f) && named.stream().noneMatch(n -> n.answers(f)))
                    .findFirst()
                    .map(answer::to)
                    .orElse(answer));
        }
        return new PlanContent(businessStage, items, children, consultations, named);
    }

    /** The same with the definitions of its items whole as they are in a catalogue: so they are signed. */
    public PlanContent defined(Catalogue catalogue) {
        List<PlanItem> defined =
                items.stream().map(item -> item.defined(catalogue)).toList();
        return new PlanContent(businessStage, defined, children, consultations, answers);
    }

    private static void requireAtMost(String what, List<?> list, int max) {
        if (list.size() > max) {
            throw new KpiException(Code.E_LIMIT, list.size() + " " + what, String.valueOf(max));
        }
    }

    private static void refuseTwice(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new KpiException(Code.E_ITEM_TWICE, name);
            }
        }
    }

    /**
     * Refuses all children that do not stand directly below a unit: E-FIELD-VALUE.
     *
     * @param unit whose plan it is
     */
    public void requireChildrenOf(String unit, OrgTree tree) {
        List<String> below = tree.units().stream()
                .filter(u -> u.parent().filter(unit::equals).isPresent())
                .map(u -> u.code())
                .sorted()
                .toList();
        List<Refusal> strangers = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            String child = children.get(i).unit();
            if (!below.contains(child)) {
                String field = "children[" + i + "].unit";
                String possible = below.isEmpty() ? "[]" : String.join(", ", below);
                strangers.add(Refusal.ofField(Code.E_FIELD_VALUE, field, child, field, child, possible));
            }
        }
        if (!strangers.isEmpty()) {
            throw new KpiException(strangers);
        }
    }
}
