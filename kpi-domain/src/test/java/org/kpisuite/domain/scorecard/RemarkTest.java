package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.SamplePlan;
import org.kpisuite.domain.plan.Signing;

/** What people say about scorecards, and do about their items. */
class RemarkTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    private static final Signing HEAD = new Signing("head", AT, "TOKEN");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 5);

    private static Remark.Place place(String item) {
        return new Remark.Place(
                "MARKETING", SamplePlan.QUARTER, Optional.of(SamplePlan.draft()), Optional.ofNullable(item));
    }

    @Test
    void comment_saysWhoAndWhen_andHasNoTask() {
        Remark.Said said = new Remark(place("LEADS"), " A campaign in W40. ", HEAD).said("A. Orlova", Instant.MAX);
        assertThat(said.text()).isEqualTo("A campaign in W40.");
        assertThat(said.author()).isEqualTo("A. Orlova");
        assertThat(said.item()).contains("LEADS");
        assertThat(said.task()).isEmpty();
    }

    @Test
    void itemThatThePlanHasNot_isRefused_withThoseItHas() {
        assertThatThrownBy(() -> place("REVENUE"))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("REVENUE");
    }

    @Test
    void withoutWordsOrOwner_isRefused() {
        assertThatThrownBy(() -> new Remark(place(null), "  ", HEAD)).isInstanceOf(KpiException.class);
        assertThatThrownBy(() -> new Remark(place(null), "Landing page B", " ", DUE, HEAD))
                .isInstanceOf(KpiException.class);
        assertThatThrownBy(() -> new Remark(place(null), "x".repeat(Remark.TEXT_MAX + 1), HEAD))
                .isInstanceOf(KpiException.class);
    }

    @Test
    void action_isDoneOnce_andWasOpenBefore() {
        Remark action = new Remark(place("LEADS"), "Landing page B", "I. Orlova", DUE, HEAD);
        Instant later = AT.plusSeconds(60);
        action.finish(new Signing("head", later, "TOKEN"));
        action.finish(new Signing("other", later.plusSeconds(60), "TOKEN"));
        assertThat(action.task().orElseThrow().doneAt()).contains(later);
        assertThat(action.said("A", later).task().orElseThrow().doneAt())
                .as("as it was known then")
                .isEmpty();
        assertThat(action.said("A", later.plusSeconds(1)).task().orElseThrow().doneAt())
                .contains(later);
    }

    @Test
    void comment_isNoAction_thatCouldBeDone() {
        assertThatThrownBy(() -> new Remark(place(null), "A campaign", HEAD).finish(HEAD))
                .isInstanceOf(KpiException.class);
    }
}
