package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.GateText;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;

/** One line of a scorecard as the page prints it. */
public final class ScorecardRow {
    private static final String SPACED = "%s %s";

    private final ScorecardItem item;
    private final ItemText text;
    private final Reader reader;
    private final boolean running;
    private final BigDecimal pinLimit;

    ScorecardRow(ScorecardItem item, Reader reader, boolean running, BigDecimal pinLimit) {
        this.item = item;
        this.text = new ItemText(item, reader.getLocale());
        this.reader = reader;
        this.running = running;
        this.pinLimit = pinLimit;
    }

    public String getKey() {
        return item.key();
    }

    /** k for a scored line, d for one that explains. */
    public String getKind() {
        return isScored() ? "k" : "d";
    }

    public boolean isScored() {
        return item.usage() == Usage.EVAL;
    }

    /** The name with its unit, and the dimensions where it has any. */
    public String getName() {
        String unit = text.unit().isEmpty() ? "" : ", " + text.unit();
        String dims = item.dims().isEmpty() ? "" : " · " + item.dims();
        return text.name() + unit + dims;
    }

    /** ◐ not all in, est. where estimated. */
    public String getMarks() {
        String partial = item.notes().contains(ScorecardItem.Note.PARTIAL) ? "◐" : "";
        return item.notes().contains(ScorecardItem.Note.ESTIMATED) ? partial + reader.text("mark.estimated") : partial;
    }

    /** Why there is no number, for readers who hear the page. */
    public String getWhy() {
        return item.notes().stream().map(this::why).collect(Collectors.joining(", "));
    }

    private String why(ScorecardItem.Note note) {
        boolean ofGate = note == ScorecardItem.Note.GATE_FAILED || note == ScorecardItem.Note.GATE_PENDING;
        return item.beside()
                .gate()
                .filter(g -> ofGate)
                .map(g -> new GateText(g, reader.getLocale()).sentence())
                .orElseGet(() -> reader.text("note." + note.name(), text.named(note)));
    }

    public String getWeight() {
        return isScored() ? text.weight() : "";
    }

    public String getActual() {
        return text.actual();
    }

    public String getPlanToDate() {
        return text.planToDate();
    }

    public String getPrevious() {
        return text.previous();
    }

    /** In the unit of the line; a percentage differs in points. */
    public String getDeltaPlan() {
        return inPoints(text.deltaPlan());
    }

    /** Percent, or a dash where the unit is told in points. */
    public String getDeltaPlanRelative() {
        return item.unitKind().isComparedInPoints() ? "–" : text.deltaPlanRelative();
    }

    public String getDeltaPriorYear() {
        return compared(item.deltaPriorYear());
    }

    public String getDeltaPrevious() {
        return compared(item.deltaPrevious());
    }

    private String compared(Change change) {
        return item.unitKind().isComparedInPoints() ? inPoints(text.absolute(change)) : text.relative(change);
    }

    private String inPoints(String difference) {
        return item.unitKind() == UnitKind.PERCENT && !difference.equals(NumberText.NO_VALUE)
                ? SPACED.formatted(difference, Messages.text(reader.getLocale(), "unit.pp"))
                : difference;
    }

    /** 1 good, −1 bad, 0 neither; a line that only explains is not judged. */
    public int getEffect() {
        return isScored() ? item.deltaPlan().absoluteValue().map(item::effect).orElse(0) : 0;
    }

    public Pin.Shown getPin() {
        Optional<BigDecimal> relative = item.unitKind().isComparedInPoints()
                ? Optional.empty()
                : item.deltaPlan().relativeValue();
        return new Pin.Shown(relative, getEffect(), pinLimit, !isScored());
    }

    public String getAchievement() {
        return text.achievement();
    }

    public Status getStatus() {
        return item.status();
    }

    public String getStatusLabel() {
        return StatusCount.label(item.status(), running, reader);
    }

    /** Points lost with a minus, as they are missing from the score. */
    public String getLoss() {
        return loss(item.pointsLost(), reader);
    }

    static String loss(Optional<BigDecimal> points, Reader reader) {
        return points.map(p -> p.signum() > 0
                        ? NumberText.MINUS + reader.numbers().points(p)
                        : reader.numbers().points(p))
                .orElse(NumberText.NO_VALUE);
    }

    public BigDecimal getLostPoints() {
        return item.pointsLost().orElse(BigDecimal.ZERO);
    }

    public int getLossEffect() {
        return -getLostPoints().signum();
    }

    public Spark.Shown getSpark() {
        List<Cell> cells =
                item.trend().stream().map(ScorecardItem.TrendPoint::actual).toList();
        String words = item.trend().stream()
                .map(p -> p.period().code() + " " + text.cell(p.actual()))
                .collect(Collectors.joining("; "));
        boolean columns = item.unitKind() == UnitKind.COUNT || item.unitKind() == UnitKind.MONEY;
        return new Spark.Shown(
                cells.stream().map(Cell::usable).toList(), columns, running, !isScored(), text.name() + ": " + words);
    }
}
