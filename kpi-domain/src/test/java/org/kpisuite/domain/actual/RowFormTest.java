package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.EventForm.EventMeasure;
import org.kpisuite.domain.actual.Given.Cases;
import org.kpisuite.domain.actual.Given.Constant;
import org.kpisuite.domain.actual.IntakeRules.MeasureRule;
import org.kpisuite.domain.actual.IntakeRules.PercentNotation;
import org.kpisuite.domain.actual.RowForm.Skipped;
import org.kpisuite.domain.actual.WideForm.ByMeasure;
import org.kpisuite.domain.actual.WideForm.ByPeriod;
import org.kpisuite.domain.actual.WideForm.MeasureColumn;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** What a row of a file is: a fact under other names, a line of a table, an event. */
class RowFormTest {
    private static final IntakeRules RULES =
            new IntakeRules(NumberNotation.RU, null, BigDecimal.ONE, "RUB", "CRM", null);
    private static final Given SALES = new Constant("SALES");
    private static final Given ACTUAL = WideForm.scenarioOr(null);
    private static final Set<Granularity> DAY = Set.of(Granularity.DAY);

    private final Findings findings = new Findings();

    private List<String> read(RowForm form, String... lines) {
        return read(form, RULES, lines);
    }

    private List<String> read(RowForm form, IntakeRules rules, String... lines) {
        IntakeContext context = new IntakeContext(
                new SampleCodes(), rules, Instant.parse("2026-10-05T00:00:00Z"), ZoneId.of("Europe/Moscow"));
        Intake intake = form.intake(SourceRecord.ofTexts(1, lines[0].split(";", -1)), context, findings);
        List<FactRow> facts = new ArrayList<>();
        for (int i = 1; i < lines.length && !findings.hasErrors(); i++) {
            SourceRecord record = SourceRecord.ofTexts(i + 1, lines[i].split(";", -1));
            if (!intake.skips(record)) {
                intake.read(record, facts::add);
            }
        }
        intake.finish(facts::add);
        return facts.stream()
                .map(f -> f.row() + " " + f.unit() + " " + f.measure() + " [" + f.dims() + "] " + f.period() + " "
                        + f.scenario() + " " + f.value().toPlainString())
                .toList();
    }

    private String found() {
        return findings.kept().stream()
                .map(r -> r.row() + r.code().text() + "@" + r.column() + "=" + r.value())
                .collect(Collectors.joining(" "));
    }

    private static Given column(String name, Map<String, String> values) {
        return new Given.Column(ColumnName.of(name), values, null);
    }

    @Test
    void longRows_areReadUnderOtherNames_andCodesAreTranslated() {
        LongForm form = new LongForm(
                Map.of(
                        IntakeColumn.UNIT, column("Отдел", Map.of("Отдел  Продаж", "SALES")),
                        IntakeColumn.MEASURE, column("Что", Map.of("лиды", "LEADS")),
                        IntakeColumn.PERIOD, Given.Column.of("Когда"),
                        IntakeColumn.VALUE, Given.Column.of("Сколько"),
                        IntakeColumn.SCENARIO, new Constant("PL")),
                Map.of("channel", new Constant("paid")),
                List.of("yyyyMMdd", "LLLL yyyy"),
                new Skipped(List.of("Итого*"), List.of()));
        assertThat(read(
                        form,
                        "Отдел;Что;Когда;Сколько;Лишнее",
                        "отдел продаж;Лиды;20261005;1 204,0;x",
                        "SALES;ORDERS;октябрь 2026;7;x",
                        "Итого за месяц;;;9;"))
                .containsExactly(
                        "2 SALES LEADS [channel=paid] 2026-10-05 PL 1204.0",
                        "3 SALES ORDERS [channel=paid] 2026-10 PL 7");
        assertThat(found()).isEqualTo("1W-COL-UNKNOWN@Лишнее=Лишнее");
        assertThat(read(form, "Отдел;Что;Когда;Сколько", "Склад;Лиды;20261005;1"))
                .isEmpty();
        assertThat(found()).endsWith(" 2E-UNIT-UNKNOWN@Отдел=Склад");
    }

    @Test
    void columnOfTheContract_thatIsNotRenamed_isFoundByItsHeader() {
        LongForm form = new LongForm(Map.of(IntakeColumn.UNIT, SALES), Map.of(), List.of(), Skipped.NONE);
        assertThat(read(form, "показатель;период;значение", "LEADS;2026-10;5"))
                .containsExactly("2 SALES LEADS [] 2026-10 AC 5");
        assertThat(read(form, "показатель;период", "LEADS;2026-10")).isEmpty();
        assertThat(found()).isEqualTo("1E-COL-MISSING@value=null");
    }

    @Test
    void monthsAsColumns_makeAFactEach_andAnEmptyCellMakesNone() {
        WideForm form = new WideForm(
                Given.Column.of("unit"),
                Map.of(),
                ACTUAL,
                null,
                new ByPeriod(Given.Column.of("measure"), List.of()),
                Skipped.NONE);
        assertThat(read(form, "unit;measure;Июль 2026;авг. 2026;note", "SALES;LEADS;5;;x", "SALES;ORDERS;1k;2;x"))
                .containsExactly("2 SALES LEADS [] 2026-07 AC 5");
        assertThat(found()).isEqualTo("1W-COL-UNKNOWN@note=note 2W-EMPTY@авг. 2026= 3E-NUM-SUFFIX@Июль 2026=1k");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            фев 26       | E-PERIOD-FORMAT
            Февраль      | E-PERIOD-FORMAT
            Feb. '26     | E-PERIOD-FORMAT
            26-02        | E-PERIOD-FORMAT
            2026/02      | E-PERIOD-FORMAT
            2 кв. 26     | E-PERIOD-FORMAT
            W9 26        | E-PERIOD-FORMAT
            02           | E-PERIOD-FORMAT
            2026-13      | E-PERIOD-INVALID
            01/02/2026   | E-PERIOD-AMBIGUOUS
            фервраль 2026 | W-COL-UNKNOWN
            Итого 2026   | W-COL-UNKNOWN
            Client 2     | W-COL-UNKNOWN
            IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII | W-COL-UNKNOWN
            """)
    void columnOfAMistypedPeriod_isRefused_anotherIsTold(String header, String code) {
        WideForm form = new WideForm(
                SALES, Map.of(), ACTUAL, null, new ByPeriod(new Constant("LEADS"), List.of()), Skipped.NONE);
        read(form, "янв 2026;" + header + ";март 2026", "1;2;3");
        assertThat(found()).isEqualTo("1" + code + "@" + header + "=" + header);
    }

    @Test
    void columnOfAWideTable_thatWasReadForSomethingElse_isNoPeriod() {
        WideForm form = new WideForm(
                Given.Column.of("1"),
                Map.of(),
                ACTUAL,
                null,
                new ByPeriod(new Constant("LEADS"), List.of()),
                Skipped.NONE);
        assertThat(read(form, "1;2026-01", "SALES;5")).containsExactly("2 SALES LEADS [] 2026-01 AC 5");
        assertThat(findings.total()).isZero();
    }

    @Test
    void exportOfManyColumns_tellsOfSomeThatAreNotCounted_notOfItsOwnReasons() {
        EventForm form = new EventForm(
                SALES,
                PeriodGiven.of("day"),
                Map.of(),
                null,
                List.of(),
                List.of(new EventMeasure("LEADS", Aggregate.COUNT, null, List.of(RowFilter.is("state", "won")), DAY)),
                Skipped.NONE);
        read(form, "day;state;manager;what is wrong", "2026-10-01;won;Anna;");
        assertThat(found()).isEqualTo("1W-COL-UNKNOWN@manager=manager");
        read(form, "day;state" + ";field".repeat(300));
        assertThat(findings.total()).isEqualTo(1 + 20);
    }

    @Test
    void tableWithoutPeriods_isRefused() {
        WideForm form = new WideForm(
                SALES, Map.of(), ACTUAL, null, new ByPeriod(new Constant("LEADS"), List.of()), Skipped.NONE);
        read(form, "one;two", "1;2");
        assertThat(found()).isEqualTo("1E-COL-MISSING@period=null 1W-COL-UNKNOWN@one=one 1W-COL-UNKNOWN@two=two");
    }

    @Test
    void measuresAsColumns_shareUnitPeriodAndDimensions_eachWithItsOwnScale() {
        IntakeRules thousands = new IntakeRules(
                NumberNotation.RU,
                null,
                BigDecimal.ONE,
                "RUB",
                "CRM",
                null,
                Map.of(
                        "REVENUE", new MeasureRule(new BigDecimal("1000"), null),
                        "SHARE", new MeasureRule(BigDecimal.ONE, PercentNotation.POINTS)));
        WideForm form = new WideForm(
                SALES,
                Map.of("channel", Given.Column.of("Канал")),
                ACTUAL,
                null,
                new ByMeasure(
                        PeriodGiven.of("Дата", "dd.MM.yyyy"),
                        List.of(
                                new MeasureColumn(ColumnName.of("Revenue", "Выручка, тыс."), "REVENUE", false),
                                new MeasureColumn(ColumnName.of("Доля"), "SHARE", false),
                                new MeasureColumn(ColumnName.of("Лиды"), "LEADS", true))),
                Skipped.NONE);
        assertThat(read(form, thousands, "Дата;Канал;Выручка, тыс.;Доля", "01.10.2026;ads;1,5;12,5"))
                .containsExactly(
                        "2 SALES REVENUE [channel=ads] 2026-10-01 AC 1500.0",
                        "2 SALES SHARE [channel=ads] 2026-10-01 AC 0.125");
        assertThat(findings.total()).isZero();
    }

    @Test
    void channelFollowsFromMarks_andTheirAbsenceIsNoFault() {
        Given channel = new Cases(
                List.of(
                        new Given.Case(List.of(RowFilter.is("utm_medium", "cpc", "cpm")), "paid"),
                        new Given.Case(
                                List.of(new RowFilter(
                                        ColumnName.of("utm_source"), new RowFilter.Contains(Set.of("vk")), false)),
                                "social")),
                "direct");
        EventForm form = new EventForm(
                SALES,
                PeriodGiven.of("day"),
                Map.of("channel", channel, "campaign", new Given.Column(ColumnName.of("utm_campaign"), Map.of(), "")),
                null,
                List.of(),
                List.of(new EventMeasure("LEADS", Aggregate.COUNT, null, List.of(), DAY)),
                Skipped.NONE);
        assertThat(read(
                        form,
                        "day;utm_medium;utm_source",
                        "2026-10-01;CPC ;google",
                        "2026-10-01 10:15;;vk.com",
                        "1 октября 2026 г.;;"))
                .containsExactly(
                        "2 SALES LEADS [channel=paid] 2026-10-01 AC 1",
                        "3 SALES LEADS [channel=social] 2026-10-01 AC 1",
                        "4 SALES LEADS [channel=direct] 2026-10-01 AC 1");
        assertThat(findings.total()).isZero();
    }

    @Test
    void nameOfACampaign_keepsItsText_withoutTheMarksOfStorage() {
        EventForm form = new EventForm(
                SALES,
                PeriodGiven.of("day"),
                Map.of("campaign", Given.Column.of("name")),
                null,
                List.of(),
                List.of(new EventMeasure("LEADS", Aggregate.COUNT, null, List.of(), DAY)),
                Skipped.NONE);
        assertThat(read(form, "day;name", "2026-10-01;a=\"b\""))
                .containsExactly("2 SALES LEADS [campaign=a:'b'] 2026-10-01 AC 1");
    }

    @Test
    void whatDoesNotAddUp_isGivenOnce() {
        EventForm form = new EventForm(
                SALES,
                PeriodGiven.of("day"),
                Map.of(),
                null,
                List.of(),
                List.of(new EventMeasure("USERS", Aggregate.ONE, ColumnName.of("users"), List.of(), DAY)),
                Skipped.NONE);
        assertThat(read(form, "day;users", "2026-10-01;5", "2026-10-01;5", "2026-10-02;6"))
                .containsExactly("2 SALES USERS [] 2026-10-01 AC 5", "4 SALES USERS [] 2026-10-02 AC 6");
        assertThat(found()).isEqualTo("3W-ROW-DUP@users=5");
    }

    @Test
    void twoNumbersForOneKey_areAContradiction_onBothRows() {
        EventForm form = new EventForm(
                SALES,
                PeriodGiven.of("day"),
                Map.of(),
                null,
                List.of(),
                List.of(new EventMeasure("USERS", Aggregate.ONE, ColumnName.of("users"), List.of(), DAY)),
                Skipped.NONE);
        assertThat(read(form, "day;users", "2026-10-02;6", "2026-10-01;5", "2026-10-01;7"))
                .containsExactly("2 SALES USERS [] 2026-10-02 AC 6");
        assertThat(found()).isEqualTo("3E-ROW-CONFLICT@users=5 4E-ROW-CONFLICT@users=7");
    }

    @Test
    void countThatFallsBackToNothing_isToldAsZero_whereTheProfileSaysSo() {
        EventMeasure won = new EventMeasure(
                "DEALS_WON_COHORT",
                Aggregate.COUNT,
                null,
                null,
                List.of(RowFilter.is("state", "won")),
                DAY,
                true,
                null,
                BigDecimal.ONE);
        EventMeasure silent =
                new EventMeasure("ORDERS", Aggregate.COUNT, null, List.of(RowFilter.is("state", "won")), DAY);
        EventForm form = new EventForm(
                SALES, PeriodGiven.of("day"), Map.of(), null, List.of(), List.of(won, silent), Skipped.NONE);
        assertThat(read(form, "day;state", "2026-10-01;lost"))
                .containsExactly("2 SALES DEALS_WON_COHORT [] 2026-10-01 AC 0");
    }

    @Test
    void entriesOfOneMeasure_areAdded_withTheirSigns() {
        EventForm form = new EventForm(
                SALES,
                PeriodGiven.of("day"),
                Map.of(),
                null,
                List.of(),
                List.of(
                        new EventMeasure("REVENUE", Aggregate.SUM, ColumnName.of("gross"), List.of(), DAY),
                        new EventMeasure(
                                "REVENUE",
                                Aggregate.SUM,
                                ColumnName.of("tax"),
                                null,
                                List.of(),
                                DAY,
                                false,
                                null,
                                new BigDecimal("-1"))),
                Skipped.NONE);
        assertThat(read(form, "day;gross;tax", "2026-10-01;1 200,60;200,10"))
                .containsExactly("2 SALES REVENUE [] 2026-10-01 AC 1000.50");
    }

    @Test
    void monthOfAnEvent_isNoDay() {
        EventForm form = new EventForm(
                SALES,
                PeriodGiven.of("month"),
                Map.of(),
                null,
                List.of(),
                List.of(new EventMeasure("LEADS", Aggregate.COUNT, null, List.of(), DAY)),
                Skipped.NONE);
        read(form, "month", "2026-09");
        assertThat(found()).isEqualTo("2E-GRAIN-COARSE@month=2026-09");
    }

    @Test
    void currencyOfTheUnit_isTaken_anotherColumnIsHeldAgainstIt() {
        IntakeRules ofUnit = new IntakeRules(NumberNotation.RU, null, BigDecimal.ONE, "UNIT", "CRM", null);
        EventForm form = new EventForm(
                SALES,
                PeriodGiven.of("day"),
                Map.of(),
                new Given.Column(ColumnName.of("cur"), Map.of("", "UNIT"), null),
                List.of(),
                List.of(new EventMeasure("REVENUE", Aggregate.SUM, ColumnName.of("sum"), List.of(), DAY)),
                Skipped.NONE);
        assertThat(read(form, ofUnit, "day;sum;cur", "2026-10-01;5;", "2026-10-01;6;RUB"))
                .containsExactly("2 SALES REVENUE [] 2026-10-01 AC 11");
        read(form, ofUnit, "day;sum;cur", "2026-10-01;5;USD");
        assertThat(found()).isEqualTo("2E-CUR-MISMATCH@sum=5");
    }

    @Test
    void unitThatIsAskedFor_isTold() {
        WideForm asks = new WideForm(
                new Given.Asked(),
                Map.of(),
                ACTUAL,
                null,
                new ByPeriod(new Constant("LEADS"), List.of()),
                Skipped.NONE);
        assertThat(asks.asksUnit()).isTrue();
        assertThat(read(asks.ofUnit(Optional.of("SALES")), "2026-07;2026-08", "1;2"))
                .containsExactly("2 SALES LEADS [] 2026-07 AC 1", "2 SALES LEADS [] 2026-08 AC 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20261005            | yyyyMMdd                    | 2026-10-05
            2026-10-05          | yyyyMMdd                    | 2026-10-05
            05.10.2026          | yyyyMMdd                    | E-PERIOD-FORMAT
            20261305            | yyyyMMdd                    | E-PERIOD-INVALID
            20260230            | yyyyMMdd                    | E-PERIOD-INVALID
            2026-02-30          | yyyyMMdd                    | E-PERIOD-INVALID
            31.04.2026 25:00    | dd.MM.yyyy HH:mm            | E-PERIOD-INVALID
            2026023             | yyyyMMdd                    | E-PERIOD-FORMAT
            Oct 5, 2026 09:30 am | MMM d, yyyy hh:mm a        | 2026-10-05
            5 октября 2026      | d MMMM yyyy                 | 2026-10-05
            10/05/2026          | MM/dd/yyyy                  | 2026-10-05
            2026-10-04T22:30:00Z | yyyy-MM-dd'T'HH:mm:ssXXX   | 2026-10-05
            10.2026             | MM.yyyy                     | 2026-10
            05.10.2026 9:30     |                             | 2026-10-05
            2026-10-05T09:30:15 |                             | 2026-10-05
            5 октября 2026 г.   |                             | 2026-10-05
            31 сентября 2026    |                             | E-PERIOD-INVALID
            14 September 2026   |                             | 2026-09-14
            Q4 2026             |                             | 2026-Q4
            10/05/2026          |                             | E-PERIOD-AMBIGUOUS
            """)
    void date_isReadByPatternOrNotation(String text, String pattern, String expected) {
        PeriodIntake notation = new PeriodIntake(CompanyCalendar.STANDARD, null);
        List<String> patterns = pattern == null ? List.of() : List.of(pattern);
        Reading<Period> reading = new DateIntake(patterns, ZoneId.of("Europe/Moscow"), notation::read).read(text);
        String read = reading instanceof Reading.Refused<Period> refused
                ? refused.refusal().code().text()
                : ((Reading.Value<Period>) reading).value().code();
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void dateCell_isItsDay_whateverThePattern() {
        DateIntake dates = new DateIntake(List.of("yyyyMMdd"), ZoneId.of("Europe/Moscow"), t -> {
            throw new AssertionError(t);
        });
        assertThat(dates.read("05.10.2026 0:00", Optional.of(LocalDate.of(2026, 10, 5))))
                .isEqualTo(Reading.of(Period.parse("2026-10-05")));
    }

    @ParameterizedTest
    @CsvSource({"Дата,true", "дата,true", "DATE,true", "Дата визита,false", "How likely to recommend us,true"})
    void column_isKnownByItsNames(String header, boolean known) {
        ColumnName column = ColumnName.of("Date", "Дата", "*recommend*");
        assertThat(column.isIn(List.of(header))).isEqualTo(known);
    }
}
