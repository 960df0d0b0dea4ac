package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
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
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.Scorecards;

/** A scorecard as PDF or workbook, for whoever has it open as a page. */
@WebServlet("/scorecard/file")
public class ScorecardFile extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PDF = "pdf";
    private static final String XLSX = "xlsx";

    @Inject
    transient Reader reader;

    @EJB
    transient Scorecards scorecards;

    @Inject
    transient ScorecardFiles files;

    /** The address of a file of that form and language; choices as they stand in the address of the page. */
    static String address(@Nullable String unit, Period period, Chosen chosen, String form, String language) {
        return chosen.in("scorecard/file?unit=" + encode(unit == null ? "" : unit) + "&period=" + period.code()
                + "&form=" + form + "&language=" + language);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

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
        Period period = reader.calendar().parse(given(request, "period"));
        Locale locale = Messages.supported(Locale.forLanguageTag(given(request, "language")));
        ScorecardQuery.Choices choices = ScorecardQuery.Choices.of(
                request.getParameter("organisation"),
                request.getParameter("comparison"),
                request.getParameter("currency"));
        Scorecard card = scorecards.report(
                given(request, "unit"),
                period,
                PointInTime.of(request.getParameter("asOf"), reader.getZone()),
                choices);
        boolean pdf = given(request, "form").equals(PDF);
        byte[] bytes = pdf ? files.pdf(card, locale) : files.workbook(card, choices, locale);
        response.setContentType(
                pdf ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s-%s.%s\""
                        .formatted(card.heading().unit(), period.code(), locale.getLanguage(), pdf ? PDF : XLSX));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            throw new KpiException(Code.E_FIELD_MISSING, name);
        }
        return value;
    }
}
