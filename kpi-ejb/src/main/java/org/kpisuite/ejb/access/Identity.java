package org.kpisuite.ejb.access;

import jakarta.enterprise.context.RequestScoped;

/** How the caller of this request proved who they are; set by the web layer before anything else runs. */
@RequestScoped
public class Identity {
    private String authMethod = "PASSWORD";

    /** PASSWORD, TOKEN or BOOTSTRAP; stored with every signature. */
    public String authMethod() {
        return authMethod;
    }

    public void setAuthMethod(String authMethod) {
        this.authMethod = authMethod;
    }
}
