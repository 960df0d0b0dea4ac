package org.kpisuite.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.kpisuite.ejb.access.Identity;

/** Gives each request an id, which stands in its answer and with everything that it does in the audit. */
@WebFilter("/*")
public class RequestNames implements Filter {
    static final String HEADER = "X-Request-Id";

    /** Session attribute: when whoever signed in on the page last entered their password. */
    public static final String PROVED_AT = "org.kpisuite.provedAt";

    @Inject
    private Identity identity;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = UUID.randomUUID().toString();
        identity.setRequest(id, request.getRemoteAddr());
        HttpSession session = ((HttpServletRequest) request).getSession(false);
        if (session != null && session.getAttribute(PROVED_AT) instanceof Instant at) {
            identity.setProof("PASSWORD", at);
        }
        ((HttpServletResponse) response).setHeader(HEADER, id);
        chain.doFilter(request, response);
    }
}
