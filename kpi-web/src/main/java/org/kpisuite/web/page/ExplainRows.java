package org.kpisuite.web.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kpisuite.domain.scorecard.SourceCheck;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.scorecard.Trace;

/** The delivered rows behind one measure as the page prints them, and the line that compares them with its value. */
public final class ExplainRows {
    private final Trace.MeasureRows traced;
    private final int shown;
    private final ExplainFigures figures;
    private final Map<String, String> units;
    private final Reader reader;
    private final Function<StoredFact, String> address;

    ExplainRows(
            Trace.MeasureRows traced,
            int shown,
            ExplainFigures figures,
            Map<String, String> units,
            Reader reader,
            Function<StoredFact, String> address) {
        this.traced = traced;
        this.shown = shown;
        this.figures = figures;
        this.units = units;
        this.reader = reader;
        this.address = address;
    }

    /** One delivered row. */
    public record Row(
            String unit,
            String dims,
            String period,
            String source,
            String value,
            String exact,
            int revision,
            String recorded,
            String address,
            String origin) {}

    public String getName() {
        return traced.measure().name() == null ? "" : traced.measure().name().in(reader.getLocale());
    }

    public String getCode() {
        return traced.measure().subject();
    }

    public String getDays() {
        var days = traced.measure().days();
        return reader.text("explain.days", reader.day(days.start()), reader.day(days.endInclusive()));
    }

    public String getCount() {
        return reader.text(
                "explain.rows.count",
                reader.count(shown),
                reader.count(traced.rows().size()));
    }

    public boolean isNothing() {
        return traced.rows().isEmpty();
    }

    public boolean isCut() {
        return shown < traced.rows().size();
    }

    /** The control line: what the rows come to, and whether that is the value. */
    public String getControl() {
        SourceCheck check = traced.check();
        String rule = traced.measure().aggregation();
        String sum = reader.text(
                "explain.sum." + (rule.equals("LAST") || rule.equals("FIRST") ? rule : "SUM"),
                figures.exactMeasure(getCode(), check.total()));
        return reader.text(
                "explain.check." + check.outcome(),
                sum,
                figures.exactMeasure(getCode(), traced.measure().value()));
    }

    /** good, bad, or neither where nothing is claimed. */
    public String getControlKind() {
        return switch (traced.check().outcome()) {
            case EQUAL -> "good";
            case DIFFERENT -> "bad";
            case CONVERTED, SPLIT, MEAN, NO_VALUE -> "m2";
        };
    }

    public String getControlIcon() {
        return switch (traced.check().outcome()) {
            case EQUAL -> "check";
            case DIFFERENT -> "alert";
            case CONVERTED, SPLIT, MEAN, NO_VALUE -> "info";
        };
    }

    public List<Row> getRows() {
        return traced.rows().stream().limit(shown).map(this::row).toList();
    }

    private Row row(StoredFact fact) {
        return new Row(
                units.getOrDefault(fact.unit(), fact.unit()),
                fact.dims(),
                fact.period().code(),
                fact.source(),
                figures.measure(fact.measure(), fact.value()),
                figures.exactMeasure(fact.measure(), fact.value()),
                fact.revision(),
                reader.instant(fact.recordedAt()),
                address.apply(fact),
                reader.text("explain.origin", String.valueOf(fact.importId()), reader.count(fact.row())));
    }
}
