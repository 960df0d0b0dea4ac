package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.organisation.Units;

/** One unit and where it stood, stands and will stand: {@code /unit?code=}. */
@Named("unit")
@RequestScoped
public class UnitPage {
    @Inject
    Reader reader;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private String code = "";
    private @Nullable OrgUnit unit;

    private OrgUnit unit() {
        if (unit == null) {
            unit = units.get(code);
        }
        return unit;
    }

    private UnitText text() {
        return new UnitText(units.list(), reader);
    }

    /** One place of the unit; the newest first. */
    public record Place(String above, String holds, String recorded, String kind) {}

    public List<Place> getPlaces() {
        UnitText text = text();
        List<Standing> standings = units.standings(code);
        LocalDate today = caller.today();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            Standing one = standings.get(i);
            LocalDate end = i + 1 < standings.size() ? standings.get(i + 1).validFrom() : null;
            String kind = one.validFrom().isAfter(today) ? "fut" : end == null || end.isAfter(today) ? "now" : "";
            places.add(
                    0,
                    new Place(
                            text.above(one.shares()),
                            span(one.validFrom(), end, text),
                            reader.text("unit.recorded", reader.instant(one.recordedAt())),
                            kind));
        }
        return places;
    }

    private String span(LocalDate first, @Nullable LocalDate end, UnitText text) {
        if (end == null) {
            return text.since(first);
        }
        String last = reader.day(end.minusDays(1));
        return first.equals(Standing.BEGINNING)
                ? reader.text("entry.until", last)
                : reader.text("entry.span", reader.day(first), last);
    }

    /** Names of the units that stand directly below it today. */
    public List<PlansPage.Choice> getBelow() {
        UnitText text = text();
        return units.list().stream()
                .filter(u -> u.parent().filter(code::equals).isPresent())
                .map(u -> new PlansPage.Choice(u.code(), text.name(u.code())))
                .toList();
    }

    public String getName() {
        return unit().name().in(reader.getLocale());
    }

    public String getNameEn() {
        return unit().name().en();
    }

    public String getNameRu() {
        return unit().name().ru();
    }

    /** Its own, or that of a unit above with a word that says so. */
    /** At which stage its business is. */
    public String getStage() {
        return unit().businessStage()
                .map(s -> reader.knows("stage." + s) ? reader.text("stage." + s) : s)
                .orElse(NumberText.NO_VALUE);
    }

    public String getCurrency() {
        return unit().currency().orElseGet(() -> {
            String above = new OrgTree(units.list(), "").currency(code);
            return above.isEmpty() ? reader.text("unit.currency.company") : reader.text("unit.currency.above", above);
        });
    }

    public String getMark() {
        return text().closed(unit(), caller.today());
    }

    public boolean isMayKeep() {
        return caller.has(code, Role.ADMIN);
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }
}
