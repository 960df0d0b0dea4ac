package org.kpisuite.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kpisuite.ejb.report.ReportWarmUp;
import org.kpisuite.ejb.storage.Migrations;

/** Whether the suite is ready to serve: open to everybody, and says nothing but that. */
@Path("/health")
@PermitAll
public class HealthResource {

    @Inject
    private Migrations migrations;

    @EJB
    private ReportWarmUp warmUp;

    /** Answers only after the tables were brought up to date, since the migrations run before anything else. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public HealthView health() {
        return new HealthView("UP", migrations.version(), warmUp.state().name());
    }

    /**
     * What it is like.
     *
     * @param tables version of the database's tables
     * @param reports whether the first report will be as fast as the next one: WARMING, WARM or COLD; served are all
     */
    public record HealthView(String status, String tables, String reports) {}
}
