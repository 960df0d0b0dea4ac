package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.ImportProfiles;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportSearch;
import org.kpisuite.ejb.actual.Imports;

/** Files that were imported: {@code /imports?state=&profile=&person=&sort=&page=}. */
@Named("imports")
@RequestScoped
public class ImportsPage {
    private static final int RECENT = 5;
    private static final String DRY = "DRY";
    private static final String CONTRACT = "-";

    @Inject
    Reader reader;

    @EJB
    Imports imports;

    @EJB
    ImportProfiles profiles;

    @EJB
    Caller caller;

    private @Nullable String state;
    private @Nullable String profile;
    private @Nullable String person;
    private @Nullable String sort;
    private int page = 1;
    private ImportSearch.@Nullable Found found;
    private @Nullable ProfileNames names;

    /** One import in the list. */
    public record Row(
            long id,
            String address,
            String file,
            String profile,
            String state,
            String kind,
            String person,
            String at,
            String rows,
            String refused,
            boolean wrong) {}

    private ImportSearch.Found found() {
        if (found == null) {
            found = imports.search(search(), Pager.skipped(page), Pager.ROWS);
        }
        return found;
    }

    private ImportSearch search() {
        boolean dry = DRY.equals(state);
        return new ImportSearch(
                dry ? null : chosen(state, ImportState.class).orElse(null),
                (state == null || state.isBlank()) ? null : dry,
                (profile == null || profile.isBlank()) ? null : (profile.equals(CONTRACT) ? "" : profile),
                (person == null || person.isBlank()) ? null : person,
                chosen(sort, ImportSearch.Order.class).orElse(ImportSearch.Order.LATEST));
    }

    private static <E extends Enum<E>> Optional<E> chosen(@Nullable String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> name != null && c.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private ProfileNames names() {
        if (names == null) {
            names = new ProfileNames(profiles, reader);
        }
        return names;
    }

    public List<Row> getRows() {
        return found().imports().stream().map(this::row).toList();
    }

    /** The latest of all, whatever is looked for. */
    public List<Row> getRecent() {
        return imports.list(Long.MAX_VALUE, RECENT).stream().map(this::row).toList();
    }

    private Row row(ImportResult run) {
        String target = run.dryRun() && run.isFinished() ? "import-preview?id=" : "import?id=";
        boolean told = run.isFinished();
        return new Row(
                run.id(),
                target + run.id(),
                run.fileName(),
                names().of(run.profile()),
                ImportView.state(run, reader),
                ImportView.kind(run),
                run.person(),
                reader.shortInstant(run.startedAt()),
                told ? reader.count(ImportText.all(run.counts())) : "—",
                told ? reader.count(run.counts().refused()) : "—",
                run.counts().refused() > 0);
    }

    public long getTotal() {
        return found().total();
    }

    public String getTotalText() {
        return reader.text("imports.total", reader.count(getTotal()));
    }

    public boolean isFiltered() {
        return Stream.of(state, profile, person).anyMatch(f -> f != null && !f.isBlank());
    }

    /** Whether nobody whose imports the person sees has imported anything. */
    public boolean isNothing() {
        return getTotal() == 0 && !isFiltered();
    }

    public boolean isMayImport() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    /** Something to choose: its value in the address and its name. */
    public record Choice(String value, String name) {}

    public List<Choice> getStates() {
        Stream<Choice> dry = Stream.of(new Choice(DRY, reader.text("import.state.DRY")));
        return Stream.concat(
                        Arrays.stream(ImportState.values())
                                .map(s -> new Choice(s.name(), reader.text("import.state." + s.name()))),
                        dry)
                .toList();
    }

    public List<Choice> getProfiles() {
        Stream<Choice> contract = Stream.of(new Choice(CONTRACT, names().of("")));
        return Stream.concat(contract, names().choices().stream().map(c -> new Choice(c.code(), c.name())))
                .toList();
    }

    public List<String> getPeople() {
        return imports.people();
    }

    public List<Choice> getSorts() {
        return Arrays.stream(ImportSearch.Order.values())
                .map(o -> new Choice(o.name(), reader.text("imports.sort." + o.name())))
                .toList();
    }

    /** The columns of the list that will be here. */
    public List<String> getGhost() {
        return Stream.of("imports.file", "imports.profile", "imports.result", "imports.rows")
                .map(reader::text)
                .toList();
    }

    public Pager getPager() {
        return new Pager(page, getTotal(), reader);
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable String getProfile() {
        return profile;
    }

    public void setProfile(@Nullable String profile) {
        this.profile = profile;
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String person) {
        this.person = person;
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
