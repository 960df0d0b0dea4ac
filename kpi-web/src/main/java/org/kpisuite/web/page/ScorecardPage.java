package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.Scorecards;

/** The scorecard of a department: {@code /scorecard?unit=&period=&asOf=}; the first unit and this quarter by default. */
@Named("scorecard")
@RequestScoped
public class ScorecardPage {
    @Inject
    Reader reader;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @EJB
    Units units;

    @EJB
    Scorecards scorecards;

    private @Nullable String unit;
    private @Nullable String period;
    private @Nullable String asOf;
    private @Nullable String comparison;
    private @Nullable String organisation;
    private @Nullable ScorecardView view;

    /** A form names them too: its rows are read before the address is. */
    @PostConstruct
    void begin() {
        unit = request.getParameter("unit");
        period = request.getParameter("period");
    }

    /** Reads the scorecard that the address names. */
    public void open() {
        List<OrgUnit> known = units.list();
        if (unit == null && !known.isEmpty()) {
            unit = known.get(0).code();
        }
        if (unit != null) {
            view = new ScorecardView(scorecards.of(unit, period(), at(), chosen().choices()), reader);
        }
    }

    private Chosen chosen() {
        return new Chosen(asOf, comparison, organisation);
    }

    /** Code of the unit that is shown; empty where the person may see none. */
    String unit() {
        return unit == null ? "" : unit;
    }

    /** The point in time that the page is of; empty for now. */
    Optional<Instant> at() {
        return chosen().at(reader.getZone());
    }

    Period period() {
        return period == null
                ? reader.calendar().planQuarter(LocalDate.ofInstant(clock.instant(), reader.getZone()))
                : reader.calendar().parse(period);
    }

    /** Null where the person may see no unit at all. */
    public @Nullable ScorecardView getView() {
        if (view == null) {
            open();
        }
        return view;
    }

    public PeriodSteps getSteps() {
        return new PeriodSteps(period());
    }

    /** Where a line of this scorecard is explained. */
    public String explained(ScorecardRow row) {
        return ExplainView.address("explain", String.valueOf(unit), row.getKey(), period().code(), chosen());
    }

    /** A file of this scorecard. */
    public record Download(String name, String address) {}

    public List<Download> getDownloads() {
        return Stream.of("pdf", "xlsx")
                .flatMap(form -> Stream.of("en", "ru")
                        .map(language -> new Download(
                                reader.text("download." + form + "." + language),
                                ScorecardFile.address(unit, period(), chosen(), form, language))))
                .toList();
    }

    /** Something that the reader may choose, as it stands in the address. */
    public record Choice(String name, String value, String text, boolean taken) {}

    /** By which rule periods find their prior year, and by which organisation figures stand together. */
    public List<Choice> getChoices() {
        ScorecardQuery.Choices taken = chosen().choices();
        Stream<Choice> comparisons = Stream.of(Comparisons.STANDARD, Comparisons.RESTATED, Comparisons.SAME_DATE)
                .map(c -> new Choice(
                        "comparison",
                        c.name(),
                        reader.text("compare.prior-year." + c.name()),
                        view != null && view.isComparedBy(c)));
        Stream<Choice> organisations = Stream.of(ScorecardQuery.Organisation.values())
                .map(o -> new Choice(
                        "organisation",
                        o == ScorecardQuery.Organisation.RESTATED ? "restated" : "reported",
                        reader.text("compare.organisation." + o.name()),
                        taken.organisation() == o));
        return Stream.concat(comparisons, organisations).toList();
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return List.of("KPI", "AC", "PL", "ΔPL", "A, %");
    }

    public boolean isPast() {
        return Optional.ofNullable(asOf).filter(a -> !a.isBlank()).isPresent();
    }

    public List<OrgUnit> getUnits() {
        return units.list();
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public @Nullable String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
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

    public @Nullable String getAsOf() {
        return asOf;
    }

    public void setAsOf(String asOf) {
        this.asOf = asOf;
    }
}
