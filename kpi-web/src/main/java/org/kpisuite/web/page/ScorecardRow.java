package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ItemWords;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;
import org.kpisuite.domain.scorecard.Status;

/** One line of a scorecard as the page prints it. */
public final class ScorecardRow {
    private static final String SPACED = "%s %s";

    private final ScorecardItem item;
    private final ItemText text;
    private final ItemWords words;
    private final Reader reader;
    private final boolean running;
    private final BigDecimal pinLimit;

    ScorecardRow(ScorecardItem item, Reader reader, boolean running, BigDecimal pinLimit) {
        this.item = item;
        this.text = new ItemText(item, reader.getLocale());
        this.words = new ItemWords(item, reader.getLocale());
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

    /** The marks of the value; that of a gate stands beside the achievement. */
    public String getMarks() {
        return marks(n -> !isOfGate(n));
    }

    public String getGateMark() {
        return marks(ScorecardRow::isOfGate);
    }

    private String marks(Predicate<Note> which) {
        return item.notes().stream()
                .filter(which)
                .map(words::mark)
                .filter(m -> !m.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static boolean isOfGate(Note note) {
        return note == Note.GATE_FAILED || note == Note.GATE_PENDING;
    }

    /** Why there is no actual, in place of the variances; empty where there is one. */
    public String getInstead() {
        return words.instead().orElse("");
    }

    /** What the marks stand for; what the row itself says is not said again. */
    List<String> remarks() {
        return item.notes().stream()
                .filter(n -> !words.mark(n).isEmpty())
                .map(words::note)
                .toList();
    }

    /** Why there is no achievement, for readers who hear the page. */
    public String getWhy() {
        return words.instead().orElseGet(() -> String.join("; ", remarks()));
    }

    public String getWeight() {
        return isScored() ? text.weight() : "";
    }

    public String getActual() {
        return text.cell(item.actual());
    }

    /** For readers who hear the page: the actual, or why there is none. */
    public String getSpoken() {
        return words.instead().orElse(text.actual());
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

    /** How a sign turned, or that the plan is zero: in place of the pin, which there is none for. */
    public String getDeltaPlanReason() {
        return words.reason(item.deltaPlan()).orElse("");
    }

    public String getDeltaPriorYear() {
        return compared(item.deltaPriorYear());
    }

    public String getDeltaPriorYearReason() {
        return beside(item.deltaPriorYear());
    }

    public String getDeltaPrevious() {
        return compared(item.deltaPrevious());
    }

    public String getDeltaPreviousReason() {
        return beside(item.deltaPrevious());
    }

    /** The absolute variance and the words, where there is no percentage. */
    private String beside(Change change) {
        return words.reason(change)
                .map(r -> item.unitKind().isComparedInPoints() ? r : text.absolute(change) + ", " + r)
                .orElse("");
    }

    private String compared(Change change) {
        return item.unitKind().isComparedInPoints() ? inPoints(text.absolute(change)) : text.relative(change);
    }

    private String inPoints(String difference) {
        return item.unitKind() == UnitKind.PERCENT && !difference.equals(NumberText.NO_VALUE)
                ? SPACED.formatted(difference, Messages.text(reader.getLocale(), "unit.pp"))
                : difference;
    }

    /** 1 good, −1 bad, 0 neither, as nothing that is printed as zero is; a line that only explains is not judged. */
    public int getEffect() {
        return isScored()
                ? item.deltaPlan()
                        .absoluteValue()
                        .map(item.rounding()::printed)
                        .map(item::effect)
                        .orElse(0)
                : 0;
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
        return points.map(p -> reader.numbers().plain(Decimals.round(p, 1).negate()))
                .orElse(NumberText.NO_VALUE);
    }

    public BigDecimal getLostPoints() {
        return item.pointsLost().orElse(BigDecimal.ZERO);
    }

    public int getLossEffect() {
        return -Decimals.round(getLostPoints(), 1).signum();
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
