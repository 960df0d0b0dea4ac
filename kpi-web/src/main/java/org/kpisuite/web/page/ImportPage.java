package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportRows;
import org.kpisuite.ejb.actual.Imports;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;

/** What becomes of a file, while it runs and afterwards: {@code /import?id=&sort=&page=}. */
@Named("importPage")
@RequestScoped
public class ImportPage {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int RETURNED_ROWS = 3;
    private static final int SCORES_MAX = 3;

    @Inject
    Reader reader;

    @Inject
    Clock clock;

    @Inject
    FacesContext faces;

    @Inject
    HttpServletRequest request;

    @EJB
    Imports imports;

    @EJB
    ImportRows rows;

    @EJB
    Catalogues catalogues;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private long id;
    private int page = 1;
    private @Nullable String sort;
    private @Nullable String reason;
    private @Nullable ImportResult run;
    private @Nullable ImportView view;

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

    /** How a file would be read is shown elsewhere. */
    public @Nullable String open() {
        boolean looked = run().dryRun() && run().isFinished() && !isCancelled();
        return looked ? "/import-preview?faces-redirect=true&id=" + id : null;
    }

    private boolean isCancelled() {
        return run().trail().cancelledBy() != null;
    }

    /** What was foreseen of scores when the file was looked at; none where it was not, or nothing changed. */
    public List<QuarantineText.Score> getScores() {
        String from = String.valueOf(request.getParameter("from"));
        if (!NUMBER.matcher(from).matches()) {
            return List.of();
        }
        QuarantineText text = new QuarantineText(catalogues.get(), units.list(), reader);
        return imports.effect(Long.parseLong(from)).map(text::scores).orElse(List.of()).stream()
                .limit(SCORES_MAX)
                .toList();
    }

    public boolean isRunning() {
        return !run().isFinished();
    }

    public ImportStages getStages() {
        return new ImportStages(run(), clock.instant(), reader);
    }

    /** Reads the import that the address names. */
    public ImportView getView() {
        if (view == null) {
            view = new ImportView(
                    run(), page, ImportView.Sort.of(sort), !"all".equals(request.getParameter("show")), reader);
        }
        return view;
    }

    /** How the file comes back: some refused rows with their reasons; empty where the file is no longer kept. */
    public @Nullable ReturnedRows getReturned() {
        List<Integer> refused = getView().refusedRows(RETURNED_ROWS);
        if (refused.isEmpty()) {
            return null;
        }
        try {
            return new ReturnedRows(rows.rows(id, refused), run().issues(), reader);
        } catch (KpiException e) {
            return null;
        }
    }

    public boolean isMayImport() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    public String cancel() {
        imports.cancel(id);
        return "/import?faces-redirect=true&id=" + id;
    }

    public String undo() {
        imports.undo(id, Objects.requireNonNullElse(reason, ""));
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("import.undo.done"), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/import?faces-redirect=true&id=" + id;
    }

    public long getId() {
        return id;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public @Nullable String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
