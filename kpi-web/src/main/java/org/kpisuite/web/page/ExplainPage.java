package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.scorecard.Explanations;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.Scorecards;

/** Where a number of a scorecard comes from: {@code /explain?unit=&indicator=&period=&asOf=&comparison=&organisation=}. */
@Named("explain")
@RequestScoped
public class ExplainPage {
    @Inject
    Reader reader;

    @Inject
    Clock clock;

    @EJB
    Scorecards scorecards;

    @EJB
    Explanations explanations;

    @EJB
    Catalogues catalogues;

    @EJB
    Units units;

    private @Nullable String unit;
    private @Nullable String indicator;
    private @Nullable String period;
    private @Nullable String asOf;
    private @Nullable String comparison;
    private @Nullable String organisation;
    private Chosen shown = new Chosen(null, null, null);
    private @Nullable ExplainView view;
    private List<Line> lines = List.of();

    /** A line that the scorecard has. */
    public record Line(String name, String address) {}

    /** Reads the line that the address names; card and explanation at one instant. */
    public void open() {
        Period of = reader.calendar().parse(given("period", period));
        String key = given("indicator", indicator);
        Instant at = chosen().at(reader.getZone()).orElseGet(clock::instant);
        shown = chosen().asOf(at);
        Scorecard card = scorecards.of(given("unit", unit), of, Optional.of(at), chosen().choices());
        ScorecardQuery query = new ScorecardQuery(card.heading().unit(), of, at, chosen().choices());
        Optional<ScorecardItem> item =
                card.items().stream().filter(i -> i.key().equals(key)).findFirst();
        lines = card.items().stream()
                .map(i -> new Line(i.name().in(reader.getLocale()), address(card, i)))
                .toList();
        view = item.map(i -> new ExplainView(card, i, explanations.trace(query, key), names(), reader))
                .orElse(null);
    }

    private Chosen chosen() {
        return new Chosen(asOf, comparison, organisation);
    }

    private static String given(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new KpiException(Code.E_FIELD_MISSING, name);
        }
        return value;
    }

    private String address(Scorecard card, ScorecardItem item) {
        return ExplainView.address(
                "explain",
                card.heading().unit(),
                item.key(),
                card.heading().period().code(),
                chosen());
    }

    private ExplainView.Names names() {
        Map<String, String> names = units.list().stream()
                .collect(Collectors.toMap(OrgUnit::code, u -> u.name().in(reader.getLocale())));
        return new ExplainView.Names(catalogues.get(), names);
    }

    /** Null where the scorecard has no such line. */
    public @Nullable ExplainView getView() {
        return view;
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Where the API answers all rows, as of the same instant. */
    public String getAllRows() {
        return ExplainView.address(
                "api/actuals/trace", String.valueOf(unit), String.valueOf(indicator), String.valueOf(period), shown);
    }

    /** The scorecard on which the line stands. */
    public String getCard() {
        return chosen().in("scorecard?unit=" + unit + "&period=" + period);
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return List.of(
                reader.text("plan.unit"),
                reader.text("explain.row.period"),
                reader.text("explain.row.source"),
                reader.text("explain.row.value"));
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public @Nullable String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }

    public @Nullable String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }

    public @Nullable String getAsOf() {
        return asOf;
    }

    public void setAsOf(String asOf) {
        this.asOf = asOf;
    }

    public @Nullable String getComparison() {
        return comparison;
    }

    public void setComparison(String comparison) {
        this.comparison = comparison;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }
}
