package org.kpisuite.reports.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Anchors;
import org.kpisuite.domain.scorecard.ScorecardItem.ForecastMethod;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;
import org.kpisuite.domain.scorecard.ScorecardItem.TrendPoint;

/** A line of a scorecard made by hand: what is not said is not applicable. */
public final class ItemBuilder {
    private static final BigDecimal CAP = BigDecimal.valueOf(120);

    private final String code;
    private final LocalizedText name;
    private final List<Note> notes = new ArrayList<>();
    private Nature nature = Nature.LEAD;
    private Usage usage = Usage.DIAG;
    private BigDecimal weight = BigDecimal.ZERO;
    private @Nullable String explains;
    private UnitKind unit = UnitKind.COUNT;
    private int scale;
    private Direction direction = Direction.UP;
    private Cell actual = new Cell.NotApplicable();
    private Cell plan = new Cell.NotApplicable();
    private Cell wholePlan = new Cell.NotApplicable();
    private Cell previous = new Cell.NotApplicable();
    private Cell priorYear = new Cell.NotApplicable();
    private Cell forecast = new Cell.NotApplicable();
    private Completeness completeness = Completeness.NOTHING_EXPECTED;
    private @Nullable BigDecimal floor;
    private @Nullable BigDecimal target;
    private @Nullable BigDecimal stretch;
    private @Nullable BigDecimal achievement;
    private @Nullable LocalDate dataTo;
    private int trendSeed = 1;

    private ItemBuilder(String code, String en, String ru) {
        this.code = code;
        this.name = new LocalizedText(en, ru);
    }

    public static ItemBuilder item(String code, String en, String ru) {
        return new ItemBuilder(code, en, ru);
    }

    public ItemBuilder lagging() {
        this.nature = Nature.LAG;
        return this;
    }

    public ItemBuilder weight(String points) {
        this.usage = Usage.EVAL;
        this.weight = new BigDecimal(points);
        return this;
    }

    public ItemBuilder explains(String item) {
        this.explains = item;
        return this;
    }

    public ItemBuilder unit(UnitKind kind, int displayScale) {
        this.unit = kind;
        this.scale = displayScale;
        return this;
    }

    public ItemBuilder direction(Direction good) {
        this.direction = good;
        return this;
    }

    /** Actual, plan to date and plan of the whole period. */
    public ItemBuilder values(String ac, String planToDate, String plan) {
        this.actual = cell(ac);
        this.plan = cell(planToDate);
        this.wholePlan = cell(plan);
        return this;
    }

    public ItemBuilder history(String before, String yearAgo) {
        this.previous = cell(before);
        this.priorYear = cell(yearAgo);
        return this;
    }

    public ItemBuilder forecast(String value) {
        this.forecast = cell(value);
        return this;
    }

    public ItemBuilder anchors(@Nullable String low, @Nullable String goal, @Nullable String high) {
        this.floor = decimal(low);
        this.target = decimal(goal);
        this.stretch = decimal(high);
        return this;
    }

    /** What the domain computed, in full precision. */
    public ItemBuilder achievement(BigDecimal points) {
        this.achievement = points;
        return this;
    }

    public ItemBuilder days(long have, long expected) {
        this.completeness = new Completeness(have, expected);
        if (actual instanceof Cell.Measured m) {
            this.actual = new Cell.Measured(m.value(), completeness);
        }
        return this;
    }

    public ItemBuilder note(Note note) {
        this.notes.add(note);
        return this;
    }

    public ItemBuilder actual(Cell cell) {
        this.actual = cell;
        return this;
    }

    public ItemBuilder dataTo(LocalDate day) {
        this.dataTo = day;
        return this;
    }

    public ItemBuilder trend(int seed) {
        this.trendSeed = seed;
        return this;
    }

    private static Cell cell(String value) {
        return value.isEmpty() ? new Cell.NotApplicable() : Cell.of(new BigDecimal(value));
    }

    private static @Nullable BigDecimal decimal(@Nullable String value) {
        return value == null ? null : new BigDecimal(value);
    }

    public ScorecardItem build(List<Period> periods) {
        BigDecimal largest = List.of(actual, plan, wholePlan, previous, priorYear).stream()
                .map(Cell::raw)
                .flatMap(Optional::stream)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ONE, BigDecimal::max);
        return new ScorecardItem(
                code,
                "",
                name,
                nature,
                usage,
                weight,
                explains,
                unit,
                unit == UnitKind.MONEY ? "RUB" : null,
                direction,
                Rounding.of(unit, scale, largest),
                actual,
                plan,
                wholePlan,
                previous,
                priorYear,
                Change.of(actual.usable(), plan.usable(), unit),
                Change.of(actual.usable(), previous.usable(), unit),
                Change.of(actual.usable(), priorYear.usable(), unit),
                forecast,
                forecast.usable().map(f -> ForecastMethod.RUN_RATE),
                new Anchors(floor, target, stretch, null, null, CAP),
                achievement,
                completeness,
                dataTo,
                notes,
                trend(periods),
                ScorecardItem.Beside.NOTHING);
    }

    /** A trend that wanders around the actual, its last point the actual itself; nothing for the second period. */
    private List<TrendPoint> trend(List<Period> periods) {
        List<TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            boolean last = i == periods.size() - 1;
            Cell ac = last ? actual : i == 1 ? new Cell.NotDelivered() : scaled(actual, i);
            points.add(
                    new TrendPoint(periods.get(i), ac, last ? plan : scaled(plan, i), previous, scaled(priorYear, i)));
        }
        return points;
    }

    private Cell scaled(Cell cell, int step) {
        BigDecimal factor = BigDecimal.valueOf(700L + 97L * ((step * 5L + trendSeed) % 7L));
        return cell.usable()
                .map(v -> Cell.of(Decimals.divide(v.multiply(factor), BigDecimal.valueOf(1000))))
                .orElse(cell);
    }
}
