package org.kpisuite.web.api;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * Every failure as problem+json (RFC 9457): status by the one table of kinds, code, all findings, an incident id that is
 * in the log too. No stack trace leaves the house.
 */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int INTERNAL = 500;

    @Context
    private HttpServletRequest request;

    @Inject
    private Language language;

    /**
     * The problem as sent.
     *
     * @param diff what a stale writing of a plan would change in it now; absent otherwise
     */
    public record ProblemView(
            String type,
            int status,
            String code,
            String title,
            String detail,
            String incident,
            List<ErrorView> errors,
            @Nullable PlanDiffView diff) {}

    /** One finding as sent. */
    public record ErrorView(
            String code, String severity, Integer row, String column, String value, String message, String suggestion) {

        static ErrorView of(Refusal refusal, Locale locale) {
            return new ErrorView(
                    refusal.code().text(),
                    refusal.severity().name(),
                    refusal.row(),
                    refusal.column(),
                    refusal.value(),
                    refusal.message(locale),
                    refusal.suggestion());
        }
    }

    @Override
    public Response toResponse(Throwable failure) {
        String incident = incident();
        Optional<KpiException> refused = refusal(failure);
        if (refused.isPresent()) {
            LOG.log(Level.FINE, "Incident {0}: {1}", new Object[] {
                incident, refused.get().getMessage()
            });
            return answer(refused.get(), incident, failure instanceof StalePlan stale ? stale.diff() : null);
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < INTERNAL) {
            int status = web.getResponse().getStatus();
            return answer(
                    status,
                    "E-HTTP-" + status,
                    web.getResponse().getStatusInfo().getReasonPhrase(),
                    incident);
        }
        LOG.log(
                Level.SEVERE,
                "Incident " + incident + " at " + request.getMethod() + " " + request.getRequestURI(),
                failure);
        return answer(INTERNAL, "E-INTERNAL", "Internal error", incident);
    }

    private static Optional<KpiException> refusal(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof KpiException refusal) {
                return Optional.of(refusal);
            }
            if (at instanceof EJBAccessException || at instanceof AccessLocalException) {
                return Optional.of(new KpiException(Code.E_FORBIDDEN));
            }
            if (at instanceof OptimisticLockException) {
                return Optional.of(new KpiException(Code.E_VERSION, "—", "—"));
            }
            if (!(at instanceof EJBException) && at.getCause() == at) {
                break;
            }
        }
        return Optional.empty();
    }

    private Response answer(KpiException refusal, String incident, @Nullable PlanDiffView diff) {
        Locale locale = language.locale();
        int status = status(refusal.code());
        List<ErrorView> errors =
                refusal.refusals().stream().map(r -> ErrorView.of(r, locale)).toList();
        return Response.status(status)
                .type("application/problem+json")
                .entity(new ProblemView(
                        "about:blank",
                        status,
                        refusal.code().text(),
                        refusal.message(locale),
                        refusal.message(locale),
                        incident,
                        errors,
                        diff))
                .build();
    }

    private static Response answer(int status, String code, String title, String incident) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(new ProblemView("about:blank", status, code, title, title, incident, List.of(), null))
                .build();
    }

    /** The one table from kinds of refusal to HTTP status. */
    static int status(Code code) {
        return switch (code.kind()) {
            case INVALID -> 422;
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case MISSING -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case UNCONDITIONAL -> 428;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
        };
    }

    private static String incident() {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String hex = HexFormat.of().withUpperCase().formatHex(bytes);
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }
}
