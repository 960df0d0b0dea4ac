package org.kpisuite.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What of a list of the catalogue is asked for. */
public final class CatalogueSearch {
    @QueryParam("q")
    private @Nullable String q;

    @QueryParam("group")
    private @Nullable String group;

    @QueryParam("nature")
    private @Nullable String nature;

    @QueryParam("on")
    private @Nullable String on;

    @QueryParam("closed")
    @DefaultValue("false")
    private boolean closed;

    @QueryParam("limit")
    private @Nullable Integer limit;

    @QueryParam("after")
    private @Nullable String after;

    @Nullable
    String q() {
        return q;
    }

    @Nullable
    String group() {
        return group;
    }

    @Nullable
    String nature() {
        return nature;
    }

    @Nullable
    String on() {
        return on;
    }

    boolean closed() {
        return closed;
    }

    @Nullable
    Integer limit() {
        return limit;
    }

    @Nullable
    String after() {
        return after;
    }
}
