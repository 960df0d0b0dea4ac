package org.kpisuite.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.ImportProfiles;

/** The profiles of an installation by code, under the names that one reader sees. */
final class ProfileNames {
    private final Reader reader;
    private final Map<String, ImportProfile> profiles = new TreeMap<>();

    ProfileNames(ImportProfiles stored, Reader reader) {
        this.reader = reader;
        stored.list().forEach(s -> profiles.put(s.code(), s.profile()));
    }

    /** A profile to choose. */
    public record Choice(String code, String name, boolean asksUnit) {}

    /** A unit to choose. */
    public record Unit(String code, String name) {}

    /** The units whose facts the person may import, by name. */
    static List<Unit> units(List<OrgUnit> all, Caller caller, Reader reader) {
        Set<String> own = caller.units(Role.CONTROLLER);
        return all.stream()
                .filter(u -> own.contains(u.code()))
                .map(u -> new Unit(u.code(), u.name().in(reader.getLocale()) + " · " + u.code()))
                .sorted(Comparator.comparing(Unit::name))
                .toList();
    }

    /** The name of that profile; that of the columns of the contract for the empty code. */
    String of(String code) {
        if (code.isEmpty()) {
            return reader.text("imports.profile.none");
        }
        ImportProfile profile = profiles.get(code);
        return profile == null ? code : profile.name().in(reader.getLocale());
    }

    List<Choice> choices() {
        Locale locale = reader.getLocale();
        return profiles.values().stream()
                .map(p -> new Choice(p.code(), p.name().in(locale), p.form().asksUnit()))
                .sorted(Comparator.comparing(c -> c.name().toLowerCase(locale)))
                .toList();
    }

    boolean asksUnit(String code) {
        ImportProfile profile = profiles.get(code);
        return profile != null && profile.form().asksUnit();
    }
}
