package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.ejb.actual.ActualsExport;
import org.kpisuite.ejb.actual.ReturnedFile;
import org.kpisuite.ejb.actual.ReturnedForm;

/** Stored values of a period as a file, for whoever has the page of the data open: {@code /data-status/file?form=&period=&unit=}. */
@WebServlet("/data-status/file")
public class ActualsFile extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @Inject
    transient Clock clock;

    @EJB
    transient ActualsExport exports;

    @Override
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Period period = reader.calendar().parse(String.valueOf(request.getParameter("period")));
        ReturnedForm form = "csv".equals(request.getParameter("form")) ? ReturnedForm.CSV : ReturnedForm.XLSX;
        Optional<String> unit =
                Optional.ofNullable(request.getParameter("unit")).filter(u -> !u.isBlank());
        ActualsExport.Wanted wanted =
                new ActualsExport.Wanted(unit, Optional.empty(), period.days(), null, clock.instant());
        try (ReturnedFile file = exports.file(wanted, form)) {
            response.setContentType(file.type());
            response.setHeader("Content-Disposition", file.disposition());
            response.setContentLengthLong(file.bytes());
            file.sendTo(response.getOutputStream());
        }
    }
}
