package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.IntakeRules.PercentNotation;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/** A row, all that is wrong with it, and what it becomes. Today is 2026-10-05 in Moscow. */
class RowIntakeTest {
    private static final Instant NOW = Instant.parse("2026-10-04T22:30:00Z");
    private static final String HEADER =
            "unit;measure;period;value;currency;dim.channel;scenario;source;op;reason;asOf";

    private final Findings findings = new Findings();
    private final List<FactRow> facts = new ArrayList<>();

    private static IntakeRules rules(PercentNotation percentAs, String currency) {
        return new IntakeRules(NumberNotation.AUTO, percentAs, BigDecimal.ONE, currency, IntakeRules.MANUAL, null);
    }

    private Intake read(IntakeRules rules, String header, String... rows) {
        IntakeContext context = new IntakeContext(new SampleCodes(), rules, NOW, ZoneId.of("Europe/Moscow"));
        Header columns = Header.read(
                SourceRecord.ofTexts(1, header.split(";", -1)), context.codes().dimensions(), findings);
        Intake intake = new RowIntake(columns, context, findings);
        int number = 1;
        for (String row : rows) {
            intake.read(SourceRecord.ofTexts(++number, row.split(";", -1)), facts::add);
        }
        intake.finish(facts::add);
        return intake;
    }

    private String found() {
        return findings.kept().stream().map(r -> r.code() + "@" + r.column()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SALES;LEADS;2026-09;12;;;;;;;                 | SALES LEADS '' 2026-09 AC MANUAL 12
            SALES;LEADS;2026-10-05;12;;;;;;;              | SALES LEADS '' 2026-10-05 AC MANUAL 12
            SALES;LEADS;2026-10-06;12;;;;;;;              | E-PERIOD-FUTURE@period
            SALES;LEADS;2026-Q4;12;;;;;;;                 | SALES LEADS '' 2026-Q4 AC MANUAL 12
            SALES;LEADS;2026-11;12;;;PL;;;;               | SALES LEADS '' 2026-11 PL MANUAL 12
            SALES;LEADS;2026-09;12;;;XX;;;;               | E-SCENARIO@scenario
            SALES;LEADS;2026-09;12;;social;;CRM;;;        | SALES LEADS 'channel=social' 2026-09 AC CRM 12
            SALES;LEADS;2026-09;12;;a=b;;;;;              | E-FIELD-VALUE@dim.channel
            SALES;LEADS;2026-09;12;;;;CRN;;;              | E-SOURCE-UNKNOWN@source
            SALE;LEADS;2026-09;12;;;;;;;                  | E-UNIT-UNKNOWN@unit
            FINANCE;LEADS;2026-09;12;;;;;;;               | E-UNIT-FORBIDDEN@unit
            SALES;LEEDS;2026-09;12;;;;;;;                 | E-MEASURE-UNKNOWN@measure
            SALES;QUAL_RATE;2026-09;12;;;;;;;             | E-MEASURE-COMPUTED@measure
            SALES;LEADS;10/05/2026;12;;;;;;;              | E-PERIOD-AMBIGUOUS@period
            SALES;LEADS;2026-02-30;12;;;;;;;              | E-PERIOD-INVALID@period
            SALES;DAILY;2026-09;12;;;;;;;                 | E-GRAIN-COARSE@period
            SALES;DAILY;2026-09-01;12;;;;;;;              | SALES DAILY '' 2026-09-01 AC MANUAL 12
            SALES;LEADS;2026-09;-12;;;;;;;                | E-NUM-NEGATIVE@value
            SALES;LEADS;2026-09;12.5;;;;;;;               | E-NUM-INTEGER@value
            SALES;LEADS;2026-09;1.00000000004;;;;;;;      | E-NUM-INTEGER@value
            SALES;LEADS;2026-09;-0.00000000001;;;;;;;     | E-NUM-NEGATIVE@value
            SALES;LEADS;2026-09;12.0;;;;;;;               | SALES LEADS '' 2026-09 AC MANUAL 12.0
            SALES;LEADS;2026-09;1,234;;;;;;;              | E-NUM-AMBIGUOUS@value
            SALES;LEADS;2026-09;10k;;;;;;;                | E-NUM-SUFFIX@value
            SALES;LEADS;2026-09;12%;;;;;;;                | E-NUM-FORMAT@value
            SALES;LEADS;2026-09;12 ₽;;;;;;;               | E-CUR-MISMATCH@value
            SALES;LEADS;2026-09;;;;;;;;                   | W-EMPTY@value
            SALES;LEADS;2026-09;н/д;;;;;;;                | W-EMPTY@value
            SALES;REVENUE;2026-09;12.5;;;;;;;             | E-CUR-MISSING@currency
            SALES;REVENUE;2026-09;12.5;RUB;;;;;;          | SALES REVENUE '' 2026-09 AC MANUAL 12.5
            SALES;REVENUE;2026-09;-12.5;RUB;;;;;;         | SALES REVENUE '' 2026-09 AC MANUAL -12.5
            SALES;REVENUE;2026-09;12.5;USD;;;;;;          | E-CUR-MISMATCH@currency
            SALES;FEES_USD;2026-09;12.5;USD;;;;;;         | SALES FEES_USD '' 2026-09 AC MANUAL 12.5
            SALES;FEES_USD;2026-09;12.5;RUB;;;;;;         | E-CUR-MISMATCH@currency
            SALES;REVENUE;2026-09;1 000 ₽;RUB;;;;;;       | SALES REVENUE '' 2026-09 AC MANUAL 1000
            SALES;REVENUE;2026-09;$100;RUB;;;;;;          | E-CUR-MISMATCH@value
            SALES;REVENUE;2026-09;1.23456789015;RUB;;;;;; | SALES REVENUE '' 2026-09 AC MANUAL 1.2345678902 W-NUM-SCALE@value
            SALES;REVENUE;2026-09;1234567890123456789;RUB;;;;;; | E-LIMIT@value
            SALES;SHARE;2026-09;12,5%;;;;;;;              | SALES SHARE '' 2026-09 AC MANUAL 0.125
            SALES;SHARE;2026-09;12.5;;;;;;;               | E-PCT-AMBIGUOUS@value
            SALES;LEADS;2026-09;;;;;;DELETE;a mistake;    | SALES LEADS '' 2026-09 AC MANUAL deleted
            SALES;LEADS;2026-09;;;;;;DELETE;;             | E-REASON-MISSING@reason
            SALES;LEADS;2026-09;12;;;;;DROP;;             | E-FIELD-VALUE@op
            SALES;LEADS;2026-09;12;;;;;;;soon             | E-FIELD-VALUE@asOf
            SALES;LEADS;2026-09;12;;;;;;;+999999999-01-01T00:00:00Z | E-FIELD-VALUE@asOf
            SALES;LEADS;2026-09;;;;;;DROP;;               | E-FIELD-VALUE@op
            SALES;LEADS;0000-09;12;;;;;;;                 | E-PERIOD-INVALID@period
            SALES;LEADS;9999;12;;;PL;;;;                  | E-PERIOD-INVALID@period
            SALE;LEEDS;2025-W53;1,234;;;XX;;;;            | E-NUM-AMBIGUOUS@value E-MEASURE-UNKNOWN@measure E-UNIT-UNKNOWN@unit E-PERIOD-INVALID@period E-SCENARIO@scenario
            """)
    void row_isThatFact_orRefusedByThoseCodes(String row, String expected) {
        read(rules(null, null), HEADER, row);
        String told = facts.stream().map(RowIntakeTest::told).collect(Collectors.joining());
        assertThat((told + " " + found()).strip()).isEqualTo(expected.strip());
    }

    private static String told(FactRow f) {
        return "%s %s '%s' %s %s %s %s"
                .formatted(
                        f.unit(),
                        f.measure(),
                        f.dims(),
                        f.period(),
                        f.scenario(),
                        f.source(),
                        f.isDelete() ? "deleted" : f.value().toPlainString());
    }

    @ParameterizedTest
    @CsvSource({
        "POINTS, 12.5, 0.125, ''",
        "POINTS, 0.5, 0.005, W-PCT-SMALL@value",
        "FRACTION, 0.125, 0.125, ''",
        "FRACTION, 12.5%, 0.125, ''"
    })
    void percentage_isReadAsTheProfileSays(PercentNotation percentAs, String text, String value, String warning) {
        read(rules(percentAs, null), "unit;measure;period;value", "SALES;SHARE;2026-09;" + text);
        assertThat(facts.get(0).value()).isEqualByComparingTo(value);
        assertThat(found()).isEqualTo(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "1;4, 0.25, ''",
        "5;4, , E-RATIO-RANGE@num",
        "1;0, , E-RATIO-RANGE@num",
        "1;, , E-RATIO-PAIR@den",
        ";4, , E-RATIO-PAIR@num"
    })
    void share_isItsNumeratorByItsDenominator(String parts, String value, String found) {
        read(rules(null, null), "unit;measure;period;num;den", "SALES;SHARE;2026-09;" + parts);
        assertThat(found()).isEqualTo(found);
        if (value != null) {
            assertThat(facts.get(0).value()).isEqualByComparingTo(value);
        }
    }

    @Test
    void currencyOfTheProfile_holdsWhereRowsDoNotSay() {
        read(rules(null, "RUB"), "unit;measure;period;value", "SALES;REVENUE;2026-09;12.5");
        assertThat(facts).hasSize(1);
        assertThat(found()).isEmpty();
    }

    @Test
    void multiplierOfTheProfile_scalesEachNumber() {
        IntakeRules thousands =
                new IntakeRules(NumberNotation.RU, null, BigDecimal.valueOf(1000), "RUB", IntakeRules.MANUAL, null);
        read(thousands, "unit;measure;period;value", "SALES;REVENUE;2026-09;12,5");
        assertThat(facts.get(0).value()).isEqualByComparingTo("12500");
    }

    @Test
    void unknownCodes_suggestTheNearest() {
        read(rules(null, null), HEADER, "SAELS;LEEDS;2026-09;1;;;;;;;", "sales;REVNEUE;2026-09;1;RUB;;;;;;");
        assertThat(findings.kept())
                .extracting(Refusal::suggestion)
                .containsExactly("LEADS", "SALES", "REVENUE", "SALES");
    }

    @Test
    void findings_nameRowColumnAndGivenText() {
        read(rules(null, null), HEADER, "SALES;LEADS;2026-09;12;;;;;;;", "SALES;LEADS;10/05/2026;12;;;;;;;");
        assertThat(findings.kept())
                .containsExactly(new Refusal(
                        Code.E_PERIOD_AMBIGUOUS, 3, "period", "10/05/2026", null, List.of("2026-10-05", "2026-05-10")));
    }

    @Test
    void russianHeader_isUnderstood() {
        read(
                rules(null, null),
                "Подразделение;ПОКАЗАТЕЛЬ;период;значение;разрез.канал;Внешний\u00a0ключ",
                "SALES;LEADS;окт. 2026;12;social;7");
        assertThat(found()).isEmpty();
        assertThat(facts.get(0).dims()).isEqualTo("channel=social");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit;measure;period;vaule       | W-COL-UNKNOWN@vaule E-COL-MISSING@value
            unit;measure;period;num         | E-COL-MISSING@value
            unit;measure;period;value;value | E-COL-DUPLICATE@value
            unit;measure;period;value;dim.color | E-DIM-UNKNOWN@dim.color
            a;b                             | W-COL-UNKNOWN@a W-COL-UNKNOWN@b E-COL-MISSING@unit E-COL-MISSING@measure E-COL-MISSING@period E-COL-MISSING@value
            """)
    void header_isRefusedByThoseCodes(String header, String expected) {
        Header.read(SourceRecord.ofTexts(1, header.split(";", -1)), new SampleCodes().dimensions(), findings);
        assertThat(findings.kept())
                .extracting(r -> r.code() + "@" + r.column())
                .containsExactlyInAnyOrder(expected.split(" "));
        assertThat(findings.kept()).allMatch(r -> r.row() == 1);
    }

    @Test
    void missingColumn_suggestsTheMistypedOne() {
        Header.read(
                SourceRecord.ofTexts(1, "unit;measure;period;vaule".split(";")),
                new SampleCodes().dimensions(),
                findings);
        assertThat(findings.kept()).anyMatch(r -> r.code() == Code.E_COL_MISSING && "vaule".equals(r.suggestion()));
    }

    @Test
    void rowsAreTallied_emptyAndRefused() {
        Intake intake = read(
                rules(null, null),
                "unit;measure;period;value",
                "SALES;LEADS;2026-09;1",
                "SALES;LEADS;2026-08;",
                "X;LEADS;2026-09;1",
                "Y;Z;2026;q");
        assertThat(intake.tally().empty()).isEqualTo(1);
        assertThat(intake.tally().refused()).isEqualTo(2);
    }

    @Test
    void bareDateOfExtraction_isTheMidnightAfterIt() {
        read(rules(null, null), HEADER, "SALES;LEADS;2026-09;12;;;;;;;2026-10-01", "SALES;LEADS;2026-08;12;;;;;;;");
        assertThat(facts).extracting(FactRow::asOf).containsExactly(Instant.parse("2026-10-01T21:00:00Z"), NOW);
    }

    /** What a workbook or JSON says exactly is not read by the rules of notation again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LEADS   | 1.000   | 1.000 | false | SALES LEADS '' 2026-09 AC MANUAL 1.000
            REVENUE | 1.234   | 1.234 | false | SALES REVENUE '' 2026-09 AC MANUAL 1.234
            REVENUE | 1E+3    | 1000  | false | SALES REVENUE '' 2026-09 AC MANUAL 1000
            LEADS   | 1.5     | 1.5   | false | E-NUM-INTEGER@value
            LEADS   | -1      | -1    | false | E-NUM-NEGATIVE@value
            SHARE   | 0.125   | 12.5% | true  | SALES SHARE '' 2026-09 AC MANUAL 0.125
            SHARE   | 12.5    | 12.5  | false | E-PCT-AMBIGUOUS@value
            LEADS   | 0.5     | 50%   | true  | E-NUM-FORMAT@value
            REVENUE | 1E+300  | 1E300 | false | E-LIMIT@value
            REVENUE | 1E-300  | 1E-300 | false | SALES REVENUE '' 2026-09 AC MANUAL 0.0000000000 W-NUM-SCALE@value
            """)
    void exactNumber_meansItself(String measure, BigDecimal value, String text, boolean percent, String expected) {
        typed(measure, text, new TypedCell.Exact(value, percent));
        String told = facts.stream().map(RowIntakeTest::told).collect(Collectors.joining()) + " " + found();
        assertThat(told.strip()).isEqualTo(expected);
    }

    @Test
    void errorOfACell_isTheOnlyThingSaidOfIt() {
        Intake intake = typed("LEDS", "#N/A", new TypedCell.Failed(Refusal.of(Code.E_XLSX_ERROR, "#N/A")));
        assertThat(found()).isEqualTo("E-XLSX-ERROR@value E-MEASURE-UNKNOWN@measure");
        assertThat(intake.tally().refused()).isEqualTo(1);
        assertThat(facts).isEmpty();
    }

    private Intake typed(String measure, String text, TypedCell cell) {
        IntakeContext context =
                new IntakeContext(new SampleCodes(), rules(null, "RUB"), NOW, ZoneId.of("Europe/Moscow"));
        Header columns = Header.read(
                SourceRecord.ofTexts(1, "unit", "measure", "period", "value"),
                context.codes().dimensions(),
                findings);
        Intake intake = new RowIntake(columns, context, findings);
        String[] texts = {"SALES", measure, "2026-09", text};
        intake.read(SourceRecord.typed(2, texts, new TypedCell[] {null, null, null, cell}, List.of()), facts::add);
        return intake;
    }

    @Test
    void findingsBeyondTheCap_areCounted_andErrorsKeptBeforeWarnings() {
        for (int i = 0; i < 1_500; i++) {
            findings.add(Refusal.of(Code.W_EMPTY).atRow(i + 2));
        }
        findings.add(Refusal.of(Code.E_NUM_FORMAT, "x").atRow(2_000));
        assertThat(findings.total()).isEqualTo(1_501);
        assertThat(findings.kept()).hasSize(1_000).anyMatch(r -> r.code() == Code.E_NUM_FORMAT);
    }

    @Test
    void rowWithAnErrorAndNoValue_countsAsRefused() {
        assertThat(read(rules(null, null), HEADER, "SALES;LEADS;2026-09;;;;;;DROP;;")
                        .tally())
                .returns(1L, IntakeTally::refused)
                .returns(0L, IntakeTally::empty);
    }

    @Test
    void deletionsAlone_needNoColumnForValues() {
        read(
                rules(null, null),
                "op;unit;measure;period;reason",
                "DELETE;SALES;LEADS;2026-09;twice",
                "UPSERT;SALES;LEADS;2026-09;");
        assertThat(facts).singleElement().matches(FactRow::isDelete);
        assertThat(found()).isEqualTo("E-COL-MISSING@value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SHARE;2;8       | 0.25
            SHARE;9;8       | E-RATIO-RANGE@num
            SHARE;0;0       | E-RATIO-RANGE@num
            SHARE;2;        | E-RATIO-PAIR@den
            SHARE;н/д;8     | E-RATIO-PAIR@num
            SHARE;н/д;—     | W-EMPTY@value
            SHARE;2%;8      | E-NUM-FORMAT@num
            TIMES;3;2       | 1.5 W-RATIO-RANGE@num
            LEADS;1;2       | E-NUM-INTEGER@num
            LEADS;-4;2      | E-NUM-NEGATIVE@num
            LEADS;4;$2      | E-CUR-MISMATCH@den
            SHARE;₽4;$8     | E-CUR-MISMATCH@num E-CUR-MISMATCH@den
            REVENUE;4;2     | E-CUR-MISSING@currency
            """)
    void numeratorAndDenominator_areOneValue(String row, String expected) {
        read(rules(null, null), "measure;num;den;unit;period", row + ";SALES;2026-09");
        String told = facts.stream().map(f -> f.value().toPlainString()).collect(Collectors.joining());
        assertThat((told + " " + found()).strip()).isEqualTo(expected);
    }

    @Test
    void dateCellWithTimeOfDay_isItsDay() {
        TypedCell[] cells = {null, null, new TypedCell.Day(LocalDate.of(2026, 9, 5)), null};
        String[] texts = {"SALES", "LEADS", "2026-09-05T14:30:00", "7"};
        IntakeContext context =
                new IntakeContext(new SampleCodes(), rules(null, null), NOW, ZoneId.of("Europe/Moscow"));
        Header header = Header.read(SourceRecord.ofTexts(1, "unit", "measure", "period", "value"), Set.of(), findings);
        new RowIntake(header, context, findings).read(SourceRecord.typed(2, texts, cells, List.of()), facts::add);
        assertThat(facts).singleElement().returns("2026-09-05", f -> f.period().code());
    }

    @Test
    void cellsOfAMegabyte_leaveLittleBehind() {
        String digits = "7".repeat(1_000_000);
        String reason = "r".repeat(1_001);
        read(
                rules(null, null),
                HEADER,
                "SALES;LEADS;2026-09;" + digits + ";;;;;;;",
                "U".repeat(1_000_000) + ";;;1;;;;;;;");
        read(rules(null, null), HEADER, "SALES;LEADS;2026-09;1;;;;;;" + reason + ";");
        assertThat(found()).contains("E-NUM-FORMAT@value", "E-UNIT-UNKNOWN@unit", "E-LIMIT@reason");
        assertThat(findings.kept()).allSatisfy(r -> assertThat(r.arguments())
                .allSatisfy(a -> assertThat(a).hasSizeLessThanOrEqualTo(Refusal.ARGUMENT_LENGTH_MAX)));
    }
}
