package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.ejb.delivery.Schedules;
import org.kpisuite.ejb.settings.Settings;

/** Who gets which scorecard every week, and running it now. */
@Path("/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SchedulesResource {
    @EJB
    private Schedules schedules;

    @Inject
    private Language language;

    @Inject
    private Settings settings;

    @Inject
    private AsOf asOfGiven;

    @Inject
    private Clock clock;

    /** A run as sent: {@code deliveries} holds a row for each recipient, also of those who had it before. */
    public record RunView(
            long id,
            long schedule,
            String unit,
            String period,
            String asOf,
            String requestedBy,
            List<DeliveryView> deliveries) {
        static RunView of(Schedules.RunOutcome outcome, Locale locale) {
            return new RunView(
                    outcome.run().id(),
                    outcome.run().scheduleId(),
                    outcome.run().unit(),
                    outcome.run().period().code(),
                    outcome.run().asOf().toString(),
                    outcome.run().requestedBy(),
                    outcome.deliveries().stream()
                            .map(d -> DeliveryView.of(d, locale))
                            .toList());
        }
    }

    @GET
    public ListView<ScheduleView> list() {
        Instant now = clock.instant();
        return ListView.whole(
                schedules.list().stream().map(s -> ScheduleView.of(s, now)).toList());
    }

    @POST
    public Response create(InputStream in) {
        ScheduleBody body = body(in);
        Schedule schedule = schedules.create(body.unit(), body.terms());
        return answer(Response.created(URI.create("schedules/" + schedule.id())), schedule);
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") long id) {
        return answer(Response.ok(), schedules.get(id));
    }

    @PUT
    @Path("/{id}")
    public Response change(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream in) {
        ScheduleBody body = body(in);
        return answer(Response.ok(), schedules.change(id, Numbers.version(ifMatch), body.unit(), body.terms()));
    }

    @POST
    @Path("/{id}/run")
    public RunView run(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        Optional<Instant> asOf = body.parsed("asOf", asOfGiven::parse, "2026-11-21, 2026-11-22T06:00:00+03:00");
        body.check();
        return RunView.of(schedules.runNow(id, asOf), language.locale());
    }

    private ScheduleBody body(InputStream in) {
        return ScheduleBody.of(Body.of(in), settings.zone(), settings.locale());
    }

    private Response answer(Response.ResponseBuilder response, Schedule schedule) {
        return response.entity(ScheduleView.of(schedule, clock.instant()))
                .header("ETag", Numbers.tag(schedule.version()))
                .build();
    }
}
