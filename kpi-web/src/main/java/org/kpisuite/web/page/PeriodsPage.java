package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodStatus;
import org.kpisuite.domain.calendar.ReopenScope;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.calendar.Periods;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;

/** Which figures may still change, and the steps that change that: {@code /periods?year=&period=}. */
@Named("periods")
@RequestScoped
public class PeriodsPage {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int MONTHS_OF_QUARTER = 3;

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @EJB
    Periods periods;

    @EJB
    Units units;

    @EJB
    Catalogues catalogues;

    @EJB
    Caller caller;

    private LocalDate day = LocalDate.EPOCH;
    private List<PeriodRow> rows = List.of();
    private @Nullable String asked;
    private @Nullable String reason;
    private boolean withParts = true;
    private boolean all;
    private String[] scopeUnits = {};
    private String[] scopeMeasures = {};

    /** The address says which year and period; forms keep it, so both are known before they are read. */
    @PostConstruct
    void open() {
        Map<String, String> address = faces.getExternalContext().getRequestParameterMap();
        asked = address.get("period");
        String year = address.get("year");
        if (year != null && YEAR.matcher(year).matches()) {
            day = LocalDate.of(Integer.parseInt(year), 1, 1);
        } else {
            day = asked == null ? periods.today() : periods.parse(asked).start();
        }
        rows = read();
    }

    private List<PeriodRow> read() {
        Period year = Period.of(Granularity.YEAR, day);
        List<PeriodRow> list = new ArrayList<>();
        list.add(row(periods.get(year)));
        List<PeriodStatus> months = periods.list(Granularity.MONTH, year.start(), year.endInclusive());
        int month = 0;
        for (PeriodStatus quarter : periods.list(Granularity.QUARTER, year.start(), year.endInclusive())) {
            list.add(row(quarter));
            for (int i = 0; i < MONTHS_OF_QUARTER && month < months.size(); i++) {
                list.add(row(months.get(month++)));
            }
        }
        return List.copyOf(list);
    }

    private PeriodRow row(PeriodStatus status) {
        return new PeriodRow(status, periods.actions(status), reader);
    }

    public List<PeriodRow> getRows() {
        return rows;
    }

    /** The chosen period: the one of the address, else the first that waits for the caller, else the running month. */
    public PeriodRow getChosen() {
        return Optional.ofNullable(asked)
                .map(a -> rows.stream()
                        .filter(r -> r.getCode().equals(a))
                        .findFirst()
                        .orElseGet(() -> row(periods.get(periods.parse(a)))))
                .or(() -> rows.stream().filter(PeriodRow::isDecided).findFirst())
                .or(() -> due().stream().min(Comparator.comparing((PeriodRow r) -> r.isLong())))
                .or(() -> rows.stream()
                        .filter(r -> r.getLength().equals("d") && r.period().contains(periods.today()))
                        .findFirst())
                .orElse(rows.get(0));
    }

    private List<PeriodRow> due() {
        return rows.stream().filter(PeriodRow::isDue).toList();
    }

    public String getTitle() {
        long decided = rows.stream().filter(PeriodRow::isDecided).count();
        if (decided > 0) {
            return reader.text("periods.title.asked", reader.count(decided));
        }
        long due = due().size();
        return due > 0
                ? reader.text("periods.title", reader.count(due), getYear())
                : reader.text("periods.title.none", getYear());
    }

    public String getYear() {
        return String.valueOf(day.getYear());
    }

    public int getYearBefore() {
        return day.getYear() - 1;
    }

    public int getYearAfter() {
        return day.getYear() + 1;
    }

    /** Whether the caller asked for what waits, and so may not decide it. */
    public boolean isAsker() {
        return getChosen().isAskedBy(caller.login());
    }

    /** Something to choose: its code and its name. */
    public record Choice(String value, String name) {}

    public List<Choice> getUnits() {
        return units.list().stream()
                .map(u -> new Choice(u.code(), u.name().in(reader.getLocale()) + " · " + u.code()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    public List<Choice> getMeasures() {
        return catalogues.get().measures().stream()
                .map(m -> new Choice(m.code(), m.name().in(reader.getLocale()) + " · " + m.code()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private Period chosen() {
        return getChosen().period();
    }

    public String close() {
        Period period = chosen();
        periods.close(period, withParts);
        return done("CLOSE", period);
    }

    public String requestReopen() {
        Period period = chosen();
        ReopenScope scope = new ReopenScope(
                all, new HashSet<>(Arrays.asList(scopeUnits)), new HashSet<>(Arrays.asList(scopeMeasures)));
        periods.requestReopen(period, Optional.ofNullable(reason), scope);
        return done("REQUEST_REOPEN", period);
    }

    public String approveReopen() {
        Period period = chosen();
        periods.approveReopen(period);
        return done("APPROVE_REOPEN", period);
    }

    public String lock() {
        Period period = chosen();
        periods.lock(period);
        return done("LOCK", period);
    }

    public String requestUnlock() {
        Period period = chosen();
        periods.requestUnlock(period, Optional.ofNullable(reason));
        return done("REQUEST_UNLOCK", period);
    }

    public String approveUnlock() {
        Period period = chosen();
        periods.approveUnlock(period);
        return done("APPROVE_UNLOCK", period);
    }

    private String done(String action, Period period) {
        faces.addMessage(
                null,
                new FacesMessage(
                        FacesMessage.SEVERITY_INFO, reader.text("period.done." + action, period.code()), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/periods?faces-redirect=true&year=" + getYear() + "&period=" + period.code();
    }

    /** The period that the person saw when the form was opened. */
    public String getShown() {
        return getChosen().getCode();
    }

    public void setShown(String shown) {
        this.asked = shown;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public boolean isWithParts() {
        return withParts;
    }

    public void setWithParts(boolean withParts) {
        this.withParts = withParts;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public String[] getScopeUnits() {
        return scopeUnits.clone();
    }

    public void setScopeUnits(String[] scopeUnits) {
        this.scopeUnits = scopeUnits.clone();
    }

    public String[] getScopeMeasures() {
        return scopeMeasures.clone();
    }

    public void setScopeMeasures(String[] scopeMeasures) {
        this.scopeMeasures = scopeMeasures.clone();
    }
}
