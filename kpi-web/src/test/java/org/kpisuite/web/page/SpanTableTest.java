package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.failure.Messages;

class SpanTableTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final SpanTable table =
            new ScorecardView(ScorecardFixture.marketing(), new Reader(Messages.EN, ZONE)).getSpans();

    @Test
    void spansThatAnyLineHas_areTheColumns() {
        assertThat(table.isEmpty()).isFalse();
        assertThat(table.getHeads()).extracting(SpanTable.Head::name).containsExactly("YTD", "R4");
        assertThat(table.getHeads()).extracting(SpanTable.Head::planned).containsExactly(true, false);
    }

    @Test
    void line_printsValueAndVariances_asTheScorecardDoes() {
        SpanTable.Row leads = table.getRows().get(0);
        SpanTable.Value year = leads.values().get(0);
        assertThat(year.deltaPlan()).isEqualTo("−25.0");
        assertThat(year.planEffect()).isEqualTo(-1);
        assertThat(year.delta()).isEqualTo("+25.0");
        assertThat(year.effect()).isEqualTo(1);
        assertThat(leads.values().get(1).delta()).isEqualTo("−10.0");
    }

    @Test
    void lineWithoutSpans_hasDashes() {
        assertThat(table.getRows().get(1).values())
                .extracting(SpanTable.Value::actual)
                .containsOnly("—");
    }

    @Test
    void cardWithoutSpans_hasNoTable() {
        assertThat(new ScorecardView(ScorecardFixture.withoutData(), new Reader(Messages.RU, ZONE))
                        .getSpans()
                        .isEmpty())
                .isTrue();
    }
}
