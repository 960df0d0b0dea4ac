package org.kpisuite.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.access.Role;
import org.kpisuite.ejb.access.SignIn;
import org.kpisuite.ejb.access.SignedIn;

/**
 * Lets in whoever signs in on the page, for a session, and whoever brings a bearer token to the API, for one request.
 *
 * <p>Everything that is not public is protected, whether it exists or not.
 */
@ApplicationScoped
@AutoApplySession
public class SuiteAuthentication implements HttpAuthenticationMechanism {
    /** Request attribute: the {@link SignedIn} whose token came with the request. */
    public static final String SIGNED_IN = "org.kpisuite.signedIn";

    private static final String BEARER = "Bearer ";

    @EJB
    private SignIn signIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        Credential credential = context.getAuthParameters().getCredential();
        if (credential instanceof UsernamePasswordCredential given) {
            return signIn.byPassword(given.getCaller(), given.getPasswordAsString())
                    .map(s -> {
                        request.getSession().setAttribute(RequestNames.PROVED_AT, s.provedAt());
                        return letIn(s, context);
                    })
                    .orElse(AuthenticationStatus.SEND_FAILURE);
        }
        Optional<SignedIn> bearer = bearer(request, path);
        if (bearer.isPresent()) {
            request.setAttribute(SIGNED_IN, bearer.get());
            return letIn(bearer.get(), context);
        }
        if (PublicPaths.contains(path)) {
            return context.doNothing();
        }
        return refuse(request, response, path);
    }

    private Optional<SignedIn> bearer(HttpServletRequest request, String path) {
        String header = request.getHeader("Authorization");
        return PublicPaths.isApi(path) && header != null && header.startsWith(BEARER)
                ? signIn.byToken(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static AuthenticationStatus letIn(SignedIn somebody, HttpMessageContext context) {
        Set<String> groups = somebody.roles().stream().map(Role::name).collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(somebody.login(), groups);
    }

    private static AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response, String path)
            throws AuthenticationException {
        try {
            if (PublicPaths.isApi(path)) {
                Unauthenticated.answer(request, response);
            } else {
                String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
                String from = URLEncoder.encode(path + query, StandardCharsets.UTF_8);
                response.sendRedirect(request.getContextPath() + "/signin" + ("/".equals(path) ? "" : "?from=" + from));
            }
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
