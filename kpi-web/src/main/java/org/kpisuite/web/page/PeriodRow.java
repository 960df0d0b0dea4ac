package org.kpisuite.web.page;

import java.util.List;
import java.util.stream.Collectors;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodAction;
import org.kpisuite.domain.calendar.PeriodState;
import org.kpisuite.domain.calendar.PeriodStatus;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.calendar.ReopenScope;

/** How a period stands, as the page prints it. */
public final class PeriodRow {
    private final PeriodStatus status;
    private final List<PeriodAction> actions;
    private final Reader reader;

    PeriodRow(PeriodStatus status, List<PeriodAction> actions, Reader reader) {
        this.status = status;
        this.actions = List.copyOf(actions);
        this.reader = reader;
    }

    /** A step of its history, or a request. */
    public record Step(String name, String by, String reason, String scope, String until) {}

    Period period() {
        return status.period();
    }

    public String getCode() {
        return status.period().code();
    }

    /** y, q or m: how a row of that length looks. */
    public String getLength() {
        return switch (status.period().granularity()) {
            case YEAR -> "t";
            case QUARTER -> "k";
            default -> "d";
        };
    }

    public boolean isLong() {
        return !getLength().equals("d");
    }

    public String getDays() {
        return reader.text(
                "explain.days",
                reader.shortDay(status.period().start()),
                reader.shortDay(status.period().endInclusive()));
    }

    private boolean reopened() {
        return status.state() == PeriodState.OPEN && status.reopening().isPresent();
    }

    public String getState() {
        return reader.text(reopened() ? "period.state.reopened" : "period.state." + status.state());
    }

    /** How the tag of the state looks: final, in motion, needs somebody. */
    public String getKind() {
        return switch (status.state()) {
            case FUTURE -> "";
            case OPEN -> reopened() ? "warn" : "acc";
            case CLOSED, LOCKED -> "solid";
        };
    }

    public String getAbout() {
        return status.reopening()
                .filter(t -> reopened())
                .flatMap(PeriodTransition::reclosesAt)
                .map(end -> reader.text("period.about.reopened", reader.instant(end)))
                .orElseGet(() -> reader.text("period.about." + status.state()));
    }

    /** The longer period that makes it so; empty where its own state counts. */
    public String getInherited() {
        return status.inheritedFrom().map(Period::code).orElse("");
    }

    public String getInheritedText() {
        return status.inheritedFrom()
                .map(p -> reader.text("period.inherited", p.code()))
                .orElse("");
    }

    public String getLast() {
        return status.transitions().isEmpty()
                ? ""
                : name(status.transitions().get(status.transitions().size() - 1)) + ": "
                        + by(status.transitions().get(status.transitions().size() - 1));
    }

    private String name(PeriodTransition step) {
        return reader.text("period.did." + step.action());
    }

    private String by(PeriodTransition step) {
        return step.action() == PeriodAction.RECLOSE
                ? reader.text("period.by.suite", reader.instant(step.at()))
                : reader.text("period.by", step.by(), reader.instant(step.at()));
    }

    /** What waits for a second person; null where nothing does. */
    public Step getPending() {
        return status.pending().map(this::step).orElse(null);
    }

    /** The reopening by which it is open; null where it is not. */
    public Step getReopening() {
        return status.reopening().filter(t -> reopened()).map(this::step).orElse(null);
    }

    /** Its history, the last step first. */
    public List<Step> getHistory() {
        List<PeriodTransition> all = status.transitions();
        return java.util.stream.IntStream.range(0, all.size())
                .mapToObj(i -> step(all.get(all.size() - 1 - i)))
                .toList();
    }

    private Step step(PeriodTransition step) {
        String asked = step.requestedBy()
                .map(by -> " · " + reader.text("period.asked-by", by))
                .orElse("");
        return new Step(
                name(step),
                by(step) + asked,
                step.reason().orElse(""),
                step.scope().map(this::scope).orElse(""),
                step.reclosesAt().map(reader::instant).orElse(""));
    }

    private String scope(ReopenScope scope) {
        if (scope.all()) {
            return reader.text("period.scope.all");
        }
        return java.util.stream.Stream.of(
                        scope.units().isEmpty() ? "" : reader.text("period.scope.units", names(scope.units())),
                        scope.measures().isEmpty() ? "" : reader.text("period.scope.measures", names(scope.measures())))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String names(java.util.Set<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining(", "));
    }

    /** The steps that the caller may take, as words. */
    public String getYours() {
        return actions.stream().map(a -> reader.text("period.action." + a)).collect(Collectors.joining(", "));
    }

    /** Whether the caller may take that step now. */
    public boolean may(String action) {
        return actions.contains(PeriodAction.valueOf(action));
    }

    public boolean isIdle() {
        return actions.isEmpty();
    }

    /** Whether it is for the caller to close or to approve: what a list of duties names. */
    boolean isDue() {
        return actions.contains(PeriodAction.CLOSE) || isDecided();
    }

    boolean isDecided() {
        return actions.contains(PeriodAction.APPROVE_REOPEN) || actions.contains(PeriodAction.APPROVE_UNLOCK);
    }

    /** Whether somebody else than the one who asked must decide, and the caller is the one who asked. */
    boolean isAskedBy(String login) {
        return status.pending().filter(p -> p.by().equals(login)).isPresent();
    }
}
