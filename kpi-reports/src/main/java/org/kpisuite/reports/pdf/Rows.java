package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.ForecastMethod;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.reports.chart.Axis;
import org.kpisuite.reports.chart.Pin;
import org.kpisuite.reports.chart.VarianceBar;
import org.kpisuite.reports.page.Printed;
import org.kpisuite.reports.page.Row;

/** Makes the rows of the table. */
final class Rows {
    private static final float NAME_WIDTH = 153;
    private static final float DIAGNOSTIC_NAME_WIDTH = 141;
    private static final float SIGN_X = 10;
    private static final float SMALL_SIZE = 6;
    private static final float PLAN_WIDTH_MAX = 32;

    private final Edition edition;
    private final ItemName names;
    private final Remarks remarks;
    private final UnitScales scales;
    private final PinAxis pins;
    private final Sparks trend;

    Rows(Edition edition, UnitScales scales, PinAxis pins) {
        this.edition = edition;
        this.names = new ItemName(edition);
        this.remarks = new Remarks(edition);
        this.scales = scales;
        this.pins = pins;
        this.trend = new Sparks(edition);
    }

    /** Whether the row prints words where others have bars and pins. */
    boolean interruptsBars(ScorecardItem item) {
        return !edition.isPlanned() || remarks.instead(item).isPresent();
    }

    boolean interruptsPins(ScorecardItem item) {
        return interruptsBars(item) || remarks.reason(item).isPresent();
    }

    /** The row of an item; the axes are those of its place in the block. */
    Row row(ScorecardItem item, Axis bars, Axis pinAxis) {
        boolean kpi = edition.isKpi(item);
        Printed.Kind size = kpi ? Printed.Kind.VALUE : Printed.Kind.DIAGNOSTIC;
        Printed.Kind reference = kpi ? Printed.Kind.REFERENCE : Printed.Kind.DIAGNOSTIC;
        ItemText text = edition.text(item);
        int decimals = item.rounding().scale();
        boolean adverse = effect(item, item.deltaPlan()) < 0;
        Status status = item.status();
        Optional<String> second = kpi ? second(item) : Optional.empty();
        return new Row(
                name(item, kpi) + (second.isPresent() ? "\n" : ""),
                second.orElse(null),
                kpi && edition.isPlanned() ? text.weight() : "",
                Printed.number(text.cell(item.actual()), size, false, decimals),
                Printed.mark(marks(item), size, decimals),
                Printed.number(text.planToDate(), reference, false, decimals),
                Printed.number(text.deltaPlan(), size, adverse, decimals),
                bar(item, bars, kpi),
                relative(item, text, size, adverse),
                pin(item, pinAxis, kpi),
                remarks.instead(item).orElse(null),
                remarks.reason(item).orElse(null),
                Printed.number(text.priorYear(), reference, false, decimals),
                Printed.number(text.deltaPriorYear(), size, effect(item, item.deltaPriorYear()) < 0, decimals),
                Printed.number(kpi ? text.forecast() : "", size, false, decimals),
                Printed.mark(
                        kpi ? item.forecastMethod().map(ForecastMethod::letter).orElse("") : "", size, decimals),
                kpi ? planWhole(item, text) : null,
                isPlanLabelled(text),
                Printed.number(kpi ? text.achievement() : "", size, status == Status.RED, 1),
                provisional(item),
                Signs.sign(status, edition.isOpen(), edition.palette(), SIGN_X, Signs.RADIUS),
                Integer.toString(edition.scorecard().traceCode(item).line()),
                status.sign() + " " + Messages.text(edition.locale(), "status." + status.name()),
                trend.sparkline(item, !kpi),
                trend.words(item),
                kpi ? trend.missing(item) : null);
    }

    private String name(ScorecardItem item, boolean kpi) {
        return kpi ? names.text(item, NAME_WIDTH, 7.5f, 2) : names.text(item, DIAGNOSTIC_NAME_WIDTH, 6.5f, 1);
    }

    /** Below a name of one line: that its gate waits or was not met, else to which day its data reach. */
    private Optional<String> second(ScorecardItem item) {
        if (names.lineCount(item, NAME_WIDTH, 7.5f, 2) > 1) {
            return Optional.empty();
        }
        return item.beside()
                .gate()
                .flatMap(g -> switch (g.state()) {
                    case PENDING -> Optional.of(edition.texts().text("gate.pending"));
                    case FAIL, FAIL_EARLY -> Optional.of(edition.texts().text("gate.failed"));
                    default -> Optional.<String>empty();
                })
                .or(() -> remarks.dataTo(item));
    }

    private @Nullable String provisional(ScorecardItem item) {
        boolean pending =
                item.notes().contains(Note.GATE_PENDING) && item.scored().isPresent();
        return pending ? edition.texts().text("gate.provisional") : null;
    }

    /** Beside the actual: ◐ where days are missing, ‡ where its base is small. */
    private static String marks(ScorecardItem item) {
        return (item.notes().contains(Note.PARTIAL) ? "◐" : "") + (item.notes().contains(Note.LOW_BASE) ? "‡" : "");
    }

    private VarianceBar bar(ScorecardItem item, Axis axis, boolean kpi) {
        float share = axis.visible() ? scales.share(item) : 0;
        return new VarianceBar(axis, share, kpi ? 8 : 4.2f, edition.palette().of(effect(item, item.deltaPlan())));
    }

    private Pin pin(ScorecardItem item, Axis axis, boolean kpi) {
        float share = axis.visible() ? pins.share(item) : Float.NaN;
        return new Pin(axis, share, !kpi, edition.palette().of(effect(item, item.deltaPlan())));
    }

    /** Numbers on the decimal axis; words such as pp and n/m smaller, where the column head ends. */
    private static Printed relative(ScorecardItem item, ItemText text, Printed.Kind size, boolean adverse) {
        String relative = text.deltaPlanRelative();
        if (item.deltaPlan().absolute() == null) {
            return Printed.number(item.actual().usable().isPresent() ? relative : "", size, false, 0);
        }
        if (PinAxis.hasPin(item)) {
            return Printed.number(relative, size, adverse, 1);
        }
        boolean turned = item.deltaPlan().why().isPresent() && !item.unitKind().isComparedInPoints();
        return turned ? Printed.word(relative, size) : Printed.unit(relative);
    }

    /** The plan of the whole period under the forecast, where it says more than the plan to date does. */
    private @Nullable Printed planWhole(ScorecardItem item, ItemText text) {
        return edition.isOpen()
                        && item.plan().usable().isPresent()
                        && item.forecast().usable().isPresent()
                ? Printed.number(
                        text.plan(), Printed.Kind.SMALL, false, item.rounding().scale())
                : null;
    }

    /** Dropped first where both do not fit side by side. */
    private boolean isPlanLabelled(ItemText text) {
        return edition.lettering().width(text.plan(), SMALL_SIZE, false) <= PLAN_WIDTH_MAX;
    }

    private static int effect(ScorecardItem item, Change change) {
        Optional<BigDecimal> variance = change.absoluteValue();
        return variance.map(item::effect).orElse(0);
    }
}
