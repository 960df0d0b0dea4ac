package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kpisuite.ejb.actual.ImportProfiles;

/** A file to try a profile on, for whoever asks from a page: {@code /import-profiles/sample?code=}. */
@WebServlet("/import-profiles/sample")
public class ProfileSample extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @EJB
    transient ImportProfiles profiles;

    @Override
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = String.valueOf(request.getParameter("code"));
        ImportProfiles.Sample sample = profiles.sample(code, reader.getLocale());
        response.setContentType("text/csv");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + sample.fileName() + "\"");
        byte[] content = sample.content();
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
