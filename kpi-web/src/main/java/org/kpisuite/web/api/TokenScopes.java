package org.kpisuite.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.kpisuite.domain.access.Scope;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Identity;
import org.kpisuite.ejb.access.SignedIn;
import org.kpisuite.web.security.SuiteAuthentication;

/**
 * A token opens only what it was made for: reading asks for READ, imports for IMPORT, signatures for SIGN, all other
 * changes for PLAN. A session of the pages may read (downloads) but not change: no foreign page can act through it.
 */
@Provider
public class TokenScopes implements ContainerRequestFilter {
    private static final Pattern SIGNING =
            Pattern.compile("plans/\\d+/(submit|check|return|approve|adjustments/\\d+/(accept|reject))|delegations");

    @Context
    private HttpServletRequest request;

    @Inject
    private Identity identity;

    @Override
    public void filter(ContainerRequestContext context) {
        String path = context.getUriInfo().getPath().replaceAll("^/+|/+$", "");
        if (path.equals("health") || path.equals("tokens")) {
            return;
        }
        if (!(request.getAttribute(SuiteAuthentication.SIGNED_IN) instanceof SignedIn somebody)) {
            if (context.getMethod().equals("GET")) {
                return;
            }
            throw new KpiException(Code.E_SIGN_IN);
        }
        identity.setProof(somebody.authMethod(), somebody.provedAt());
        if (!somebody.scopes().contains(needed(context.getMethod(), path))) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
    }

    private static Scope needed(String method, String path) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return Scope.READ;
        }
        if (SIGNING.matcher(path).matches()) {
            return Scope.SIGN;
        }
        return path.startsWith("imports") || path.startsWith("import-profiles") ? Scope.IMPORT : Scope.PLAN;
    }
}
