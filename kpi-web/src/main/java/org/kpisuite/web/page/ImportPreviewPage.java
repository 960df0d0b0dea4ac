package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.FactChange;
import org.kpisuite.ejb.actual.ImportProfiles;
import org.kpisuite.ejb.actual.ImportRequest;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportRows;
import org.kpisuite.ejb.actual.Imports;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;

/** How a file reads before it is loaded: {@code /import-preview?id=&show=start|questions|all|changes&page=}. */
@Named("importPreview")
@RequestScoped
public class ImportPreviewPage {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int CHANGES = 200;

    @Inject
    Reader reader;

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @EJB
    Imports imports;

    @EJB
    ImportRows rows;

    @EJB
    ImportProfiles profiles;

    @EJB
    Catalogues catalogues;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private long id;
    private @Nullable String show;
    private int page = 1;
    private String mode = ImportMode.PARTIAL.name();
    private boolean confirmed;
    private @Nullable String other;
    private @Nullable String unit;
    private boolean looked;
    private @Nullable Recognised known;
    private @Nullable ImportResult run;
    private @Nullable ImportPreview view;
    private @Nullable ProfileNames names;

    /** The address says which import it is, also where a form of the page is sent. */
    @PostConstruct
    void address() {
        String given = String.valueOf(request.getParameter("id"));
        if (!NUMBER.matcher(given).matches()) {
            throw new KpiException(Code.E_NOT_FOUND, given);
        }
        id = Long.parseLong(given);
    }

    private ImportResult run() {
        if (run == null) {
            run = imports.get(id);
        }
        return run;
    }

    /** A dry run that still runs, and an import, are shown elsewhere. */
    public @Nullable String open() {
        return run().dryRun() && run().isFinished() ? null : "/import?faces-redirect=true&id=" + id;
    }

    public ImportPreview getView() {
        if (view == null) {
            ImportPreview.Shown shown = ImportPreview.Shown.of(show, page);
            List<FactChange> changes = imports.changes(id, Imports.FIRST, CHANGES);
            view = new ImportPreview(run(), shown, rows, changes, catalogues.get(), reader);
        }
        return view;
    }

    private ProfileNames names() {
        if (names == null) {
            names = new ProfileNames(profiles, reader);
        }
        return names;
    }

    public ProfileFacts getProfile() {
        Recognised known = recognised();
        return new ProfileFacts(
                profiles.inForce(run().profile()),
                run(),
                names(),
                reader,
                known != null && known.fits(run().profile()));
    }

    /** What the file gives away; null for whoever may not import, or where it cannot be read at all. */
    private @Nullable Recognised recognised() {
        if (!looked && isMayImport()) {
            looked = true;
            try {
                known = new Recognised(rows.guess(id));
            } catch (KpiException e) {
                known = null;
            }
        }
        return known;
    }

    /** The name of a profile that reads the file better than the one by which it was read; empty where there is none. */
    public String getBetter() {
        Recognised found = recognised();
        boolean better = found != null
                && run().state() == ImportState.REJECTED
                && !found.fits(run().profile())
                && !found.likeliest().isEmpty();
        return better ? names().of(found.likeliest()) : "";
    }

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

    public List<ProfileNames.Unit> getUnits() {
        return ProfileNames.units(units.list(), caller, reader);
    }

    /** What loading would do to scores, in one sentence; empty where nobody asked. */
    public String getEffect() {
        QuarantineText text = new QuarantineText(catalogues.get(), units.list(), reader);
        return imports.effect(id)
                .map(e -> QuarantineText.sentence(e, text.scores(e), reader))
                .orElse("");
    }

    public boolean isMayImport() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    /** Reads the same file by another profile. */
    public String reread() {
        ImportResult again =
                imports.startAgain(id, request(Objects.requireNonNullElse(other, ""), ImportMode.PARTIAL, true, unit));
        return "/import?faces-redirect=true&id=" + again.id();
    }

    /** Loads what the page shows; stays where nobody ticked that what the file lacks is deleted. */
    public @Nullable String load() {
        if (run().trail().missing() > 0 && !confirmed) {
            String sentence = reader.text("preview.lacking.tick");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
            return null;
        }
        ImportResult loaded = imports.startAgain(id, request(run().profile(), ImportMode.valueOf(mode), false, null));
        return "/import?faces-redirect=true&id=" + loaded.id() + "&from=" + id;
    }

    private ImportRequest request(String profile, ImportMode wanted, boolean dryRun, @Nullable String of) {
        return new ImportRequest(
                profile,
                run().trail().policy(),
                wanted,
                dryRun,
                "",
                InputStream.nullInputStream(),
                null,
                false,
                of == null || of.isBlank() ? null : of,
                dryRun || run().trail().missing() == 0 ? null : id);
    }

    public long getId() {
        return id;
    }

    public @Nullable String getShow() {
        return show;
    }

    public void setShow(@Nullable String show) {
        this.show = show;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    public @Nullable String getOther() {
        if (other != null) {
            return other;
        }
        return getBetter().isEmpty()
                ? run().profile()
                : Objects.requireNonNull(recognised()).likeliest();
    }

    public void setOther(@Nullable String other) {
        this.other = other;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }
}
