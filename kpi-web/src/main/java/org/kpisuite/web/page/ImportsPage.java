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
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.ImportProfiles;
import org.kpisuite.ejb.actual.ImportRequest;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.Imports;

/** Files that were imported, and a form for the next one: {@code /imports?before=}. */
@Named("imports")
@RequestScoped
public class ImportsPage {
    private static final int ROWS = 50;

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @EJB
    Imports imports;

    @EJB
    ImportProfiles profiles;

    @EJB
    Caller caller;

    private @Nullable Part file;
    private @Nullable String profile;
    private String policy = ImportPolicy.RESTATE.name();
    private String mode = ImportMode.ATOMIC.name();
    private boolean dryRun;
    private long before = Long.MAX_VALUE;
    private @Nullable List<ImportResult> found;

    /** One import in the list. */
    public record Row(
            long id, String file, String profile, String state, String kind, String person, String at, String counts) {}

    private List<ImportResult> found() {
        if (found == null) {
            found = imports.list(before, ROWS + 1);
        }
        return found;
    }

    public List<Row> getRows() {
        return found().stream().limit(ROWS).map(this::row).toList();
    }

    private Row row(ImportResult run) {
        return new Row(
                run.id(),
                run.fileName(),
                run.profile(),
                ImportView.state(run, reader),
                ImportView.kind(run),
                run.person(),
                reader.instant(run.startedAt()),
                reader.text(
                        "imports.counts",
                        reader.count(run.counts().created() + run.counts().changed()),
                        reader.count(run.counts().refused())));
    }

    /** Where the next page of the list begins; empty on the last one. */
    public String getNext() {
        return found().size() > ROWS ? String.valueOf(found().get(ROWS - 1).id()) : "";
    }

    public boolean isMayImport() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    /** Codes of the profiles that say how a file is read. */
    public List<String> getProfiles() {
        return profiles.list().stream().map(ImportProfiles.Stored::code).toList();
    }

    public ImportPolicy[] getPolicies() {
        return ImportPolicy.values();
    }

    public ImportMode[] getModes() {
        return ImportMode.values();
    }

    /** Imports the chosen file and shows what became of it. */
    public @Nullable String load() throws IOException {
        Part chosen = file;
        if (chosen == null || chosen.getSize() == 0) {
            String sentence = reader.text("imports.no-file");
            faces.addMessage("upload:file", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
            return null;
        }
        try (InputStream body = chosen.getInputStream()) {
            ImportResult run = imports.start(new ImportRequest(
                    Objects.requireNonNullElse(profile, ""),
                    ImportPolicy.valueOf(policy),
                    ImportMode.valueOf(mode),
                    dryRun,
                    Objects.requireNonNullElse(chosen.getSubmittedFileName(), "file"),
                    body,
                    null));
            return "/import?faces-redirect=true&id=" + run.id();
        } finally {
            chosen.delete();
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getProfile() {
        return profile;
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

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public long getBefore() {
        return before;
    }

    public void setBefore(long before) {
        this.before = before;
    }
}
