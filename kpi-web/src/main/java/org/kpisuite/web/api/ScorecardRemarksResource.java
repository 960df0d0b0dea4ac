package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.ejb.scorecard.ScorecardRemarks;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.reports.data.RemarkView;

/** What people say about a scorecard, and what they do about its items. Read with the scorecard itself. */
@Path("/scorecards/{unit}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScorecardRemarksResource {
    @EJB
    private ScorecardRemarks remarks;

    @Inject
    private Settings settings;

    @PathParam("unit")
    private String unit;

    @PathParam("period")
    private String period;

    private Period at() {
        return settings.calendar().parse(period);
    }

    @POST
    @Path("/{period: [^/.]+}/comments")
    public Response comment(InputStream in) {
        Body body = Body.of(in);
        String text = body.requiredText("text");
        Optional<String> item = body.text("item");
        body.check();
        return created(remarks.comment(unit, at(), item, text));
    }

    @POST
    @Path("/{period: [^/.]+}/actions")
    public Response act(InputStream in) {
        Body body = Body.of(in);
        String text = body.requiredText("text");
        String owner = body.requiredText("owner");
        Optional<LocalDate> due = body.requiredParsed("due", LocalDate::parse, "2026-12-05");
        Optional<String> item = body.text("item");
        body.check();
        return created(
                remarks.act(unit, at(), item, text, new Remark.Task(owner, due.orElseThrow(), Optional.empty())));
    }

    @POST
    @Path("/{period: [^/.]+}/actions/{action}/done")
    public RemarkView finish(@PathParam("action") long action, InputStream in) {
        Body.of(in).check();
        return RemarkView.of(remarks.finish(unit, at(), action));
    }

    private static Response created(Remark.Said said) {
        return Response.status(Response.Status.CREATED)
                .entity(RemarkView.of(said))
                .build();
    }
}
