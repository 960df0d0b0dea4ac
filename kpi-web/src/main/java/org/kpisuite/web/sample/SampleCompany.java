package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * A furniture trader with four departments, invented from a fixed seed: at least three years and eight weeks of figures
 * up to a Sunday, and plans of the last eight quarters.
 *
 * <p>What there is to find: leads go six weeks ahead of revenue; the clicks of one month were never delivered; part of a
 * month's revenue was corrected; the online shop misses its plan.
 */
public final class SampleCompany {
    static final int QUARTERS_PLANNED = 8;

    private static final int RESTATED_MONTHS_AGO = 2;
    private static final int MISSING_MONTHS_AGO = 3;
    private static final BigDecimal KEPT_AFTER_RETURNS = new BigDecimal("0.931");

    private final LocalDate lastSunday;
    private final List<Fact> delivered;
    private final List<Fact> restated;

    private SampleCompany(LocalDate lastSunday) {
        this.lastSunday = lastSunday;
        Trade trade = new Trade(lastSunday);
        Span span = Span.endingOn(lastSunday);
        List<Fact> all = Stream.of(
                        new Marketing(trade, span).figures(),
                        new Brand(trade, span).figures(),
                        new Cohorts(trade, span).figures(),
                        new Sales(trade, span).figures(),
                        new Shop(trade, span).figures(),
                        new Service(span).figures())
                .flatMap(f -> f.facts().stream())
                .toList();
        this.delivered = all.stream().filter(f -> !isMissing(f)).toList();
        this.restated = all.stream()
                .filter(this::isRestated)
                .map(f -> f.withValue(f.value().multiply(KEPT_AFTER_RETURNS).setScale(2, RoundingMode.HALF_UP)))
                .toList();
    }

    /**
     * The company as its figures stand on a Sunday evening.
     *
     * @throws IllegalArgumentException for another day of the week
     */
    public static SampleCompany until(LocalDate lastSunday) {
        if (lastSunday.getDayOfWeek() != DayOfWeek.SUNDAY) {
            throw new IllegalArgumentException(lastSunday + " is no Sunday");
        }
        return new SampleCompany(lastSunday);
    }

    public LocalDate lastSunday() {
        return lastSunday;
    }

    /** The quarter in which the last Sunday lies. */
    public Period quarter() {
        return Period.of(Granularity.QUARTER, lastSunday);
    }

    /** The month whose clicks were never delivered. */
    public Period missingMonth() {
        return Period.of(Granularity.MONTH, lastSunday).plus(-MISSING_MONTHS_AGO);
    }

    /** The month of which part was corrected. */
    public Period restatedMonth() {
        return Period.of(Granularity.MONTH, lastSunday).plus(-RESTATED_MONTHS_AGO);
    }

    private boolean isMissing(Fact f) {
        return f.unit().equals(Marketing.UNIT)
                && f.measure().equals("CLICKS")
                && missingMonth().contains(f.period().start());
    }

    private boolean isRestated(Fact f) {
        return f.unit().equals(Sales.UNIT)
                && f.measure().equals("REVENUE")
                && restatedMonth().contains(f.period().start())
                && f.period().start().getDayOfMonth() >= 10;
    }

    /** As first delivered, before any correction. */
    List<Fact> delivered() {
        return delivered;
    }

    /** The corrections. */
    List<Fact> restated() {
        return restated;
    }

    /** As they stand after the corrections. */
    List<Fact> current() {
        Iterator<Fact> corrections = restated.iterator();
        return delivered.stream()
                .map(f -> isRestated(f) ? corrections.next() : f)
                .toList();
    }

    /** What is imported, in this order; the last one corrects what came before. */
    List<CsvFile> files() {
        return List.of(
                file("marketing-daily.csv", CsvFile.Layout.COMMA, f -> isDaily(f, Marketing.UNIT)),
                file("leads-by-channel.csv", CsvFile.Layout.BY_CHANNEL, f -> isByChannel(f, Marketing.UNIT)),
                file("shop-by-channel.csv", CsvFile.Layout.BY_CHANNEL, f -> isByChannel(f, Shop.UNIT)),
                file("продажи-по-дням.csv", CsvFile.Layout.RUSSIAN, f -> isDaily(f, Sales.UNIT)),
                file("online-daily.tsv", CsvFile.Layout.TAB, f -> isDaily(f, Shop.UNIT)),
                file("сервис-по-дням.csv", CsvFile.Layout.RUSSIAN, f -> isDaily(f, Service.UNIT)),
                file("weekly-states.csv", CsvFile.Layout.COMMA, f -> is(f, Granularity.WEEK)),
                file("по-месяцам.csv", CsvFile.Layout.RUSSIAN, f -> is(f, Granularity.MONTH)),
                file("quarterly-counts.csv", CsvFile.Layout.COMMA, f -> is(f, Granularity.QUARTER)),
                CsvFile.of("sales-corrected-" + restatedMonth() + ".csv", CsvFile.Layout.CORRECTION, restated));
    }

    private CsvFile file(String name, CsvFile.Layout layout, Predicate<Fact> which) {
        return CsvFile.of(name, layout, delivered.stream().filter(which).toList());
    }

    private static boolean isByChannel(Fact f, String unit) {
        return f.unit().equals(unit) && !f.channel().isEmpty();
    }

    private static boolean isDaily(Fact f, String unit) {
        return f.unit().equals(unit) && is(f, Granularity.DAY) && f.channel().isEmpty();
    }

    private static boolean is(Fact f, Granularity granularity) {
        return f.period().granularity() == granularity;
    }

    /** Plans of all departments for the last eight quarters, the running one included, oldest first. */
    List<DepartmentPlan> plans() {
        Targets targets = new Targets(new PastValues(current(), lastSunday), this);
        List<DepartmentPlan> plans = new ArrayList<>();
        for (int ago = QUARTERS_PLANNED - 1; ago >= 0; ago--) {
            Period quarter = quarter().plus(-ago);
            Unit.DEPARTMENTS.forEach(u -> plans.add(targets.plan(u.code(), quarter)));
        }
        return plans;
    }

    /** A file as it should not be: what it is refused for stands in its last column. */
    CsvFile badFile() {
        String text = """
                unit,measure,period,value,currency,source
                MARKETNIG,LEADS,2026-05-10,61,,CRM
                MARKETING,LEDAS,2026-05-10,61,,CRM
                MARKETING,LEADS,10/05/2026,61,,CRM
                MARKETING,LEADS,2026-02-30,61,,CRM
                MARKETING,LEADS,2026-05-11,"61,5",,CRM
                MARKETING,LEADS,2026-05-12,-4,,CRM
                SALES,REVENUE,2026-05-12,"1,5 млн",RUB,FINANCE
                SALES,CAC,2026-05-12,4900,RUB,FINANCE
                """;
        return new CsvFile("bad.csv", text, 8);
    }
}
