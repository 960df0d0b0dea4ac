package org.kpisuite.web.page;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * What becomes of an exception on a page.
 *
 * <p>A refusal of an action stands as a message on the same page; a refusal to show a page is 403 or 404; a page that
 * waited too long is opened anew; all else is a defect: logged and shown with its incident.
 */
public class Refusals extends ExceptionHandlerFactory {
    private static final Logger LOG = Logger.getLogger(Refusals.class.getName());

    public Refusals(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                var context = events.next().getContext();
                answer(context.getContext(), context.getPhaseId(), context.getException());
                events.remove();
            }
        }

        private static void answer(FacesContext faces, PhaseId phase, Throwable thrown) {
            KpiException refusal = find(thrown, KpiException.class);
            if (refusal != null && phase == PhaseId.INVOKE_APPLICATION && faces.isPostback()) {
                show(faces, refusal);
            } else if (find(thrown, ViewExpiredException.class) != null) {
                reopen(faces);
            } else if (refusal != null && refusal.code().kind() == Code.Kind.MISSING) {
                send(faces, 404);
            } else if (find(thrown, EJBAccessException.class) != null
                    || (refusal != null && refusal.code().kind() == Code.Kind.FORBIDDEN)) {
                send(faces, 403);
            } else if (refusal != null && refusal.code().kind() == Code.Kind.INVALID) {
                faces.getExternalContext().getRequestMap().put(KpiException.class.getName(), refusal);
                send(faces, 404);
            } else {
                fail(faces, thrown);
            }
        }

        private static void show(FacesContext faces, KpiException refusal) {
            Locale locale = faces.getViewRoot().getLocale();
            for (Refusal one : refusal.refusals()) {
                faces.addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_ERROR,
                                one.message(locale),
                                one.code().text()));
            }
            faces.validationFailed();
            faces.renderResponse();
        }

        /** The view state is gone: the same address again, nothing done. */
        private static void reopen(FacesContext faces) {
            ExternalContext external = faces.getExternalContext();
            HttpServletRequest request = (HttpServletRequest) external.getRequest();
            String query = request.getQueryString() == null ? "" : request.getQueryString() + "&";
            try {
                external.redirect(request.getRequestURI() + "?" + query.replace("expired=1&", "") + "expired=1");
            } catch (IOException e) {
                throw new FacesException(e);
            }
            faces.responseComplete();
        }

        private static void fail(FacesContext faces, Throwable thrown) {
            Incident incident = Incident.next();
            LOG.log(Level.SEVERE, thrown, () -> "incident " + incident);
            faces.getExternalContext().getRequestMap().put(Incident.ATTRIBUTE, incident);
            send(faces, 500);
        }

        private static void send(FacesContext faces, int status) {
            ExternalContext external = faces.getExternalContext();
            try {
                if (!external.isResponseCommitted()) {
                    external.responseReset();
                    external.responseSendError(status, null);
                }
            } catch (IOException e) {
                throw new FacesException(e);
            }
            faces.responseComplete();
        }

        private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                if (type.isInstance(t)) {
                    return type.cast(t);
                }
            }
            return null;
        }
    }
}
