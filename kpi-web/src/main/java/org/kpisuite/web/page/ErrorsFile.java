package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.actual.ReturnedFile;
import org.kpisuite.ejb.actual.ReturnedFiles;
import org.kpisuite.ejb.actual.ReturnedForm;

/** The file of an import given back with reasons, for whoever has it open: {@code /imports/errors?id=&form=xlsx|csv&all=}. */
@WebServlet("/imports/errors")
public class ErrorsFile extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @EJB
    transient ReturnedFiles files;

    @Override
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = String.valueOf(request.getParameter("id"));
        if (!id.matches("\\d{1,18}")) {
            throw new KpiException(Code.E_NOT_FOUND, id);
        }
        ReturnedForm form = "csv".equals(request.getParameter("form")) ? ReturnedForm.CSV : ReturnedForm.XLSX;
        Optional<Boolean> all = Optional.ofNullable(request.getParameter("all")).map(Boolean::valueOf);
        try (ReturnedFile file = files.of(Long.parseLong(id), form, reader.getLocale(), all)) {
            response.setContentType(file.type());
            response.setHeader("Content-Disposition", file.disposition());
            response.setContentLengthLong(file.bytes());
            file.sendTo(response.getOutputStream());
        }
    }
}
