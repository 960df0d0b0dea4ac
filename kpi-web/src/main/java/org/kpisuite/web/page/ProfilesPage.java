package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.WideForm;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.ImportProfiles;

/** The profiles by which files are read, shipped and own: {@code /import-profiles}. */
@Named("importProfiles")
@RequestScoped
public class ProfilesPage {
    @Inject
    Reader reader;

    @EJB
    ImportProfiles profiles;

    @EJB
    Caller caller;

    /** One profile. */
    public record Row(
            String code, String name, String about, String form, boolean shipped, boolean sample, long version) {}

    public List<Row> getRows() {
        Locale locale = reader.getLocale();
        return profiles.list().stream()
                .map(this::row)
                .sorted(Comparator.comparing(Row::shipped)
                        .thenComparing(r -> r.name().toLowerCase(locale)))
                .toList();
    }

    private Row row(ImportProfiles.Stored stored) {
        ImportProfile profile = stored.profile();
        return new Row(
                stored.code(),
                profile.name().in(reader.getLocale()),
                profile.about().in(reader.getLocale()),
                reader.text("profile.form." + form(profile)),
                stored.isShipped(),
                hasSample(stored),
                stored.version());
    }

    private boolean hasSample(ImportProfiles.Stored stored) {
        if (!stored.isShipped()) {
            return false;
        }
        try {
            return profiles.sample(stored.code(), reader.getLocale()).content().length > 0;
        } catch (KpiException e) {
            return false;
        }
    }

    private static String form(ImportProfile profile) {
        if (profile.form() instanceof EventForm) {
            return "events";
        }
        return profile.form() instanceof WideForm ? "wide" : "long";
    }

    public boolean isMayChange() {
        return caller.roles().contains(Role.CONTROLLER);
    }
}
