package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedFactsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static List<StagedFact> shuffled(int number) {
        Random random = new Random(7);
        List<StagedFact> facts = new ArrayList<>();
        for (int seq = 0; seq < number; seq++) {
            int series = random.nextInt(30);
            facts.add(new StagedFact(
                    seq,
                    seq + 2,
                    series,
                    "U" + series % 9,
                    "LEADS",
                    series % 2 == 0 ? "" : "channel=почта",
                    "D",
                    "AC",
                    "CRM",
                    FIRST.plusDays(random.nextInt(300)),
                    random.nextInt(10) == 0 ? null : new BigDecimal("-123456789012345678.0123456789"),
                    Instant.parse("2026-10-05T00:00:00.000001Z"),
                    random.nextInt(10) == 0 ? "причина" : null));
        }
        return facts;
    }

    /** More than two portions are written; each fact comes back once, as it was, in order, as often as asked. */
    @Test
    void manyFacts_comeBackSorted_asTheyWere() throws Exception {
        List<StagedFact> given = shuffled(100_000);
        try (SortedFacts facts = new SortedFacts()) {
            for (StagedFact fact : given) {
                facts.add(fact);
            }
            List<StagedFact> sorted = given.stream().sorted().toList();
            for (int time = 0; time < 2; time++) {
                List<StagedFact> read = new ArrayList<>();
                facts.each(read::add);
                assertThat(read).isEqualTo(sorted);
            }
        }
    }

    @Test
    void longTexts_areNotHeldInMemory_andComeBackAsTheyWere() throws Exception {
        StagedFact fact = shuffled(1).get(0);
        try (SortedFacts facts = new SortedFacts()) {
            for (int seq = 0; seq < 20_000; seq++) {
                facts.add(new StagedFact(
                        20_000 - seq,
                        seq,
                        fact.series(),
                        fact.unit(),
                        fact.measure(),
                        fact.dims(),
                        fact.grain(),
                        fact.scenario(),
                        fact.source(),
                        fact.start(),
                        fact.amount(),
                        fact.asOf(),
                        "ж".repeat(999)));
            }
            List<Integer> order = new ArrayList<>();
            facts.each(f -> order.add(f.seq()));
            assertThat(order).hasSize(20_000).isSorted();
        }
    }
}
