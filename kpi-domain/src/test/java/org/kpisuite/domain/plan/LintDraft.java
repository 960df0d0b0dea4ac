package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;

/** A plan that breaks no rule until a test changes it, with the past that its items had. */
final class LintDraft {
    static final Period QUARTER = SamplePlan.QUARTER;

    final Catalogue catalogue;
    String stage = "GROWTH";
    Optional<String> unitStage = Optional.empty();
    Optional<LintEvidence.Before> before = Optional.empty();
    WorkingDays workingDays = WorkingDays.MONDAY_TO_FRIDAY;
    List<Consultation> consultations =
            new ArrayList<>(List.of(new Consultation("Anna, Boris", LocalDate.of(2026, 9, 1), "three KPIs")));
    final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, LintEvidence.Past> past = new HashMap<>();

    LintDraft(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Leads gated by quality, lead quality, CAC: 40, 30, 30. */
    static LintDraft clean() {
        return clean(SamplePlan.CATALOGUE);
    }

    static LintDraft clean(Catalogue catalogue) {
        return new LintDraft(catalogue)
                .with("LEADS", "40", "target=1000", i -> i.text("qualityPair", "LEAD_QUALITY"))
                .with("LEAD_QUALITY", "30", "target=0.22", i -> i)
                .with("CAC", "30", "target=100 floor=130 stretch=80", i -> i);
    }

    /** One item while it is written. */
    static final class Item {
        private final String key;
        Usage usage = Usage.EVAL;
        String weight;
        String marks;
        Controllability control = Controllability.FULL;
        Gate gate;
        BigDecimal goal;
        BigDecimal factor;
        final Map<String, String> texts =
                new HashMap<>(Map.of("goalLink", "Revenue of the company", "dataSource", "CRM"));

        private Item(String key, String weight, String marks) {
            this.key = key;
            this.weight = weight;
            this.marks = marks;
        }

        Item text(String name, String value) {
            texts.put(name, value);
            return this;
        }

        Item without(String name) {
            texts.remove(name);
            return this;
        }

        Item usage(Usage other) {
            usage = other;
            return this;
        }

        Item control(Controllability other) {
            control = other;
            return this;
        }

        Item gate(Gate other) {
            gate = other;
            return this;
        }

        Item marks(String other) {
            marks = other;
            return this;
        }

        Item weight(String other) {
            weight = other;
            return this;
        }

        Item goal(String value, String times) {
            goal = new BigDecimal(value);
            factor = new BigDecimal(times);
            return this;
        }

        private PlanItem made(Catalogue catalogue) {
            int bracket = key.indexOf('[');
            String code = bracket < 0 ? key : key.substring(0, bracket);
            Map<String, String> dims =
                    bracket < 0 ? Map.of() : Dimensions.parse(key.substring(bracket + 1, key.length() - 1));
            PlanItem item = new PlanItem(
                    catalogue.indicator(code).orElseThrow(),
                    dims,
                    usage,
                    new BigDecimal(weight),
                    SamplePlan.marks(marks),
                    TargetPhasing.LINEAR_DAYS,
                    control,
                    texts);
            return item.with(gate).withGoal(goal, factor);
        }
    }

    LintDraft with(String key, String weight, String marks, UnaryOperator<Item> change) {
        items.put(key, change.apply(new Item(key, weight, marks)));
        return this;
    }

    LintDraft with(String key, UnaryOperator<Item> change) {
        items.put(key, change.apply(items.get(key)));
        return this;
    }

    LintDraft metric(String key, String explains) {
        return with(key, "0", "", i -> i.usage(Usage.DIAG).without("goalLink").text("explains", explains));
    }

    LintDraft without(String key) {
        items.remove(key);
        return this;
    }

    /** Values of the quarters before, oldest first, a dash for none; delivered by the week without a gap. */
    LintDraft history(String key, String values) {
        List<History.Quarter> quarters = new ArrayList<>();
        String[] texts = values.isBlank() ? new String[0] : values.strip().split(" +");
        for (int i = 0; i < texts.length; i++) {
            BigDecimal value = texts[i].equals("-") ? null : new BigDecimal(texts[i]);
            quarters.add(new History.Quarter(QUARTER.plus(i - texts.length), value));
        }
        LintEvidence.Past p = pastOf(key);
        past.put(key, new LintEvidence.Past(new History(quarters), p.months(), p.delivery(), p.gate()));
        return this;
    }

    /** By a length of periods, of the last eight those with a value marked 1: {@code 11110000}. */
    LintDraft delivered(String key, Granularity granularity, String periods) {
        LintEvidence.Past p = pastOf(key);
        past.put(key, new LintEvidence.Past(p.history(), p.months(), delivery(granularity, periods), p.gate()));
        return this;
    }

    LintDraft months(String key, Double... values) {
        List<BigDecimal> months = Arrays.stream(values)
                .map(v -> v == null ? null : BigDecimal.valueOf(v))
                .toList();
        LintEvidence.Past p = pastOf(key);
        past.put(key, new LintEvidence.Past(p.history(), months, p.delivery(), p.gate()));
        return this;
    }

    LintDraft gate(String key, Map<String, Delivery> gate) {
        LintEvidence.Past p = pastOf(key);
        past.put(key, new LintEvidence.Past(p.history(), p.months(), p.delivery(), gate));
        return this;
    }

    private LintEvidence.Past pastOf(String key) {
        return past.getOrDefault(
                key,
                new LintEvidence.Past(
                        new History(List.of()),
                        Collections.emptyList(),
                        delivery(Granularity.WEEK, "11111111"),
                        Map.of()));
    }

    static Delivery delivery(Granularity granularity, String periods) {
        return new Delivery(granularity, periods.chars().mapToObj(c -> c == '1').toList());
    }

    List<Finding> findings() {
        PlanContent content = new PlanContent(
                stage,
                items.values().stream().map(i -> i.made(catalogue)).toList(),
                List.of(),
                consultations,
                List.of());
        return PlanLint.of(content, QUARTER, catalogue, new LintEvidence(workingDays, past, before, unitStage));
    }

    /** {@code L05 ERROR CAC goalLink}, in order; of the whole plan {@code L20 WARN - consultations}. */
    List<String> found() {
        return findings().stream()
                .map(f -> f.code() + " " + f.severity() + " " + (f.item() == null ? "-" : f.item()) + " " + f.field())
                .toList();
    }

    /** The sentences of one rule. */
    List<String> english(String code) {
        return sentences(code).map(f -> f.message(Messages.EN)).toList();
    }

    List<String> russian(String code) {
        return sentences(code).map(f -> f.message(Messages.RU)).toList();
    }

    private Stream<Finding> sentences(String code) {
        return findings().stream().filter(f -> f.code().equals(code));
    }
}
