package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.feed.ImportTemplates;

/** A blank workbook to deliver data with, for whoever asks from a page: {@code /imports/template?unit=&period=}. */
@WebServlet("/imports/template")
public class TemplateFile extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @EJB
    transient ImportTemplates templates;

    @Override
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String unit = request.getParameter("unit");
        String code = request.getParameter("period");
        if (unit == null || code == null) {
            throw new KpiException(Code.E_FIELD_MISSING, unit == null ? "unit" : "period");
        }
        Period period = reader.calendar().parse(code);
        byte[] bytes = templates.workbook(unit, period, reader.getLocale());
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s-%s.xlsx\"".formatted(unit, period.code(), reader.getLanguage()));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
