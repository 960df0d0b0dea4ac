package org.kpisuite.reports.pack;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.ChildWeight;
import org.kpisuite.domain.plan.Consultation;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.LintReport;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanLint;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.WhatIf;

/** The pack of a marketing plan for 2027-Q1 that was submitted and checked. */
final class SamplePack {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final Period QUARTER = Period.parse("2027-Q1");
    private static final Instant AT = Instant.parse("2026-12-21T13:05:00Z");

    private SamplePack() {}

    /** The same with findings of today, and with comments. */
    static ApprovalPack with(LintReport lint, List<PlanComment> comments) {
        ApprovalPack pack = checked();
        return new ApprovalPack(pack.setting(), pack.plan(), pack.before(), lint, pack.whatIf(), comments);
    }

    /** What somebody said, stored under a number. */
    static PlanComment comment(long id, PlanComment.Place place, String text) {
        return numbered(id, new PlanComment(checked().plan(), place, text, false, signing("lebedeva")));
    }

    static PlanComment answer(long id, PlanComment to, String text) {
        return numbered(id, to.answer(checked().plan(), text, signing("orlova")));
    }

    /** As storage does. */
    private static PlanComment numbered(long id, PlanComment comment) {
        try {
            Field field = PlanComment.class.getDeclaredField("id");
            field.setAccessible(true);
            field.setLong(comment, id);
            return comment;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static ApprovalPack checked() {
        Plan before = plan(QUARTER.previous(), "2026", "1800", "40");
        Plan plan = plan(QUARTER, "growth", "2000", "35");
        plan.submit(signing("orlova"), new Submission(Set.of("sedov"), Set.of("orlova"), List.of()));
        plan.check(signing("lebedeva"), null);
        PlanComment comment = new PlanComment(
                plan,
                new PlanComment.Place("LEADS", "target"),
                "Where do 200 more come from?",
                true,
                signing("lebedeva"));
        return new ApprovalPack(
                new ApprovalPack.Setting(
                        new LocalizedText("Marketing department", "Отдел маркетинга"),
                        new LocalizedText("Sample company", "Образцовая компания"),
                        CATALOGUE,
                        Map.of("orlova", "Irina Orlova", "lebedeva", "Olga Lebedeva", "sedov", "Alexey Sedov"),
                        Optional.of(LocalDate.of(2026, 12, 29)),
                        "https://kpi.example.org/plan?id=17",
                        ZoneId.of("Europe/Moscow"),
                        AT),
                plan,
                Optional.of(before),
                LintReport.of(PlanLint.of(plan, CATALOGUE)),
                whatIf(plan),
                List.of(comment));
    }

    private static Signing signing(String login) {
        return new Signing(login, AT, "PASSWORD");
    }

    private static Plan plan(Period quarter, String stage, String leads, String weight) {
        Plan plan = new Plan("MARKETING", quarter, "petrov");
        List<PlanItem> items = new ArrayList<>(List.of(
                item(
                                "LEADS",
                                weight,
                                "floor=1600 target=" + leads + " stretch=2400 baseline=1750 floorScore=40 cap=115")
                        .with(gate()),
                item("CAC", "30", "floor=130000 target=100000 stretch=80000"),
                item("NPS", "20", "floor=30 target=45 stretch=55"),
                item("PIPELINE_NEW", String.valueOf(50 - Integer.parseInt(weight)), "target=30000000")
                        .withGoal(new BigDecimal("10000000"), new BigDecimal("3"))));
        Stream.of("CTR", "CPC").forEach(code -> items.add(diagnostic(code)));
        plan.edit(
                new PlanContent(
                        stage,
                        items,
                        List.of(new ChildWeight("RETAIL", new BigDecimal(60))),
                        List.of(new Consultation(
                                "Иван Петров, Анна Орлова, Пётр Семёнов",
                                LocalDate.of(2026, 12, 10),
                                "Решили оставить четыре показателя и один канал проверить отдельно")),
                        List.of(new Answer("L06", "CAC", "Sales discounts are agreed in advance, minutes of 10 Dec."))),
                "petrov");
        plan.edit(plan.written().defined(CATALOGUE), "petrov");
        return plan;
    }

    private static Gate gate() {
        return Gate.of(
                new GateTerms(
                        "DEALS_WON_COHORT",
                        "LEADS",
                        new BigDecimal("0.2"),
                        GateMode.CAP,
                        new BigDecimal(70),
                        60,
                        new BigDecimal("0.85")),
                CATALOGUE);
    }

    private static Marks marks(String text) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (String pair : text.split(" ", -1)) {
            String[] parts = pair.split("=", -1);
            values.put(parts[0], new BigDecimal(parts[1]));
        }
        return new Marks(values);
    }

    private static PlanItem item(String indicator, String weight, String marks) {
        return new PlanItem(
                CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.EVAL,
                new BigDecimal(weight),
                marks(marks),
                new TargetPhasing(Phasing.LINEAR_DAYS, null),
                indicator.equals("CAC") ? Controllability.SHARED : Controllability.FULL,
                Map.of(
                        "goalLink",
                        "Выручка 10 млн ₽",
                        "dataSource",
                        "CRM",
                        "influencers",
                        "отдел продаж",
                        "owner",
                        "И. Петров",
                        "rationale",
                        "новый канал с января"));
    }

    private static PlanItem diagnostic(String indicator) {
        return new PlanItem(
                CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.DIAG,
                BigDecimal.ZERO,
                new Marks(Map.of()),
                new TargetPhasing(Phasing.LINEAR_DAYS, null),
                null,
                Map.of("explains", "LEADS", "dataSource", "Яндекс Метрика"));
    }

    private static WhatIf whatIf(Plan plan) {
        List<WhatIf.Item> items = plan.items().stream()
                .map(i -> new WhatIf.Item(i.key(), i.direction(), history(i), List.of(), List.of()))
                .toList();
        Score score =
                new Score(new BigDecimal("88.4"), BigDecimal.valueOf(100), BigDecimal.ZERO, BigDecimal.valueOf(120));
        return new WhatIf(items, List.of(new WhatIf.BackTest(Period.parse("2026-Q3"), score)));
    }

    private static History history(PlanItem item) {
        BigDecimal aim = Optional.ofNullable(item.marks().aim()).orElse(BigDecimal.ONE);
        List<History.Quarter> quarters = new ArrayList<>();
        for (int i = 0; i < History.LENGTH; i++) {
            BigDecimal share = new BigDecimal("0.7").add(new BigDecimal("0.03").multiply(BigDecimal.valueOf(i)));
            quarters.add(new History.Quarter(QUARTER.plus(i - 9), aim.multiply(share)));
        }
        return new History(quarters);
    }
}
