package org.kpisuite.web.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** A file for whoever has a page open; where it is refused, the page that says why. */
abstract class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            send(request, response);
        } catch (KpiException e) {
            request.setAttribute(KpiException.class.getName(), e);
            response.sendError(e.code().kind() == Code.Kind.FORBIDDEN ? 403 : 404);
        }
    }

    /** Writes the file, or refuses before the first byte of it. */
    abstract void send(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
