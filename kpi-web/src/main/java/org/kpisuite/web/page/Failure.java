package org.kpisuite.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.KpiException;

/** The page that stands where another could not be shown: what failed, and the incident as in the log. */
@Named
@RequestScoped
public class Failure {
    private static final Logger LOG = Logger.getLogger(Failure.class.getName());

    @Inject
    HttpServletRequest request;

    @Inject
    Reader reader;

    private int status() {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer known ? known : 404;
    }

    private String kind() {
        return switch (status()) {
            case 403 -> "403";
            case 404 -> "404";
            default -> "500";
        };
    }

    public String getTitle() {
        return reader.text("error." + kind());
    }

    public String getText() {
        return request.getAttribute(KpiException.class.getName()) instanceof KpiException refusal
                ? refusal.message(reader.getLocale())
                : reader.text("error." + kind() + ".text");
    }

    /** Null unless this is a defect; one that came past the pages is logged here. */
    public @Nullable String getIncident() {
        if (!kind().equals("500")) {
            return null;
        }
        if (!(request.getAttribute(Incident.ATTRIBUTE) instanceof Incident)) {
            Incident incident = Incident.next();
            LOG.log(
                    Level.SEVERE,
                    (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION),
                    () -> "incident " + incident + " at " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
            request.setAttribute(Incident.ATTRIBUTE, incident);
        }
        return request.getAttribute(Incident.ATTRIBUTE).toString();
    }
}
