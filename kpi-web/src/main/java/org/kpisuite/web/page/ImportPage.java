package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kpisuite.ejb.actual.Imports;

/** What became of a file: {@code /import?id=&page=}. */
@Named("importPage")
@RequestScoped
public class ImportPage {
    @Inject
    Reader reader;

    @EJB
    Imports imports;

    private long id;
    private int page = 1;
    private @Nullable ImportView view;

    /** Reads the import that the address names. */
    public ImportView getView() {
        if (view == null) {
            view = new ImportView(imports.get(id), page, reader);
        }
        return view;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
