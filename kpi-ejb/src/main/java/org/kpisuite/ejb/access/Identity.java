package org.kpisuite.ejb.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Authentication;

/** The request that is under way and how its caller proved who they are; set by the web layer before anything else runs. */
@RequestScoped
public class Identity {
    @Inject
    private Clock clock;

    private String authMethod = "PASSWORD";
    private @Nullable Instant provedAt;
    private @Nullable String request;
    private @Nullable String ip;

    /** As set for this request; of work that no request asked for, by PASSWORD and now. */
    public Authentication authentication() {
        return new Authentication(authMethod, Optional.ofNullable(provedAt).orElseGet(clock::instant), ip);
    }

    /** Says by which method the caller proved who they are, and when. */
    public void setProof(String method, Instant at) {
        authMethod = method;
        provedAt = at;
    }

    /** Id of the request, as its answer tells it; empty in a job. */
    public Optional<String> request() {
        return Optional.ofNullable(request);
    }

    /** Address that the request came from; empty in a job. */
    public Optional<String> ip() {
        return Optional.ofNullable(ip);
    }

    public void setRequest(String id, String ipOfCaller) {
        request = id;
        ip = ipOfCaller;
    }
}
