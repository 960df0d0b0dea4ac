package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.ejb.report.Reports;
import org.kpisuite.ejb.scorecard.ScorecardQuery;

/** A scorecard as PDF or workbook, for whoever has it open as a page. */
@WebServlet("/scorecard/file")
public class ScorecardFile extends FileServlet {
    private static final long serialVersionUID = 1L;
    private static final String PDF = "pdf";

    @Inject
    transient Reader reader;

    @EJB
    transient Reports reports;

    /** The address of a file of that form and language; choices as they stand in the address of the page. */
    static String address(@Nullable String unit, Period period, Chosen chosen, String form, String language) {
        return chosen.in("scorecard/file?unit=" + encode(unit == null ? "" : unit) + "&period=" + period.code()
                + "&form=" + form + "&language=" + language);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reports.Taken file = reports.take(new Reports.Wanted(
                given(request, "unit"),
                reader.calendar().parse(given(request, "period")),
                PointInTime.of(request.getParameter("asOf"), reader.getZone()),
                ScorecardQuery.Choices.of(
                        request.getParameter("organisation"),
                        request.getParameter("comparison"),
                        request.getParameter("currency")),
                Messages.supported(Locale.forLanguageTag(given(request, "language"))),
                given(request, "form").equals(PDF) ? ReportFormat.PDF : ReportFormat.XLSX));
        response.setContentType(file.report().format().mediaType());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + file.report().fileName() + "\"");
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            throw new KpiException(Code.E_FIELD_MISSING, name);
        }
        return value;
    }
}
