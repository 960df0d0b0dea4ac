package org.kpisuite.ejb.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request that is under way and how its caller proved who they are; set by the web layer before anything else runs. */
@RequestScoped
public class Identity {
    private String authMethod = "PASSWORD";
    private @Nullable String request;
    private @Nullable String ip;

    /** PASSWORD, TOKEN or BOOTSTRAP; stored with every signature. */
    public String authMethod() {
        return authMethod;
    }

    public void setAuthMethod(String authMethod) {
        this.authMethod = authMethod;
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
