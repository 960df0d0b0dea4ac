package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.ejb.leadlag.PairFiles;

/** The test of a pair as a workbook, for whoever has it open as a page: {@code /leadlag/file?unit=&pair=&granularity=}. */
@WebServlet("/leadlag/file")
public class PairFile extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @EJB
    transient PairFiles files;

    @Override
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
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
