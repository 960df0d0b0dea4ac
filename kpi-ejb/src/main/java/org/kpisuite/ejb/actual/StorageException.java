package org.kpisuite.ejb.actual;

import java.sql.SQLException;

/** The database failed while facts were streamed to it. A defect or an outage, never the file's fault. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(SQLException cause) {
        super(cause);
    }
}
