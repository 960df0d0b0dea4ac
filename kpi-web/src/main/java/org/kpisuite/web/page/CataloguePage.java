package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.catalogue.EntryFilter;

/** One part of the catalogue: {@code /catalogue?part=&q=&group=&nature=&usage=&kind=&closed=&sort=&page=}. */
@Named("catalogue")
@RequestScoped
public class CataloguePage {
    private static final int ROWS = 50;

    @Inject
    Reader reader;

    @EJB
    Catalogues catalogues;

    @EJB
    Caller caller;

    private @Nullable String part;
    private @Nullable String q;
    private @Nullable String group;
    private @Nullable String nature;
    private @Nullable String usage;
    private @Nullable String kind;
    private boolean closed;
    private @Nullable String sort;
    private int page = 1;
    private @Nullable List<CatalogueHistory.Entry> found;
    private CatalogueHistory history = CatalogueHistory.shipped();
    private LocalDate today = LocalDate.EPOCH;

    @PostConstruct
    void open() {
        history = catalogues.history();
        today = catalogues.today();
    }

    private Stream<CatalogueHistory.Entry> all() {
        return history.newest(getPart().kind()).stream();
    }

    private boolean isClosed(CatalogueHistory.Entry entry) {
        return history.isClosed(
                entry.definition().entryKind(), entry.definition().code(), today);
    }

    private List<CatalogueHistory.Entry> found() {
        if (found == null) {
            EntryFilter filter = new EntryFilter(q, group, nature, usage, kind);
            EntryText text = text();
            Comparator<CatalogueHistory.Entry> byCode =
                    Comparator.comparing(e -> e.definition().code());
            Comparator<CatalogueHistory.Entry> order =
                    switch (Objects.requireNonNullElse(sort, "")) {
                        case "code" -> byCode;
                        case "newest" ->
                            Comparator.comparing(CatalogueHistory.Entry::recordedAt)
                                    .reversed()
                                    .thenComparing(byCode);
                        default ->
                            Comparator.comparing((CatalogueHistory.Entry e) -> text.name(e.definition()))
                                    .thenComparing(byCode);
                    };
            found = all().filter(e -> closed || !isClosed(e))
                    .filter(e -> filter.test(e.definition()))
                    .sorted(order)
                    .toList();
        }
        return found;
    }

    private EntryText text() {
        return new EntryText(history.on(today), reader);
    }

    /** The lines of this page of the list. */
    public List<CatalogueRow> getRows() {
        EntryText text = text();
        return found().stream()
                .skip(first() - 1L)
                .limit(ROWS)
                .map(e -> CatalogueRow.of(e.definition(), text, history, today))
                .toList();
    }

    private int first() {
        int last = Math.max(1, (found().size() + ROWS - 1) / ROWS);
        return (Math.max(1, Math.min(page, last)) - 1) * ROWS + 1;
    }

    /** The sentence of the page. */
    public String getHeadline() {
        long shut = all().filter(this::isClosed).count();
        return reader.text(
                "catalogue.title." + getPart().address(), reader.count(all().count() - shut), reader.count(shut));
    }

    public String getRange() {
        int last = Math.min(found().size(), first() + ROWS - 1);
        return reader.text("pager", reader.count(first()), reader.count(last), reader.count(found().size()));
    }

    public boolean isPaged() {
        return found().size() > ROWS;
    }

    /** Number of the page before; 0 where there is none. */
    public int getBefore() {
        return first() / ROWS;
    }

    /** Number of the page after; 0 where there is none. */
    public int getAfter() {
        return first() + ROWS > found().size() ? 0 : first() / ROWS + 2;
    }

    public int getCount() {
        return found().size();
    }

    public boolean isFiltered() {
        return Stream.of(q, group, nature, usage, kind).anyMatch(f -> f != null && !f.isBlank());
    }

    /** Whether the person keeps the catalogue. */
    public boolean isMayKeep() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    public List<CataloguePart> getParts() {
        return List.of(CataloguePart.values());
    }

    public CataloguePart getPart() {
        return CataloguePart.of(part);
    }

    public List<PlansPage.Choice> getGroups() {
        return choices("groups", IndicatorGroup.values());
    }

    public List<PlansPage.Choice> getNatures() {
        return choices("nature", Nature.values());
    }

    public List<PlansPage.Choice> getUsages() {
        return choices("usage", Usage.values());
    }

    public List<PlansPage.Choice> getKinds() {
        return choices("kind", MeasureKind.values());
    }

    private List<PlansPage.Choice> choices(String attribute, Enum<?>[] values) {
        EntryText text = text();
        return Arrays.stream(values)
                .map(v -> new PlansPage.Choice(v.name(), text.named(attribute, v.name())))
                .toList();
    }

    /** Names of the sorts. */
    public List<PlansPage.Choice> getSorts() {
        return Stream.of("name", "code", "newest")
                .map(s -> new PlansPage.Choice(s, reader.text("catalogue.sort." + s)))
                .toList();
    }

    public @Nullable String getPartName() {
        return part;
    }

    public void setPartName(@Nullable String name) {
        this.part = name;
    }

    public @Nullable String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q;
    }

    public @Nullable String getGroup() {
        return group;
    }

    public void setGroup(@Nullable String group) {
        this.group = group;
    }

    public @Nullable String getNature() {
        return nature;
    }

    public void setNature(@Nullable String nature) {
        this.nature = nature;
    }

    public @Nullable String getUsage() {
        return usage;
    }

    public void setUsage(@Nullable String usage) {
        this.usage = usage;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
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
