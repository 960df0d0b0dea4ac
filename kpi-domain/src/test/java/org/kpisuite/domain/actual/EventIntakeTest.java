package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.EventForm.EventMeasure;
import org.kpisuite.domain.actual.RowForm.Skipped;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.quantity.LocalizedText;

/** Events become counts, distinct counts and sums. */
class EventIntakeTest {
    private static final Set<Granularity> MONTH = Set.of(Granularity.MONTH);
    private static final RowFilter PAID = RowFilter.is("state", "paid");
    private static final EventForm PURCHASES = new EventForm(
            Given.Column.of("shop"),
            PeriodGiven.of("day", "yyyyMMdd"),
            Map.of(),
            null,
            List.of(),
            List.of(
                    new EventMeasure("REVENUE", Aggregate.SUM, ColumnName.of("sales"), List.of(PAID), MONTH),
                    new EventMeasure("ORDERS", Aggregate.COUNT, null, List.of(PAID), MONTH),
                    new EventMeasure(
                            "BUYERS",
                            Aggregate.COUNT_DISTINCT,
                            ColumnName.of("who"),
                            List.of(PAID),
                            Set.of(Granularity.MONTH, Granularity.QUARTER))),
            Skipped.NONE);

    private final Findings findings = new Findings();
    private IntakeTally tally;

    private List<String> read(EventForm form, String header, String... rows) {
        IntakeRules rules = new IntakeRules(NumberNotation.EN, null, BigDecimal.ONE, "RUB", "CRM", null);
        IntakeContext context = new IntakeContext(
                new SampleCodes(), rules, Instant.parse("2026-10-05T00:00:00Z"), ZoneId.of("Europe/Moscow"));
        ImportProfile profile = new ImportProfile(
                "p", new LocalizedText("p", "п"), new LocalizedText("", ""), FileLayout.standard(), rules, form);
        Intake intake = profile.intake(SourceRecord.ofTexts(1, header.split(",")), context, findings);
        List<FactRow> facts = new ArrayList<>();
        int number = 1;
        for (String row : rows) {
            intake.read(SourceRecord.ofTexts(++number, row.split(",", -1)), facts::add);
        }
        intake.finish(facts::add);
        tally = intake.tally();
        return facts.stream()
                .map(f -> f.row() + " " + f.measure() + " " + f.dims() + f.period() + " "
                        + f.value().toPlainString())
                .sorted()
                .toList();
    }

    @Test
    void events_areCountedByPeriod_distinctOnesForEachPeriodAnew() {
        List<String> facts = read(
                PURCHASES,
                "who,day,sales,state,shop",
                "anna,20260701,10.50,paid,SALES",
                "anna,20260801,1.25,paid,SALES",
                "boris,20260802,2,paid,SALES",
                "boris,20260803,99,open,SALES");
        assertThat(facts)
                .containsExactly(
                        "2 BUYERS 2026-07 1",
                        "2 BUYERS 2026-Q3 2",
                        "2 ORDERS 2026-07 1",
                        "2 REVENUE 2026-07 10.50",
                        "3 BUYERS 2026-08 2",
                        "3 ORDERS 2026-08 2",
                        "3 REVENUE 2026-08 3.25");
        assertThat(findings.total()).isZero();
    }

    @Test
    void badEvents_areRefusedByRowAndColumn_andCountNowhere() {
        List<String> facts = read(
                PURCHASES,
                "who,day,sales,state,shop",
                "anna,20260230,10.50,paid,SALES",
                "anna,20260701,1k,paid,SALES",
                "anna,20260701,1,paid,SALE",
                "anna,20260701,1,paid,SALES");
        assertThat(facts)
                .containsExactly(
                        "5 BUYERS 2026-07 1", "5 BUYERS 2026-Q3 1", "5 ORDERS 2026-07 1", "5 REVENUE 2026-07 1");
        assertThat(findings.kept().stream()
                        .map(r -> r.row() + r.code().text() + "@" + r.column())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("2E-PERIOD-INVALID@day 3E-NUM-SUFFIX@sales 4E-UNIT-UNKNOWN@shop");
    }

    private String told() {
        return findings.kept().stream()
                .map(r -> r.row() + r.code().text() + "@" + r.column())
                .collect(Collectors.joining(" "));
    }

    @Test
    void eventThatPassesButHasNoDayOrName_isToldAsEmpty_andCountedAsPassedOver() {
        List<RowFilter> won = List.of(RowFilter.is("state", "won"));
        EventForm form = new EventForm(
                new Given.Constant("SALES"),
                PeriodGiven.of("created"),
                Map.of(),
                null,
                List.of(),
                List.of(
                        new EventMeasure(
                                "ORDERS",
                                Aggregate.COUNT,
                                null,
                                PeriodGiven.of("closed"),
                                won,
                                MONTH,
                                false,
                                null,
                                BigDecimal.ONE),
                        new EventMeasure(
                                "QUAL_LEADS",
                                Aggregate.COUNT,
                                null,
                                PeriodGiven.of("qualified"),
                                List.of(),
                                MONTH,
                                false,
                                null,
                                BigDecimal.ONE),
                        new EventMeasure("BUYERS", Aggregate.COUNT_DISTINCT, ColumnName.of("who"), won, MONTH)),
                Skipped.NONE);
        assertThat(read(
                        form,
                        "who,state,created,closed,qualified",
                        "anna,won,2026-07-01,2026-07-02,",
                        ",won,2026-07-01,,",
                        "anna,lost,2026-07-01,,",
                        "boris,won,2026-07-01,,2026-07-05"))
                .containsExactly("2 BUYERS 2026-07 2", "2 ORDERS 2026-07 1", "5 QUAL_LEADS 2026-07 1");
        assertThat(told()).isEqualTo("3W-EMPTY@closed 3W-EMPTY@who 5W-EMPTY@closed");
        assertThat(tally.empty()).isEqualTo(1);
    }

    @Test
    void columnThatTheProfileNames_mustBeThere() {
        read(PURCHASES, "who,day,sale,state,shop");
        assertThat(findings.kept()).first().satisfies(r -> {
            assertThat(r.code().text()).isEqualTo("E-COL-MISSING");
            assertThat(r.column()).isEqualTo("sales");
            assertThat(r.suggestion()).isEqualTo("sale");
        });
    }

    @Test
    void dimensionsOfEvents_comeFromColumns() {
        EventForm form = new EventForm(
                new Given.Constant("SALES"),
                PeriodGiven.of("day", "dd.MM.yyyy"),
                Map.of("channel", Given.Column.of("src")),
                null,
                List.of(),
                List.of(new EventMeasure("ORDERS", Aggregate.COUNT, null, List.of(), MONTH)),
                Skipped.NONE);
        assertThat(read(form, "day,src", "01.07.2026,ads", "02.07.2026,ads", "03.07.2026,"))
                .containsExactly("2 ORDERS channel=ads2026-07 2", "4 ORDERS 2026-07 1");
    }

    @Test
    void totalsBeyondWhatMemoryHolds_areRefused() {
        EventForm form = new EventForm(
                new Given.Constant("SALES"),
                PeriodGiven.of("day", "dd.MM.yyyy"),
                Map.of("channel", Given.Column.of("src")),
                null,
                List.of(),
                List.of(new EventMeasure("ORDERS", Aggregate.COUNT, null, List.of(), MONTH)),
                Skipped.NONE);
        String channel = "a".repeat(380);
        String[] rows = IntStream.range(0, EventIntake.HELD_BYTES_MAX / 700)
                .mapToObj(i -> "01.07.2026," + channel + i)
                .toArray(String[]::new);
        assertThatThrownBy(() -> read(form, "day,src", rows)).hasMessageContaining("E-LIMIT");
    }
}
