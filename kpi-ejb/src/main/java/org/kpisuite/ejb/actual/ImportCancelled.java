package org.kpisuite.ejb.actual;

/** Ends the work of an import that was cancelled, or that another process has taken over. */
final class ImportCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportCancelled(long id) {
        super("import " + id + " is no longer to be made");
    }
}
