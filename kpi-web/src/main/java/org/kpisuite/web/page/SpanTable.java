package org.kpisuite.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.RollingComparison;
import org.kpisuite.domain.scorecard.RollingComparison.Span;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;

/**
 * Quarter and year to date, the last complete periods, 53 weeks beside 52: each line over longer spans than its period.
 *
 * <p>A line whose data end earlier than those of others says to which day it goes. Source: domain specification §3.3.
 */
public final class SpanTable {
    private final Scorecard card;
    private final Reader reader;
    private final List<Span> spans;
    private final List<Head> heads;
    private final List<Row> rows;

    SpanTable(Scorecard card, Reader reader) {
        this.card = card;
        this.reader = reader;
        this.spans = Stream.of(Span.values())
                .filter(s -> card.items().stream().anyMatch(i -> rolling(i, s).isPresent()))
                .toList();
        this.heads = spans.stream().map(this::head).toList();
        this.rows = card.items().stream().map(this::row).toList();
    }

    /** A span and the days that it is compared with. */
    public record Head(String name, String days, String against, boolean planned) {}

    /** One line over one span. */
    public record Value(String actual, String deltaPlan, String delta, int planEffect, int effect, String to) {}

    /** One line. */
    public record Row(String name, boolean scored, List<Value> values) {}

    private static Optional<RollingComparison> rolling(ScorecardItem item, Span span) {
        return item.beside().rolling().stream().filter(r -> r.span() == span).findFirst();
    }

    /** The longest days that any line has over a span. */
    private RollingComparison widest(Span span) {
        return card.items().stream()
                .flatMap(i -> rolling(i, span).stream())
                .reduce((a, b) -> b.days().days() > a.days().days() ? b : a)
                .orElseThrow();
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    public List<Head> getHeads() {
        return heads;
    }

    public List<Row> getRows() {
        return rows;
    }

    private Head head(Span span) {
        RollingComparison widest = widest(span);
        return new Head(
                reader.text("span." + span),
                days(widest.days()),
                reader.text("span.against", days(widest.referenceDays())),
                isPlanned(span));
    }

    private boolean isPlanned(Span span) {
        return span == Span.QTD || span == Span.YTD;
    }

    private String days(DayRange days) {
        return reader.day(days.start()) + " – " + reader.day(days.endInclusive());
    }

    private Row row(ScorecardItem item) {
        ItemText text = new ItemText(item, reader.getLocale());
        String unit = text.unit().isEmpty() ? "" : ", " + text.unit();
        return new Row(
                text.name() + unit,
                item.usage() == Usage.EVAL,
                spans.stream().map(s -> value(item, text, s)).toList());
    }

    private Value value(ScorecardItem item, ItemText text, Span span) {
        return rolling(item, span)
                .map(r -> {
                    Change toPlan =
                            Change.of(r.actual().usable(), r.plan().usable(), item.unitKind(), Optional.empty());
                    boolean shorter =
                            r.days().endInclusive().isBefore(widest(span).days().endInclusive());
                    return new Value(
                            text.cell(r.actual()),
                            compared(item, text, toPlan),
                            compared(item, text, r.change()),
                            effect(item, toPlan),
                            effect(item, r.change()),
                            shorter
                                    ? reader.text(
                                            "span.to", reader.shortDay(r.days().endInclusive()))
                                    : "");
                })
                .orElseGet(() -> new Value(NumberText.NO_VALUE, NumberText.NO_VALUE, NumberText.NO_VALUE, 0, 0, ""));
    }

    private static int effect(ScorecardItem item, Change change) {
        return item.usage() == Usage.EVAL
                ? change.absoluteValue().map(item::effect).orElse(0)
                : 0;
    }

    private String compared(ScorecardItem item, ItemText text, Change change) {
        if (!item.unitKind().isComparedInPoints()) {
            return text.relative(change);
        }
        String points = text.absolute(change);
        return item.unitKind() == UnitKind.PERCENT && !points.equals(NumberText.NO_VALUE)
                ? points + " " + Messages.text(reader.getLocale(), "unit.pp")
                : points;
    }
}
