package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.ejb.leadlag.PairFiles;

/** The test of a pair as a workbook, for whoever has it open as a page: {@code /leadlag/file?unit=&pair=&granularity=}. */
@WebServlet("/leadlag/file")
public class PairFile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @EJB
    transient PairFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            send(request, response);
        } catch (KpiException e) {
            request.setAttribute(KpiException.class.getName(), e);
            response.sendError(e.code().kind() == Code.Kind.FORBIDDEN ? 403 : 404);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String pair = String.valueOf(request.getParameter("pair"));
        byte[] file = files.workbook(
                pair,
                String.valueOf(request.getParameter("unit")),
                LeadLagPage.granularity(request.getParameter("granularity")),
                reader.getLocale());
        response.setContentType(ReportFormat.XLSX.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + pair + ".xlsx\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
