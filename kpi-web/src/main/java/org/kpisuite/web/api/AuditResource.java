package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.audit.AuditFilter;
import org.kpisuite.ejb.audit.AuditLog;
import org.kpisuite.ejb.plan.PlanEvidence;
import org.kpisuite.ejb.settings.Settings;

/** What was done, latest first; {@code next} of one page is the {@code page} of the following. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @EJB
    private AuditLog audit;

    @EJB
    private PlanEvidence evidence;

    @Inject
    private Settings settings;

    /**
     * Records that the caller may read.
     *
     * @param from first day in the company's zone
     * @param to last day
     */
    @GET
    public ListView<AuditView> list(
            @QueryParam("object") @Nullable String object,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("page") @Nullable Long page,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return AuditView.page(audit.list(new AuditFilter(
                Optional.ofNullable(object),
                Optional.ofNullable(actor),
                day("from", from).map(this::start),
                day("to", to).map(d -> start(d.plusDays(1))),
                Optional.ofNullable(page),
                limit)));
    }

    private static Optional<LocalDate> day(String field, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new KpiException(Code.E_FIELD_VALUE, field, text, "2026-10-05");
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }

    @GET
    @Path("/verify")
    public AuditView.VerdictView verify() {
        return AuditView.VerdictView.of(audit.verify(), evidence.verify());
    }
}
