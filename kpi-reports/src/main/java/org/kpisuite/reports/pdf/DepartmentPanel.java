package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.reports.chart.DepartmentCell;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.StatusSign;

/** Draws one department of an overview, and tells it in words. */
final class DepartmentPanel {
    private static final float NAME_SIZE = 8;
    private static final float ITEM_SIZE = 7.5f;
    private static final float SCORE_RADIUS = 4;
    private static final float ITEM_RADIUS = 2.5f;
    private static final float WORST_RADIUS = 2.9f;

    private final Edition edition;
    private final Texts texts;
    private final Scorecard card;

    DepartmentPanel(Edition edition, Scorecard card) {
        this.edition = edition;
        this.texts = edition.texts();
        this.card = card;
    }

    DepartmentCell draw(float width, boolean ruled) {
        return new DepartmentCell(
                edition.lettering().line(name(), width, NAME_SIZE, true),
                score(),
                items().stream().map(i -> sign(i.status(), ITEM_RADIUS)).toList(),
                coverage(),
                new ScoreCell(texts, card.scores(), card.heading().isOpen())
                        .drawSmall(card.score().limits()),
                card.worst().map(item -> worst(item, width)),
                ruled);
    }

    String name() {
        return card.heading().unitName().in(edition.locale());
    }

    private StatusSign sign(Status status, float radius) {
        return Signs.sign(status, card.heading().isOpen(), edition.palette(), 0, radius);
    }

    private DepartmentCell.Score score() {
        Optional<BigDecimal> change = change();
        boolean adverse = change.filter(c -> c.signum() < 0).isPresent();
        boolean rated = card.score().points().isPresent();
        return new DepartmentCell.Score(
                rated ? points(card.score().points()) : "—",
                sign(card.score().status(), SCORE_RADIUS),
                rated ? changeText(change) : unrated(),
                adverse,
                adverse ? edition.palette().bad() : rated ? Ink.NOTE : Ink.TEXT);
    }

    private String unrated() {
        return Messages.text(edition.locale(), card.plan().isPresent() ? "score.not-rated" : "plan.not-approved");
    }

    /** Printed change against the period before. */
    private Optional<BigDecimal> change() {
        return card.score()
                .points()
                .flatMap(now -> card.previousScore().points().map(then -> Decimals.round(now.subtract(then), 1)));
    }

    private String changeText(Optional<BigDecimal> change) {
        String previous = texts.period(card.heading().period().previous());
        return change.map(c ->
                        texts.text("overview.change", previous, texts.numbers().signed(c)))
                .orElse("");
    }

    private String points(Optional<BigDecimal> points) {
        return points.map(texts.numbers()::points).orElse("—");
    }

    /** In the order of merit. */
    private List<ScorecardItem> items() {
        return card.items().stream()
                .filter(i -> card.plan().isPresent() && i.usage() == Usage.EVAL)
                .sorted((a, b) -> a.status().compareTo(b.status()))
                .toList();
    }

    private String coverage() {
        boolean whole = card.score().coverage().compareTo(Decimals.HUNDRED) >= 0;
        return card.plan().isEmpty() || whole
                ? ""
                : texts.text(
                        "overview.coverage",
                        texts.numbers().percent(card.score().coverage()));
    }

    private DepartmentCell.Worst worst(ScorecardItem item, float width) {
        return new DepartmentCell.Worst(
                texts.text("overview.worst"),
                edition.lettering()
                        .lines(item.name().in(edition.locale()), DepartmentCell.itemWidth(width), ITEM_SIZE, false, 2),
                points(item.scored()),
                item.status() == Status.RED,
                sign(item.status(), WORST_RADIUS));
    }

    String words() {
        List<String> parts = new ArrayList<>();
        parts.add(name() + ": "
                + card.score()
                        .points()
                        .map(p -> texts.numbers().points(p) + " "
                                + status(card.score().status()))
                        .orElseGet(this::unrated));
        change().ifPresent(c -> parts.add(changeText(Optional.of(c))));
        if (!coverage().isEmpty()) {
            parts.add(coverage());
        }
        card.worst()
                .ifPresent(i -> parts.add(texts.text("overview.worst") + ": "
                        + i.name().in(edition.locale()) + " " + points(i.scored()) + " " + status(i.status())));
        parts.add(new ScoreCell(texts, card.scores(), card.heading().isOpen()).words());
        return String.join("; ", parts);
    }

    private String status(Status status) {
        return Messages.text(edition.locale(), "status." + status);
    }
}
