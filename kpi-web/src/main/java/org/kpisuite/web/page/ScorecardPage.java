package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.scorecard.Scorecards;

/** The scorecard of a department: {@code /scorecard?unit=&period=&asOf=}; the first unit and this quarter by default. */
@Named("scorecard")
@RequestScoped
public class ScorecardPage {
    @Inject
    Reader reader;

    @Inject
    Clock clock;

    @EJB
    Units units;

    @EJB
    Scorecards scorecards;

    private @Nullable String unit;
    private @Nullable String period;
    private @Nullable String asOf;
    private @Nullable ScorecardView view;

    /** Reads the scorecard that the address names. */
    public void open() {
        List<OrgUnit> known = units.list();
        if (unit == null && !known.isEmpty()) {
            unit = known.get(0).code();
        }
        if (unit != null) {
            view = new ScorecardView(scorecards.of(unit, period(), PointInTime.of(asOf, reader.getZone())), reader);
        }
    }

    private Period period() {
        return period == null
                ? reader.calendar().planQuarter(LocalDate.ofInstant(clock.instant(), reader.getZone()))
                : reader.calendar().parse(period);
    }

    /** Null where the person may see no unit at all. */
    public @Nullable ScorecardView getView() {
        return view;
    }

    public PeriodSteps getSteps() {
        return new PeriodSteps(period());
    }

    /** Where a line of this scorecard is explained. */
    public String explained(ScorecardRow row) {
        return "explain"
                + ExplainView.query(String.valueOf(unit), row.getKey(), period().code(), Optional.ofNullable(asOf));
    }

    /** A file of this scorecard. */
    public record Download(String name, String address) {}

    public List<Download> getDownloads() {
        return Stream.of("pdf", "xlsx")
                .flatMap(form -> Stream.of("en", "ru")
                        .map(language -> new Download(
                                reader.text("download." + form + "." + language),
                                ScorecardFile.address(unit, period(), asOf, form, language))))
                .toList();
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

    public @Nullable String getAsOf() {
        return asOf;
    }

    public void setAsOf(String asOf) {
        this.asOf = asOf;
    }
}
