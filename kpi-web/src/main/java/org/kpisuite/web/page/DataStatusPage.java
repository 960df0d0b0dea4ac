package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.feed.FeedState;
import org.kpisuite.domain.feed.FeedStatus;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.feed.DataStatus;
import org.kpisuite.ejb.feed.OwedFeed;
import org.kpisuite.ejb.organisation.Units;

/** Who owes which data: {@code /data-status?unit=&source=&state=&period=&sort=&page=}. */
@Named("dataStatus")
@RequestScoped
public class DataStatusPage {
    private static final int ROWS = 50;

    @Inject
    Reader reader;

    @EJB
    DataStatus status;

    @EJB
    Units units;

    @EJB
    Catalogues catalogues;

    @EJB
    Caller caller;

    private @Nullable String unit;
    private @Nullable String source;
    private @Nullable String state;
    private @Nullable String period;
    private @Nullable String sort;
    private int page = 1;
    private LocalDate today = LocalDate.EPOCH;
    private List<OwedFeed> all = List.of();
    private List<OrgUnit> readable = List.of();
    private Catalogue catalogue = Catalogue.shipped();

    /** Reads everything once the address is known. */
    public void open() {
        today = status.today();
        catalogue = catalogues.get();
        readable = units.list();
        all = status.list(Optional.ofNullable(unit).filter(u -> !u.isBlank()), asked());
    }

    private Period asked() {
        return period == null || period.isBlank()
                ? status.runningQuarter()
                : reader.calendar().parse(period);
    }

    public PeriodSteps getSteps() {
        return new PeriodSteps(asked());
    }

    private List<OwedFeed> found() {
        return all.stream()
                .filter(f -> isAny(source) || f.status().source().equals(source))
                .filter(f -> isAny(state) || f.status().state().name().equals(state))
                .sorted(order())
                .toList();
    }

    private static boolean isAny(@Nullable String filter) {
        return filter == null || filter.isBlank();
    }

    private Comparator<OwedFeed> order() {
        Comparator<OwedFeed> byDue = Comparator.comparing(
                        (OwedFeed f) -> f.status().state())
                .thenComparing(f -> f.status().dueOn())
                .thenComparing(f -> f.status().unit())
                .thenComparing(f -> f.status().measure());
        UnitText names = new UnitText(readable, reader);
        return switch (Objects.requireNonNullElse(sort, "")) {
            case "unit" ->
                Comparator.comparing((OwedFeed f) -> names.name(f.status().unit()))
                        .thenComparing(byDue);
            case "measure" ->
                Comparator.comparing((OwedFeed f) -> measureName(f.status().measure()))
                        .thenComparing(byDue);
            case "source" ->
                Comparator.comparing((OwedFeed f) -> f.status().source()).thenComparing(byDue);
            case "owner" -> Comparator.comparing(OwedFeed::owedBy).thenComparing(byDue);
            default -> byDue;
        };
    }

    private String measureName(String code) {
        return catalogue.measure(code).map(m -> m.name().in(reader.getLocale())).orElse(code);
    }

    /** The lines of this page of the list. */
    public List<DataStatusRow> getRows() {
        UnitText names = new UnitText(readable, reader);
        boolean opens = Section.IMPORTS.opensTo(caller.roles());
        return found().stream()
                .skip((long) (current() - 1) * ROWS)
                .limit(ROWS)
                .map(f -> DataStatusRow.of(
                        f,
                        new DataStatusRow.Words(
                                reader,
                                names.name(f.status().unit()),
                                measureName(f.status().measure()),
                                today,
                                opens)))
                .toList();
    }

    /** The sentence of the page: how many are late, and since when. */
    public String getHeadline() {
        if (all.isEmpty()) {
            return reader.text("feeds.none");
        }
        List<FeedStatus> late = all.stream()
                .map(OwedFeed::status)
                .filter(s -> s.state() == FeedState.LATE)
                .toList();
        if (late.isEmpty()) {
            long due = count(FeedState.DUE);
            return due == 0 ? reader.text("feeds.title.in") : reader.text("feeds.title.due", reader.count(due));
        }
        LocalDate oldest = late.stream()
                .map(FeedStatus::dueOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return reader.text("feeds.title.late", reader.count(late.size()), reader.day(oldest));
    }

    private long count(FeedState of) {
        return all.stream().filter(f -> f.status().state() == of).count();
    }

    /** How many feeds stand how, of how many. */
    public String getSummary() {
        return Arrays.stream(FeedState.values())
                .map(s -> reader.text("feed.state." + s) + ": " + reader.count(count(s)))
                .collect(Collectors.joining(" · "));
    }

    public boolean isNothing() {
        return all.isEmpty();
    }

    public int getCount() {
        return found().size();
    }

    public boolean isPaged() {
        return getCount() > ROWS;
    }

    private int last() {
        return Math.max(1, (getCount() + ROWS - 1) / ROWS);
    }

    private int current() {
        return Math.max(1, Math.min(page, last()));
    }

    /** Number of the page before; 0 where there is none. */
    public int getBefore() {
        return current() - 1;
    }

    /** Number of the page after; 0 where there is none. */
    public int getAfter() {
        return current() == last() ? 0 : current() + 1;
    }

    public String getRange() {
        int first = (current() - 1) * ROWS;
        return reader.text(
                "pager",
                reader.count(first + 1L),
                reader.count(Math.min(getCount(), first + ROWS)),
                reader.count(getCount()));
    }

    public boolean isFiltered() {
        return !isAny(unit) || !isAny(source) || !isAny(state);
    }

    /** Whether the person may open the imports. */
    public boolean isMayOpenImports() {
        return Section.IMPORTS.opensTo(caller.roles());
    }

    public List<PlansPage.Choice> getUnits() {
        return readable.stream()
                .map(u -> new PlansPage.Choice(u.code(), u.name().in(reader.getLocale())))
                .sorted(Comparator.comparing(PlansPage.Choice::name))
                .toList();
    }

    /** The sources that owe anything here. */
    public List<PlansPage.Choice> getSources() {
        return all.stream()
                .map(f -> f.status().source())
                .distinct()
                .map(s -> new PlansPage.Choice(s, DataStatusRow.sourceName(catalogue, s, reader)))
                .sorted(Comparator.comparing(PlansPage.Choice::name))
                .toList();
    }

    public List<PlansPage.Choice> getStates() {
        return Arrays.stream(FeedState.values())
                .map(s -> new PlansPage.Choice(s.name(), reader.text("feed.state." + s)))
                .toList();
    }

    public List<PlansPage.Choice> getSorts() {
        return Stream.of("due", "unit", "measure", "source", "owner")
                .map(s -> new PlansPage.Choice(s, reader.text("feeds.sort." + s)))
                .toList();
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return Stream.of("measure", "source", "in", "missing", "due", "owner")
                .map(h -> reader.text("feed." + h))
                .toList();
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable String getPeriod() {
        return period;
    }

    public void setPeriod(@Nullable String period) {
        this.period = period;
    }

    public @Nullable String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
