package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.organisation.Units;

/** The units that the person may know of, as they stand today: {@code /units?q=}. */
@Named("units")
@RequestScoped
public class UnitsPage {
    @Inject
    Reader reader;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private String q = "";
    private List<OrgUnit> all = List.of();
    private Map<String, List<Standing>> standings = Map.of();
    private LocalDate today = LocalDate.EPOCH;

    @PostConstruct
    void open() {
        all = Stream.concat(units.list().stream(), units.coming().stream()).toList();
        standings = units.standings();
        today = caller.today();
    }

    /**
     * One unit in the tree.
     *
     * @param level 0 for a root
     * @param inherited whether the currency is that of a unit above
     * @param split where else it stands in part, and with which part; empty for a unit that stands whole
     * @param next where it will stand; empty where nothing is to change
     */
    public record Row(
            String code,
            String name,
            int level,
            String currency,
            boolean inherited,
            String since,
            String split,
            String next,
            String mark,
            boolean closed) {
        /** How far its name stands to the right. */
        public String style() {
            return "--level:" + level;
        }
    }

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = Objects.requireNonNullElse(q, "");
    }

    public boolean isFiltered() {
        return !q.isBlank();
    }

    /** Units, each below the one above it, by name; of a search what it finds, and what stands above that. */
    public List<Row> getRows() {
        OrgTree tree = new OrgTree(all, "");
        UnitText text = new UnitText(all, reader);
        List<Row> rows = new ArrayList<>();
        all.stream()
                .filter(u -> u.parent().flatMap(tree::find).isEmpty())
                .sorted(byName(text))
                .forEach(root -> walk(root, 0, rows, new Walk(tree, text)));
        return rows;
    }

    private record Walk(OrgTree tree, UnitText text) {}

    private void walk(OrgUnit unit, int level, List<Row> rows, Walk in) {
        List<Row> below = new ArrayList<>();
        all.stream()
                .filter(u -> u.parent().filter(unit.code()::equals).isPresent())
                .sorted(byName(in.text))
                .forEach(u -> walk(u, level + 1, below, in));
        if (unit.isFoundBy(q) || !below.isEmpty()) {
            rows.add(row(unit, level, in));
            rows.addAll(below);
        }
    }

    private static Comparator<OrgUnit> byName(UnitText text) {
        return Comparator.comparing((OrgUnit u) -> text.name(u.code())).thenComparing(OrgUnit::code);
    }

    private Row row(OrgUnit unit, int level, Walk in) {
        List<Standing> places = standings.getOrDefault(unit.code(), List.of());
        Standing now = places.stream()
                .filter(s -> !s.validFrom().isAfter(today))
                .reduce((a, b) -> b)
                .orElse(null);
        String next = places.stream()
                .filter(s -> s.validFrom().isAfter(today))
                .findFirst()
                .map(s -> reader.text("unit.next", reader.day(s.validFrom()), in.text.above(s.shares())))
                .orElse("");
        return new Row(
                unit.code(),
                in.text.name(unit.code()),
                level,
                in.tree.currency(unit.code()),
                unit.currency().isEmpty(),
                now == null ? "" : in.text.since(now.validFrom()),
                now == null || !now.isSplit() ? "" : in.text.above(now.shares()),
                next,
                in.text.closed(unit, today),
                unit.isClosed(today));
    }

    public String getHeadline() {
        long shut = all.stream().filter(u -> u.isClosed(today)).count();
        return all.isEmpty()
                ? reader.text("units.none")
                : reader.text("units.title", reader.count(all.size() - shut), reader.count(shut));
    }

    public boolean isMayKeep() {
        return !caller.units(Role.ADMIN).isEmpty();
    }
}
