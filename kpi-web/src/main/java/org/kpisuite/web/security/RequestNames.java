package org.kpisuite.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.kpisuite.ejb.access.Identity;

/** Gives each request an id, which stands in its answer and with everything that it does in the audit. */
@WebFilter("/*")
public class RequestNames implements Filter {
    static final String HEADER = "X-Request-Id";

    @Inject
    private Identity identity;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = UUID.randomUUID().toString();
        identity.setRequest(id, request.getRemoteAddr());
        ((HttpServletResponse) response).setHeader(HEADER, id);
        chain.doFilter(request, response);
    }
}
