package org.kpisuite.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanLint;
import org.kpisuite.domain.plan.RoleTemplate;

/** Every role template becomes a plan of the sample company in one step (domain specification §1.5). */
class RoleTemplatesTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final Map<LocalDate, PastValues> PAST = new HashMap<>();

    /** What is known after a day, of data that end on the Sunday before. */
    private static PastValues past(LocalDate lastDay) {
        LocalDate sunday = lastDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return PAST.computeIfAbsent(
                lastDay, d -> new PastValues(SampleCompany.until(sunday).current(), d));
    }

    private static Plan plan(String unit, RoleTemplate template, LocalDate lastDay, Period quarter) {
        Plan thought = new Plan(unit, quarter, "author");
        thought.edit(new PlanContent(null, template.items(CATALOGUE, Messages.EN), List.of()), "author");
        Plan plan = new Plan(unit, quarter, "author");
        Map<String, List<BigDecimal>> history = past(lastDay).past(thought).histories(thought).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, h -> h.getValue().recent()));
        List<PlanItem> items = template.items(CATALOGUE, Messages.EN, history);
        plan.edit(new PlanContent(null, items, List.of()), "author");
        return plan;
    }

    private static List<Finding> findings(Plan plan, LocalDate lastDay) {
        return PlanLint.of(
                plan.written(),
                plan.period(),
                CATALOGUE,
                past(lastDay).past(plan).evidence(plan));
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD_OF_MARKETING, MARKETING, 2026-11-15, 2027-Q1",
        "PERFORMANCE,       MARKETING, 2026-11-15, 2027-Q1",
        "BRAND_PR,          MARKETING, 2026-11-15, 2027-Q1",
        "SMM,               MARKETING, 2026-11-15, 2027-Q1",
        "CRM_EMAIL,         ONLINE,    2026-11-15, 2027-Q1",
        "SALES,             SALES,     2026-11-15, 2027-Q1",
        "HEAD_OF_MARKETING, MARKETING, 2027-01-03, 2027-Q1",
        "SMM,               MARKETING, 2027-01-03, 2026-Q4",
        "CRM_EMAIL,         ONLINE,    2027-01-03, 2027-Q2",
        "PERFORMANCE,       MARKETING, 2026-11-20, 2026-Q4",
        "BRAND_PR,          MARKETING, 2026-11-21, 2026-Q4",
        "SALES,             SALES,     2027-01-01, 2027-Q1"
    })
    void everyTemplate_onItsDepartment_breaksNoRule_andHasAllItsTargets(
            String code, String unit, LocalDate lastDay, String quarter) {
        Plan plan = plan(unit, RoleTemplate.of(code), lastDay, Period.parse(quarter));

        assertThat(findings(plan, lastDay)).noneMatch(f -> f.severity() == Severity.ERROR);
        assertThat(plan.items())
                .filteredOn(i -> i.usage() == Usage.EVAL)
                .allSatisfy(i -> assertThat(i.marks().aim()).as(i.key()).isPositive());
    }

    @Test
    void target_isTheMeanOfTheLastFourQuarters_floorAndStretchATenthAside() {
        Plan plan = plan("SALES", RoleTemplate.of("SALES"), LocalDate.of(2026, 11, 15), Period.parse("2027-Q1"));
        BigDecimal sum = List.of("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3").stream()
                .map(q -> past(LocalDate.of(2026, 11, 15))
                        .value("SALES", "REVENUE", Period.parse(q))
                        .orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, BigDecimal> marks =
                plan.item("REVENUE").orElseThrow().marks().values();

        BigDecimal mean = sum.divide(BigDecimal.valueOf(4));
        assertThat(marks.get("target").subtract(mean).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
        assertThat(marks.get("floor")
                        .subtract(marks.get("target").multiply(new BigDecimal("0.9")))
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.5"));
        assertThat(marks.get("stretch")
                        .subtract(marks.get("target").multiply(new BigDecimal("1.1")))
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.5"));
    }

    @Test
    void departmentWithoutThePast_hasNoTarget_andIsToldSo() {
        Plan plan = plan("SERVICE", RoleTemplate.of("SALES"), LocalDate.of(2026, 11, 15), Period.parse("2027-Q1"));

        assertThat(plan.item("REVENUE").orElseThrow().marks().aim()).isNull();
        assertThat(PlanLint.of(plan, CATALOGUE).stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .collect(Collectors.groupingBy(Finding::code, Collectors.counting())))
                .isEqualTo(Map.of("L04", 3L));
    }
}
