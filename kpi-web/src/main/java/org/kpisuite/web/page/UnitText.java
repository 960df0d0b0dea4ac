package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.ParentShare;
import org.kpisuite.domain.organisation.Standing;

/** Units and where they stand, in words. */
final class UnitText {
    private final Map<String, OrgUnit> units;
    private final Reader reader;

    UnitText(Collection<OrgUnit> units, Reader reader) {
        this.units = units.stream().collect(Collectors.toMap(OrgUnit::code, Function.identity()));
        this.reader = reader;
    }

    String name(String code) {
        OrgUnit unit = units.get(code);
        return unit == null ? code : unit.name().in(reader.getLocale());
    }

    String since(LocalDate day) {
        return day.equals(Standing.BEGINNING)
                ? reader.text("entry.beginning")
                : reader.text("entry.from", reader.day(day));
    }

    /** The units above, each with its part where there are several. */
    String above(List<ParentShare> shares) {
        if (shares.isEmpty()) {
            return reader.text("unit.root");
        }
        return shares.size() == 1
                ? name(shares.get(0).parent())
                : shares.stream()
                        .map(s -> name(s.parent()) + " " + share(s.share()))
                        .collect(Collectors.joining(", "));
    }

    /** A share as it is typed, between 0 and 1. */
    String share(BigDecimal share) {
        return reader.numbers().plain(share);
    }

    /** The mark of a unit that is, or will be, closed. */
    String closed(OrgUnit unit, LocalDate today) {
        return unit.closedOn()
                .map(day -> reader.text(unit.isClosed(today) ? "unit.closed" : "unit.closes", reader.day(day)))
                .orElse("");
    }
}
