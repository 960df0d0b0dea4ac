package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.diagnostic;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.FieldChange.NumberChange;
import org.kpisuite.domain.plan.FieldChange.TextChange;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.UnitKind;

class PlanDiffTest {
    /** The plans of the reference page: five points of weight from leads to brand, leads up by 200. */
    private static final PlanContent BEFORE = content(
            item("LEADS", "40", "target=1800 stretch=2160"),
            item("BRAND_SESSIONS", "10", "target=46"),
            item("CAC", "30", "target=100"),
            item("NPS", "20", "target=45"),
            diagnostic("CPA"));

    private static final PlanContent AFTER = content(
            item("NPS", "20", "target=45"),
            diagnostic("CTR"),
            item("CAC", "30", "target=100.0"),
            item("BRAND_SESSIONS", "15", "target=47"),
            item("LEADS", "35", "target=2000 stretch=2400"));

    private static PlanContent content(PlanItem... items) {
        return new PlanContent("GROWTH", List.of(items), List.of());
    }

    @Test
    void changes_areReadByItem_weightAndTargetFirst_changedBeforeAddedBeforeRemoved() {
        PlanDiff diff = PlanDiff.of(BEFORE, AFTER);

        assertThat(diff.items())
                .extracting(i -> i.kind() + " " + i.key())
                .containsExactly("CHANGED LEADS", "CHANGED BRAND_SESSIONS", "ADDED CTR", "REMOVED CPA");
        assertThat(diff.items().get(0).fields())
                .extracting(FieldChange::field)
                .containsExactly("weight", "target", "stretch");
        assertThat(diff.others()).isEmpty();
    }

    @Test
    void headline_namesTheHeaviestTarget_andTheWeightThatMoves() {
        PlanDiff diff = PlanDiff.of(BEFORE, AFTER);

        assertThat(PlanHeadline.of(diff, SamplePlan.CATALOGUE, Messages.EN))
                .isEqualTo(
                        "Leads target up by 200, 1 more target moved; 5% of weight moves from Leads to Brand traffic");
        assertThat(PlanHeadline.of(diff, SamplePlan.CATALOGUE, Messages.RU))
                .isEqualTo("Лиды: цель выше на 200, изменена ещё 1 цель; "
                        + "5\u00a0% веса уходят с KPI «Лиды» на «Брендовый трафик»");
    }

    @Test
    void headline_saysSo_whereOnlyItemsCome_whereNothingChanged_whereThereIsNothingBefore() {
        PlanContent more = content(
                item("LEADS", "40", "target=1800 stretch=2160"),
                item("BRAND_SESSIONS", "10", "target=46"),
                item("CAC", "30", "target=100"),
                item("NPS", "20", "target=45"),
                diagnostic("CPA"),
                diagnostic("CTR"),
                diagnostic("ROMI"));

        assertThat(headline(BEFORE, more)).isEqualTo("Added: 0 KPIs, 2 metrics");
        assertThat(headline(BEFORE, BEFORE)).isEqualTo("Nothing has changed");
        assertThat(headline(BEFORE, new PlanContent("CRISIS", BEFORE.items(), List.of())))
                .isEqualTo("Only details have changed");
        assertThat(PlanHeadline.ofFirst(BEFORE, Messages.RU)).isEqualTo("Сравнить не с чем: 4 KPI, 1 метрика");
    }

    private static String headline(PlanContent before, PlanContent after) {
        return PlanHeadline.of(PlanDiff.of(before, after), SamplePlan.CATALOGUE, Messages.EN);
    }

    @ParameterizedTest
    @CsvSource({
        "1,one",
        "2,few",
        "4,few",
        "5,many",
        "11,many",
        "12,many",
        "21,one",
        "22,few",
        "111,many",
        "2.5,few",
        "0,many"
    })
    void russianWords_takeTheFormTheirNumberAsksFor(BigDecimal number, String form) {
        assertThat(CountedWord.form(number, Messages.RU)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "target, COUNT, 1800, 2000, 200, 0.1111111111111111111111111111111111",
                "target, PERCENT, 0.04, 0.05, 0.01, null",
                "target, POINTS, 45, 50, 5, null",
                "weight, COUNT, 40, 35, -5, null",
                "target, COUNT, 0, 100, 100, null",
                "target, COUNT, null, 100, null, null",
                "coverageFactor, PERCENT, 2, 3, 1, 0.5"
            })
    void differences_areTold_inPercent_onlyWherePercentMeansSomething(
            String field,
            UnitKind unit,
            BigDecimal before,
            BigDecimal after,
            BigDecimal absolute,
            BigDecimal relative) {
        Change change = new NumberChange(field, before, after).change(unit);

        assertThat(change.absolute()).isEqualTo(absolute);
        assertThat(change.relative()).isEqualTo(relative);
    }

    @Test
    void consultations_answers_children_andStage_areComparedToo() {
        PlanContent before = new PlanContent(
                "GROWTH",
                List.of(),
                List.of(new ChildWeight("SALES", BigDecimal.ONE)),
                List.of(new Consultation("Anna, Ivan", LocalDate.of(2026, 9, 1), "three KPIs")),
                List.of(new Answer("L20", null, "we talked in August")));
        PlanContent after = new PlanContent(
                "CRISIS",
                List.of(),
                List.of(new ChildWeight("SALES", BigDecimal.TEN)),
                List.of(new Consultation("Anna, Ivan", LocalDate.of(2026, 9, 1), "four KPIs")),
                List.of());

        assertThat(PlanDiff.of(before, after).others())
                .containsExactly(
                        new TextChange("answers[L20]", "we talked in August", null),
                        new TextChange("businessStage", "GROWTH", "CRISIS"),
                        new NumberChange("children[SALES]", BigDecimal.ONE, BigDecimal.TEN),
                        new TextChange("consultations[2026-09-01 Anna, Ivan]", "three KPIs", "four KPIs"));
    }

    @Test
    void firstRevision_isComparedWithThePlanInForceBefore_aLaterOneWithWhatItIsBasedOn() {
        Plan last = SamplePlan.approved(Period.parse("2026-Q3"), item("LEADS", "100", "target=10"));
        Plan first = SamplePlan.draft();
        Plan draftBefore = SamplePlan.draft(Period.parse("2026-Q3"), item("LEADS", "100", "target=10"));
        Plan second = SamplePlan.in(PlanState.ACTIVE)
                .revise(SamplePlan.by("head"), SamplePlan.revision(LocalDate.of(2026, 11, 2)));

        assertThat(PlanDiff.predecessor(first, List.of(draftBefore, last))).containsSame(last);
        assertThat(PlanDiff.predecessor(first, List.of(draftBefore))).isEmpty();
        assertThat(PlanDiff.predecessor(second, List.of(first, last))).containsSame(first);
    }

    @Property
    void aPlanDoesNotDifferFromItself_inWhateverOrder(@ForAll("contents") PlanContent content, @ForAll long seed) {
        assertThat(PlanDiff.of(content, shuffled(content, seed)).isEmpty()).isTrue();
    }

    @Property
    void orderOfItems_isIrrelevant_andBothWaysTellTheSame(
            @ForAll("contents") PlanContent before, @ForAll("contents") PlanContent after, @ForAll long seed) {
        PlanDiff diff = PlanDiff.of(before, after);

        assertThat(summary(PlanDiff.of(shuffled(before, seed), shuffled(after, seed)), false))
                .isEqualTo(summary(diff, false));
        assertThat(summary(PlanDiff.of(after, before), true)).containsExactlyInAnyOrderElementsOf(summary(diff, false));
    }

    private static List<String> summary(PlanDiff diff, boolean turned) {
        return diff.items().stream()
                .flatMap(i -> i.fields().stream()
                        .map(f -> i.key() + " "
                                + (f instanceof NumberChange n
                                        ? told(f, n.before(), n.after(), turned)
                                        : told(f, ((TextChange) f).before(), ((TextChange) f).after(), turned))))
                .toList();
    }

    private static String told(FieldChange field, Object before, Object after, boolean turned) {
        return field.field() + " " + (turned ? after : before) + " > " + (turned ? before : after);
    }

    private static PlanContent shuffled(PlanContent content, long seed) {
        List<PlanItem> items = new ArrayList<>(content.items());
        Collections.shuffle(items, new Random(seed));
        return new PlanContent(content.businessStage(), items, content.children());
    }

    @Provide
    Arbitrary<PlanContent> contents() {
        Arbitrary<PlanItem> items = Combinators.combine(
                        Arbitraries.of("LEADS", "CAC", "NPS", "ROMI", "CTR"),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 3000))
                .as((code, weight, target) -> item(code, String.valueOf(weight), "target=" + target));
        return items.list()
                .ofMaxSize(5)
                .uniqueElements(PlanItem::key)
                .map(list -> content(Stream.of(list).flatMap(List::stream).toArray(PlanItem[]::new)));
    }
}
