package org.kpisuite.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeriodBookTest {
    private static final Period QUARTER = Period.parse("2026-Q3");
    private static final Instant FIRST = Instant.parse("2026-10-14T09:00:00Z");

    private static PeriodTransition closing(Period period, int ordinal, Instant at) {
        PeriodActor actor = new PeriodActor("carl", Set.of(PeriodOffice.CONTROLLER), "TOKEN", at);
        return PeriodTransition.of(PeriodAction.CLOSE, period, ordinal, PeriodState.OPEN, PeriodState.CLOSED, actor);
    }

    @Test
    void periodWasClosed_whenItWasClosedFirst_byItselfOrWithALongerOne() {
        PeriodBook book = new PeriodBook(
                List.of(
                        closing(QUARTER, 1, FIRST),
                        closing(QUARTER, 2, FIRST.plusSeconds(900)),
                        closing(Period.parse("2025"), 1, FIRST)),
                FIRST.plusSeconds(1000),
                ZoneOffset.UTC);
        assertThat(book.closedAt(QUARTER)).contains(FIRST);
        assertThat(book.closedAt(Period.parse("2026-08"))).contains(FIRST);
        assertThat(book.closedAt(Period.parse("2025-Q2"))).contains(FIRST);
        assertThat(book.closedAt(Period.parse("2026-Q4"))).isEmpty();
    }
}
