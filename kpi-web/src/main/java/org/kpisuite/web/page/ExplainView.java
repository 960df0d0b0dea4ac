package org.kpisuite.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.ItemWords;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.scorecard.Trace;

/** How one line of a scorecard came about, as the page prints it. */
public final class ExplainView {
    /** Rows on the page; all of them are answered by the API. */
    static final int ROWS_MAX = 200;

    private final Scorecard card;
    private final ScorecardItem item;
    private final Trace trace;
    private final ExplainFigures figures;
    private final Map<String, String> units;
    private final Reader reader;

    ExplainView(Scorecard card, ScorecardItem item, Trace trace, Names names, Reader reader) {
        this.card = card;
        this.item = item;
        this.trace = trace;
        this.figures = new ExplainFigures(item, names.catalogue(), reader);
        this.units = names.units();
        this.reader = reader;
    }

    /** What codes are called: definitions, and units by code. */
    record Names(Catalogue catalogue, Map<String, String> units) {}

    /** {@code Leads: 900 pcs against a plan of 1,000 pcs to date}. */
    public String getHeadline() {
        String name = getName();
        if (item.actual().usable().isEmpty()) {
            return reader.text(
                    "explain.title.none", name, card.heading().period().code());
        }
        String actual = figures.line(item.actual().usable().get());
        return item.planToDate()
                .usable()
                .map(p -> reader.text("explain.title.plan", name, actual, figures.line(p)))
                .orElseGet(() -> reader.text(
                        "explain.title", name, actual, card.heading().period().code()));
    }

    public String getName() {
        String name = figures.text().name();
        return item.dims().isEmpty() ? name : name + " · " + item.dims();
    }

    public String getKey() {
        return item.key();
    }

    public String getUnitName() {
        return card.heading().unitName().in(reader.getLocale());
    }

    public String getPeriod() {
        return card.heading().period().code();
    }

    public String getPeriodLine() {
        return new ScorecardView(card, reader).getPeriodLine();
    }

    public String getAsOf() {
        return reader.text("asof.label", reader.instant(card.heading().asOf()));
    }

    /** Why the number has a mark, or why there is none; empty where there is nothing to say. */
    public String getRemarks() {
        ItemWords words = new ItemWords(item, reader.getLocale());
        return Stream.concat(item.notes().stream().map(words::note), words.turns().stream())
                .collect(Collectors.joining("; "));
    }

    public List<ExplainStep> getSteps() {
        return new ExplainSteps(item, figures, units, reader).of(trace.explanation());
    }

    /** The rows by measure; together at most {@link #ROWS_MAX}. */
    public List<ExplainRows> getMeasures() {
        List<ExplainRows> groups = new ArrayList<>();
        int left = ROWS_MAX;
        for (Trace.MeasureRows measure : trace.measures()) {
            int shown = Math.min(left, measure.rows().size());
            groups.add(new ExplainRows(measure, shown, figures, units, reader, this::trace));
            left -= shown;
        }
        return groups;
    }

    /** Where one of the rows is told about. */
    private String trace(StoredFact fact) {
        return TracePage.address(
                fact,
                new TracePage.Line(
                        card.heading().unit(),
                        item.key(),
                        getPeriod(),
                        card.heading().asOf()));
    }

    /** How many rows are not told, of units that the person may not read; empty where none. */
    public String getHidden() {
        return trace.hidden() == 0 ? "" : reader.text("explain.rows.hidden", reader.count(trace.hidden()));
    }

    public boolean isNothing() {
        return trace.count() == 0;
    }

    public String getCount() {
        return reader.count(trace.count());
    }

    public boolean isCut() {
        return trace.measures().stream().mapToInt(m -> m.rows().size()).sum() > ROWS_MAX;
    }

    public String getCutText() {
        return reader.text("explain.rows.cut", reader.count(ROWS_MAX), getCount());
    }

    /** Whether there are too many rows to be compared with the values. */
    public boolean isBeyond() {
        return !trace.whole();
    }

    /** Where one line of a scorecard is told about. */
    static String address(String page, String unit, String key, String period, Chosen chosen) {
        return chosen.in(page + "?unit=" + encode(unit) + "&indicator=" + encode(key) + "&period=" + encode(period));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The achievement beside the headline, a dash where nothing is scored. */
    public String getAchievement() {
        return item.scored().map(reader.numbers()::points).orElse(NumberText.NO_VALUE);
    }
}
