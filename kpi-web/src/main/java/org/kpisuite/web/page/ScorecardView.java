package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.HeadingRemarks;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;

/** A scorecard as the page prints it: sentence, facts, a block for each nature, remarks. */
public final class ScorecardView {
    /** Ends that the scale of the pins may have; the smallest one that holds all scored lines is taken. */
    private static final List<BigDecimal> PIN_LIMITS = Stream.of("0.05", "0.10", "0.15", "0.20", "0.30", "0.50", "1")
            .map(BigDecimal::new)
            .toList();

    private final Scorecard card;
    private final Reader reader;
    private final SpanTable spans;

    public ScorecardView(Scorecard card, Reader reader) {
        this.card = card;
        this.reader = reader;
        this.spans = new SpanTable(card, reader);
    }

    /** The lines of one nature; what explains a line stands under it. */
    public record Block(String name, String hint, String weight, List<ScorecardRow> rows) {}

    /** A pair of the unit: what its test says, and where more stands. */
    public record PairLineView(String name, String verdict, String text, String address) {}

    public List<PairLineView> getPairs() {
        return card.pairs().stream()
                .map(p -> new PairLineView(
                        p.leading().series().name().in(reader.getLocale()) + " → "
                                + p.lagging().series().name().in(reader.getLocale()),
                        reader.text("ll.verdict." + p.analysis().verdict()),
                        p.analysis().text().in(reader.getLocale()),
                        "leadlag?unit=" + card.heading().unit() + "&pair="
                                + p.pair().code()))
                .toList();
    }

    /** The signals of these pairs that still speak. */
    public List<PairView.Told> getSignals() {
        return card.signalTexts().stream().map(t -> PairView.told(t, reader)).toList();
    }

    public String getHeadline() {
        return Headline.of(card, reader.getLocale());
    }

    public String getUnitName() {
        return card.heading().unitName().in(reader.getLocale());
    }

    /** {@code 2026-Q4 to 21 Nov (52 of 92 days)}. */
    public String getPeriodLine() {
        Scorecard.Heading heading = card.heading();
        String line = reader.text(
                heading.isOpen() ? "card.period.open" : "card.period.whole",
                heading.period().code(),
                reader.shortDay(heading.lastDay()),
                String.valueOf(heading.elapsedDays()),
                String.valueOf(heading.totalDays()));
        List<String> remarks = HeadingRemarks.of(heading, reader.getLocale());
        return remarks.isEmpty() ? line : line + " · " + String.join(" · ", remarks);
    }

    /**
     * Another score of the period.
     *
     * @param points that were added by four eyes, each with its reason and names
     */
    public record Other(String name, String score, Status status, String label, List<String> points) {}

    /** Whether it is the score at the head: that as reported, once the plan was closed. */
    private boolean isHead(OtherScore other) {
        return other.kind() == OtherScore.Kind.REPORTED && card.scoreOfLines().isPresent();
    }

    /** What the score is called: that as reported says since when. */
    public String getScoreLabel() {
        return card.scoreOfLines()
                .flatMap(now -> card.others().stream().filter(this::isHead).findFirst())
                .map(o -> o.name(reader.getLocale(), reader.instant(o.asOf())))
                .orElseGet(() -> reader.text(isRunning() ? "card.score.open" : "card.score"));
    }

    /** Scores as reported, restated, supplementary or by the other organisation, but for that at the head. */
    public List<Other> getOthers() {
        return card.others().stream()
                .filter(o -> !isHead(o))
                .map(o -> new Other(
                        o.name(reader.getLocale(), reader.instant(o.asOf())),
                        points(o.score().points()),
                        o.score().status(),
                        StatusCount.label(o.score().status(), isRunning(), reader),
                        o.points().stream().map(p -> p.text(reader.getLocale())).toList()))
                .toList();
    }

    /** Whether periods find their prior year by that rule. */
    public boolean isComparedBy(Comparisons comparisons) {
        return card.heading().comparisons().equals(comparisons);
    }

    /** The longer comparisons of all lines; empty where the period has none. */
    public SpanTable getSpans() {
        return spans;
    }

    public boolean isRunning() {
        return card.heading().isOpen();
    }

    public boolean isPlanned() {
        return card.plan().isPresent();
    }

    public boolean isBlank() {
        return card.items().isEmpty();
    }

    public String getPlanLine() {
        return card.plan()
                .map(p -> reader.text("card.plan", String.valueOf(p.revision()), p.hashPrinted()))
                .orElse("");
    }

    public long getPlanId() {
        return card.plan().map(Scorecard.PlanMark::id).orElse(0L);
    }

    public String getLate() {
        return card.plan()
                .filter(p -> p.approvedLateDays() > 0)
                .map(p -> Messages.text(reader.getLocale(), "plan.approved-late", p.approvedLateDays()))
                .orElse("");
    }

    public String getAsOf() {
        return reader.instant(card.heading().asOf());
    }

    public String getScore() {
        return points(card.score().points());
    }

    public Optional<BigDecimal> getScorePoints() {
        return card.score().points();
    }

    public Status getStatus() {
        return card.score().status();
    }

    public String getStatusLabel() {
        return StatusCount.label(getStatus(), isRunning(), reader);
    }

    public String getPreviousPeriod() {
        return card.heading().period().previous().code();
    }

    public String getPreviousScore() {
        return points(card.previousScore().points());
    }

    private Optional<BigDecimal> change() {
        Score before = card.previousScore();
        return card.score().points().flatMap(s -> before.points()
                .map(b -> Decimals.round(s, 1).subtract(Decimals.round(b, 1))));
    }

    public String getChange() {
        return change().map(reader.numbers()::signed).orElse(NumberText.NO_VALUE);
    }

    public int getChangeEffect() {
        return change().map(BigDecimal::signum).orElse(0);
    }

    public String getCoverage() {
        return reader.numbers().percent(card.score().coverage());
    }

    public String getRange() {
        Score score = card.score();
        return score.low() == null || score.high() == null
                ? NumberText.NO_VALUE
                : reader.numbers().points(score.low()) + "–" + reader.numbers().points(score.high());
    }

    public List<StatusCount> getDistribution() {
        return StatusCount.of(card, reader);
    }

    public List<Block> getBlocks() {
        return Arrays.stream(Nature.values())
                .map(this::block)
                .filter(b -> !b.rows().isEmpty())
                .toList();
    }

    private Block block(Nature nature) {
        List<ScorecardItem> heads = card.items(nature).stream()
                .filter(i -> i.usage() == Usage.EVAL || !isExplaining(i))
                .toList();
        List<ScorecardRow> rows = new ArrayList<>();
        for (ScorecardItem head : heads) {
            rows.add(row(head));
            card.items().stream()
                    .filter(i -> i.usage() == Usage.DIAG && head.key().equals(i.explains()))
                    .map(this::row)
                    .forEach(rows::add);
        }
        return new Block(
                Messages.text(reader.getLocale(), "nature." + nature.name()),
                reader.text("nature.hint." + nature.name()),
                plain(card.weight(nature)),
                rows);
    }

    private boolean isExplaining(ScorecardItem item) {
        return card.items().stream()
                .anyMatch(i -> i.usage() == Usage.EVAL && i.key().equals(item.explains()));
    }

    private ScorecardRow row(ScorecardItem item) {
        return new ScorecardRow(item, reader, isRunning(), getPinLimit());
    }

    public BigDecimal getPinLimit() {
        BigDecimal largest = card.items().stream()
                .filter(i -> i.usage() == Usage.EVAL && !i.unitKind().isComparedInPoints())
                .map(i -> i.deltaPlan().relativeValue())
                .flatMap(Optional::stream)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return PIN_LIMITS.stream()
                .filter(l -> l.compareTo(largest) >= 0)
                .findFirst()
                .orElse(PIN_LIMITS.get(PIN_LIMITS.size() - 1));
    }

    public BigDecimal getLargestLoss() {
        return card.losses().stream()
                .findFirst()
                .flatMap(ScorecardItem::pointsLost)
                .orElse(BigDecimal.ONE);
    }

    public String getTotalWeight() {
        return plain(card.weight(Nature.LEAD).add(card.weight(Nature.LAG)));
    }

    /** What the lines come to; another score than that at the head where that was reported. */
    private Score lines() {
        return card.scoreOfLines().map(OtherScore::score).orElse(card.score());
    }

    public String getTotalScore() {
        return points(lines().points());
    }

    public Status getTotalStatus() {
        return lines().status();
    }

    public String getTotalStatusLabel() {
        return StatusCount.label(getTotalStatus(), isRunning(), reader);
    }

    /** A dash where nothing is scored. */
    public String getTotalLoss() {
        return ScorecardRow.loss(lost(), reader);
    }

    public int getTotalLossEffect() {
        return -lost().map(p -> Decimals.round(p, 1).signum()).orElse(0);
    }

    private Optional<BigDecimal> lost() {
        return card.items().stream().anyMatch(i -> i.scored().isPresent())
                ? Optional.of(card.pointsLost())
                : Optional.empty();
    }

    /** The largest loss with the name of its indicator; empty where nothing was lost. */
    public Optional<ScorecardRow> getWorst() {
        return card.losses().stream().findFirst().map(this::row);
    }

    public List<String> getRestatements() {
        return card.restatements().stream()
                .map(r -> reader.text(
                        "card.restated",
                        r.measureName().in(reader.getLocale()),
                        r.period().code(),
                        reader.numbers().plain(r.before().stripTrailingZeros()),
                        reader.numbers().plain(r.after().stripTrailingZeros()),
                        String.valueOf(r.importId()),
                        reader.shortInstant(r.recordedAt())))
                .toList();
    }

    /** What marks stand for, and on which rows. */
    public record Remark(String names, String text) {}

    /** What the marks stand for, each once, in the order of the table. */
    public List<Remark> getRemarks() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        getBlocks().stream().flatMap(b -> b.rows().stream()).forEach(row -> row.remarks()
                .forEach(text ->
                        names.computeIfAbsent(text, t -> new ArrayList<>()).add(row.getName())));
        return names.entrySet().stream()
                .map(e -> new Remark(String.join("; ", e.getValue()), e.getKey()))
                .toList();
    }

    /** How many periods a sparkline shows: 13 quarters, 13 weeks. */
    public String getTrendHead() {
        return reader.text(
                "trend." + card.heading().period().granularity().name(),
                card.trendPeriods().size());
    }

    private String points(Optional<BigDecimal> points) {
        return points.map(reader.numbers()::points).orElse(NumberText.NO_VALUE);
    }

    private String plain(BigDecimal weight) {
        BigDecimal bare = weight.stripTrailingZeros();
        return reader.numbers().plain(bare.scale() < 0 ? bare.setScale(0) : bare);
    }
}
