package org.kpisuite.web.api;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodOffice;
import org.kpisuite.domain.calendar.PeriodStatus;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.calendar.ReopenScope;

/**
 * A period as sent.
 *
 * @param inheritedFrom the longer period that makes its state what it is; null where its own counts
 * @param reopening by which it is open for some figures though it had been closed; null where it is not
 * @param pending what waits for a second person; null where nothing does
 */
public record PeriodView(
        String code,
        String calendar,
        String granularity,
        String start,
        String end,
        String state,
        @Nullable String inheritedFrom,
        @Nullable ReopeningView reopening,
        @Nullable TransitionView pending,
        List<TransitionView> transitions,
        List<NextView> next) {

    /** For which figures a period is open again. */
    public record ScopeView(boolean all, List<String> units, List<String> measures) {
        static ScopeView of(ReopenScope scope) {
            return new ScopeView(
                    scope.all(),
                    List.copyOf(new TreeSet<>(scope.units())),
                    List.copyOf(new TreeSet<>(scope.measures())));
        }
    }

    /** A reopening in force; {@code period} is the longer one where it was that one that was reopened. */
    public record ReopeningView(
            String period,
            @Nullable String requestedBy,
            String approvedBy,
            String approvedAt,
            @Nullable String reason,
            @Nullable ScopeView scope,
            @Nullable String reclosesAt) {
        static ReopeningView of(PeriodTransition t) {
            return new ReopeningView(
                    t.period().code(),
                    t.requestedBy().orElse(null),
                    t.by(),
                    t.at().toString(),
                    t.reason().orElse(null),
                    t.scope().map(ScopeView::of).orElse(null),
                    t.reclosesAt().map(Instant::toString).orElse(null));
        }
    }

    /** One step; of an approval {@code by} approved and {@code requestedBy} had asked. */
    public record TransitionView(
            String action,
            String from,
            String to,
            String by,
            String at,
            @Nullable String reason,
            @Nullable ScopeView scope,
            @Nullable String requestedBy,
            @Nullable String reclosesAt,
            String authMethod) {
        static TransitionView of(PeriodTransition t) {
            return new TransitionView(
                    t.action().name(),
                    t.from().name(),
                    t.to().name(),
                    t.by(),
                    t.at().toString(),
                    t.reason().orElse(null),
                    t.scope().map(ScopeView::of).orElse(null),
                    t.requestedBy().orElse(null),
                    t.reclosesAt().map(Instant::toString).orElse(null),
                    t.authMethod());
        }
    }

    /** What may happen next, and in which role of a root unit. */
    public record NextView(String action, List<String> roles) {}

    static PeriodView of(PeriodStatus status) {
        Period period = status.period();
        return new PeriodView(
                period.code(),
                period.calendar().kind().name(),
                period.granularity().name(),
                period.start().toString(),
                period.endInclusive().toString(),
                status.state().name(),
                status.inheritedFrom().map(Period::code).orElse(null),
                status.reopening().map(ReopeningView::of).orElse(null),
                status.pending().map(TransitionView::of).orElse(null),
                status.transitions().stream().map(TransitionView::of).toList(),
                status.next().stream()
                        .map(a -> new NextView(
                                a.name(),
                                a.offices().stream()
                                        .map(PeriodOffice::name)
                                        .sorted()
                                        .toList()))
                        .toList());
    }
}
