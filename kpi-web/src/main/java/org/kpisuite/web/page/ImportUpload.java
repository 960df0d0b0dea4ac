package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.ImportProfiles;
import org.kpisuite.ejb.actual.ImportRequest;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.Imports;
import org.kpisuite.ejb.actual.ProfileWorkshop;
import org.kpisuite.ejb.organisation.Units;

/** A file that somebody chooses: it is read at once, by a dry run, and loaded only from the page that shows how it reads. */
@Named("importUpload")
@RequestScoped
public class ImportUpload {
    /** Stands for the profile that the file itself gives away. */
    static final String AUTO = "*";

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @EJB
    Imports imports;

    @EJB
    ImportProfiles profiles;

    @EJB
    ProfileWorkshop workshop;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private @Nullable ProfileNames names;
    private @Nullable Part file;
    private @Nullable String profile = AUTO;
    private @Nullable String unit;
    private String policy = ImportPolicy.RESTATE.name();

    private ProfileNames names() {
        if (names == null) {
            names = new ProfileNames(profiles, reader);
        }
        return names;
    }

    /** The profiles by name. */
    public List<ProfileNames.Choice> getProfiles() {
        return names().choices();
    }

    /** The codes of the profiles that ask for the unit of a file. */
    public String getAsking() {
        return names().choices().stream()
                .filter(ProfileNames.Choice::asksUnit)
                .map(ProfileNames.Choice::code)
                .collect(Collectors.joining(" "));
    }

    /** Units that a file can be of. */
    public List<ProfileNames.Unit> getUnits() {
        return ProfileNames.units(units.list(), caller, reader);
    }

    public ImportPolicy[] getPolicies() {
        return ImportPolicy.values();
    }

    /** Reads the chosen file and shows how; nothing is written. */
    public @Nullable String read() throws IOException {
        Part chosen = file;
        if (chosen == null || chosen.getSize() == 0) {
            String sentence = reader.text("imports.no-file");
            faces.addMessage("upload:file", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
            return null;
        }
        String by = AUTO.equals(profile) ? recognised(chosen) : Objects.requireNonNullElse(profile, "");
        try (InputStream body = chosen.getInputStream()) {
            ImportResult run = imports.start(new ImportRequest(
                    by,
                    ImportPolicy.valueOf(policy),
                    ImportMode.PARTIAL,
                    true,
                    Objects.requireNonNullElse(chosen.getSubmittedFileName(), "file"),
                    body,
                    null,
                    false,
                    unit == null || unit.isBlank() || !names().asksUnit(by) ? null : unit,
                    null));
            return "/import?faces-redirect=true&id=" + run.id();
        } finally {
            chosen.delete();
        }
    }

    /** The profile that reads the file as it is; the columns of the contract where they are there, or none does. */
    private String recognised(Part chosen) throws IOException {
        try (InputStream body = chosen.getInputStream()) {
            Recognised known = new Recognised(workshop.guess(body));
            boolean open =
                    known.isContract() || ((unit == null || unit.isBlank()) && names().asksUnit(known.likeliest()));
            return open ? "" : known.likeliest();
        } catch (KpiException e) {
            return "";
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    /** The address may say which one: {@code /imports?with=}. */
    public @Nullable String getProfile() {
        String with = faces.getExternalContext().getRequestParameterMap().get("with");
        return with != null && AUTO.equals(profile) ? with : profile;
    }

    public void setProfile(@Nullable String profile) {
        this.profile = profile;
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(String policy) {
        this.policy = policy;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }
}
