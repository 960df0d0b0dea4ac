package org.kpisuite.ejb.storage;

import jakarta.persistence.TypedQuery;

/** Collections of what a query finds, read by one statement each instead of one for each row. */
public final class Together {
    private Together() {}

    /**
     * The query, made to read these collections of its rows together. What it finds is not watched for changes: EclipseLink
     * cannot compare embeddables that were read so.
     *
     * @param collections as the query names them: "p.items"
     */
    public static <T> TypedQuery<T> reading(TypedQuery<T> query, String... collections) {
        query.setHint("eclipselink.read-only", "true");
        query.setHint("eclipselink.batch.type", "IN");
        for (String collection : collections) {
            query.setHint("eclipselink.batch", collection);
        }
        return query;
    }
}
