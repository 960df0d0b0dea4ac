package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.GateResult;
import org.kpisuite.domain.scorecard.GateState;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Anchors;
import org.kpisuite.domain.scorecard.ScorecardItem.ForecastMethod;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;
import org.kpisuite.domain.scorecard.ScorecardItem.TrendPoint;
import org.kpisuite.domain.scorecard.StatusLimits;

/** Builds items of fictitious scorecards. */
final class SampleItem {
    static final Period PERIOD = new Period(Granularity.QUARTER, LocalDate.of(2026, 10, 1));

    private Period period = PERIOD;

    private final String code;
    private final LocalizedText name;
    private final Nature nature;
    private Usage usage = Usage.DIAG;
    private String weight = "0";
    private String explains;
    private UnitKind unit = UnitKind.COUNT;
    private int displayScale;
    private Direction direction = Direction.UP;
    private Cell actual = new Cell.NotDelivered();
    private Cell planToDate = new Cell.NotApplicable();
    private Cell plan = new Cell.NotApplicable();
    private Cell previous = new Cell.NotApplicable();
    private Cell priorYear = new Cell.NotApplicable();
    private Cell forecast = new Cell.NotApplicable();
    private ForecastMethod method;
    private String achievement;
    private Completeness completeness = Completeness.NOTHING_EXPECTED;
    private LocalDate dataTo;
    private List<Note> notes = List.of();
    private List<Cell> course = List.of();
    private ScorecardItem.Beside beside = ScorecardItem.Beside.NOTHING;

    private SampleItem(String code, Nature nature, String en, String ru) {
        this.code = code;
        this.nature = nature;
        this.name = new LocalizedText(en, ru);
    }

    static SampleItem leading(String code, String en, String ru) {
        return new SampleItem(code, Nature.LEAD, en, ru);
    }

    static SampleItem lagging(String code, String en, String ru) {
        return new SampleItem(code, Nature.LAG, en, ru);
    }

    SampleItem scored(String points, String reached) {
        usage = Usage.EVAL;
        weight = points;
        achievement = reached;
        return this;
    }

    SampleItem explaining(String key) {
        explains = key;
        return this;
    }

    SampleItem in(UnitKind kind, int scale) {
        unit = kind;
        displayScale = scale;
        return this;
    }

    /** In another period than that of the samples. */
    SampleItem in(Period other) {
        period = other;
        return this;
    }

    SampleItem better(Direction way) {
        direction = way;
        return this;
    }

    /** Actual, plan to date, plan of the period, prior year, previous period; a dash is none. */
    SampleItem values(String ac, String toDate, String whole, String py, String pp) {
        actual = ac.equals("-") ? new Cell.NotDelivered() : cell(ac);
        planToDate = cell(toDate);
        plan = cell(whole);
        priorYear = cell(py);
        previous = cell(pp);
        return this;
    }

    SampleItem actual(Cell cell) {
        actual = cell;
        return this;
    }

    SampleItem forecast(String value, ForecastMethod by) {
        forecast = cell(value);
        method = by;
        return this;
    }

    SampleItem partial(long have, long expected, LocalDate to) {
        completeness = new Completeness(have, expected);
        dataTo = to;
        notes = List.of(Note.PARTIAL);
        actual = new Cell.Measured(actual.raw().orElseThrow(), completeness);
        return this;
    }

    /** Its gate waits for its cohort. */
    SampleItem gatePending() {
        Gate gate = Gate.of(
                new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), GateMode.ZERO, null, 60, null),
                Catalogue.shipped());
        beside = new ScorecardItem.Beside(
                Optional.of(new GateResult(
                        gate,
                        GateState.PENDING,
                        Optional.of(new Rational(new BigDecimal("150"), new BigDecimal("900"))),
                        Optional.of(new Rational(new BigDecimal("528"), new BigDecimal("900"))),
                        new BigDecimal(achievement),
                        new BigDecimal(achievement))),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                StatusLimits.USUAL);
        return noted(Note.GATE_PENDING);
    }

    SampleItem noted(Note note) {
        notes = List.of(note);
        return this;
    }

    /** Actuals of the seven periods before this one. */
    SampleItem course(String... values) {
        course = Stream.of(values).map(SampleItem::cell).toList();
        return this;
    }

    private static Cell cell(String value) {
        return value.equals("-") ? new Cell.NotApplicable() : Cell.of(new BigDecimal(value));
    }

    ScorecardItem build() {
        BigDecimal largest = Stream.of(actual, planToDate, plan, priorYear, forecast)
                .flatMap(c -> c.usable().stream())
                .map(BigDecimal::abs)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return new ScorecardItem(
                code,
                "",
                name,
                nature,
                usage,
                new BigDecimal(weight),
                explains,
                unit,
                unit == UnitKind.MONEY ? "RUB" : null,
                direction,
                Rounding.of(unit, displayScale, largest),
                actual,
                planToDate,
                plan,
                previous,
                priorYear,
                Change.of(actual.usable(), planToDate.usable(), unit),
                Change.of(actual.usable(), previous.usable(), unit),
                Change.of(actual.usable(), priorYear.usable(), unit),
                forecast,
                Optional.ofNullable(method),
                new Anchors(null, null, null, null, null, BigDecimal.valueOf(120)),
                achievement == null ? null : new BigDecimal(achievement),
                completeness,
                dataTo,
                notes,
                trend(),
                beside);
    }

    /** The plan of earlier periods lies a little above what came, the prior year a little below. */
    private List<TrendPoint> trend() {
        List<TrendPoint> points = new ArrayList<>();
        int first = 1 - Scorecard.TREND_LENGTH;
        for (int i = first; i <= 0; i++) {
            int index = i + course.size();
            Cell own = i == 0 ? actual : index >= 0 ? course.get(index) : new Cell.NotDelivered();
            Cell before = i == 0 ? previous : index > 0 ? course.get(index - 1) : own;
            points.add(new TrendPoint(
                    period.plus(i),
                    own,
                    i == 0 || plan instanceof Cell.NotApplicable
                            ? planToDate
                            : times(own, index % 2 == 0 ? "1.03" : "0.98"),
                    before,
                    i == 0 ? priorYear : times(own, "0.9")));
        }
        return points;
    }

    private static Cell times(Cell cell, String factor) {
        return cell.usable()
                .map(v -> Cell.of(v.multiply(new BigDecimal(factor))))
                .orElseGet(Cell.NotApplicable::new);
    }
}
