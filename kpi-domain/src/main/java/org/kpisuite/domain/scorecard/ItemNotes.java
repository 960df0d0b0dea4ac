package org.kpisuite.domain.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.plan.PlanItem;

/** What is to be remarked on one line of a scorecard. */
final class ItemNotes {
    private final Timing timing;
    private final Line line;
    private final Quantity actual;
    private final DayRange covered;

    ItemNotes(Timing timing, Line line, Quantity actual, DayRange covered) {
        this.timing = timing;
        this.line = line;
        this.actual = actual;
        this.covered = covered;
    }

    /** All remarks, in the order in which they are told. */
    List<ScorecardItem.Note> of(Optional<PlanItem> item, Optional<PhasedMarks> marks, Optional<GateResult> gate) {
        List<ScorecardItem.Note> notes = new ArrayList<>();
        if (item.isEmpty()) {
            notes.add(ScorecardItem.Note.PLAN_NOT_APPROVED);
        }
        Optional<ScorecardItem.Note> without = ScorecardItem.Note.of(actual.cell());
        without.ifPresent(notes::add);
        boolean partial = !actual.completeness().isFull() || (!covered.equals(timing.elapsed()) && !actual.stale());
        if (without.isEmpty() && partial) {
            notes.add(ScorecardItem.Note.PARTIAL);
        }
        actual.marks().stream().map(ItemNotes::note).sorted().forEach(notes::add);
        if (isProvisional()) {
            notes.add(ScorecardItem.Note.PROVISIONAL);
        }
        gate.map(GateResult::state).flatMap(ItemNotes::note).ifPresent(notes::add);
        if (line.isRedefined(timing.period().previous().days())
                || timing.priorYear(timing.period()).filter(line::isRedefined).isPresent()) {
            notes.add(ScorecardItem.Note.REDEFINED);
        }
        if (marks.filter(PhasedMarks::lacksOpening).isPresent()) {
            notes.add(ScorecardItem.Note.NO_OPENING);
        }
        return notes;
    }

    /** Whether the youngest of a cohort have not had the days that they need. */
    private boolean isProvisional() {
        boolean ofCohort =
                line.own().allInputs().stream().anyMatch(i -> i.measure().kind() == MeasureKind.COHORT);
        return ofCohort
                && actual.cell().usable().isPresent()
                && line.indicator()
                        .maturityDays()
                        .filter(days -> timing.lastDay()
                                .isBefore(actual.dataTo()
                                        .orElse(timing.elapsed().endInclusive())
                                        .plusDays(days)))
                        .isPresent();
    }

    private static Optional<ScorecardItem.Note> note(GateState state) {
        return switch (state) {
            case PENDING -> Optional.of(ScorecardItem.Note.GATE_PENDING);
            case FAIL, FAIL_EARLY -> Optional.of(ScorecardItem.Note.GATE_FAILED);
            case PASS, PASS_EARLY, NOT_APPLICABLE -> Optional.empty();
        };
    }

    private static ScorecardItem.Note note(Mark mark) {
        return switch (mark) {
            case STALE -> ScorecardItem.Note.STALE;
            case ESTIMATED -> ScorecardItem.Note.ESTIMATED;
            case CAPPED -> ScorecardItem.Note.CAPPED;
            case LOW_BASE -> ScorecardItem.Note.LOW_BASE;
            case UNITS_LEFT_OUT -> ScorecardItem.Note.UNITS_LEFT_OUT;
            case SINGLE_PART -> ScorecardItem.Note.SINGLE_PART;
        };
    }
}
