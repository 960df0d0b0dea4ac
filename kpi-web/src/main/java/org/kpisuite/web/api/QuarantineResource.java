package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.QuarantineState;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.actual.Quarantine;
import org.kpisuite.ejb.settings.Settings;

/** Rows for closed periods, one by one or together. */
@Path("/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QuarantineResource {
    @EJB
    private Quarantine quarantine;

    @Inject
    private Settings settings;

    /** The oldest first; {@code next} is the id to ask on from. */
    @GET
    public ListView<QuarantineView> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("period") @Nullable String period,
            @QueryParam("state") @Nullable String state,
            @QueryParam("import") @Nullable Long importId,
            @QueryParam("next") @DefaultValue("0") long next,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("effect") @DefaultValue("true") boolean effect) {
        int page = Math.max(1, Math.min(limit, Quarantine.PAGE_MAX));
        List<QuarantineState> states = state == null ? List.of() : List.of(state(state));
        Quarantine.Selection selection = new Quarantine.Selection(unit, days(period), states, importId);
        List<Quarantined> rows = quarantine.list(selection, next, page);
        return new ListView<>(
                QuarantineView.all(
                        rows.stream().map(r -> quarantine.shown(r, effect)).toList()),
                rows.size() < page ? null : String.valueOf(rows.get(page - 1).id()));
    }

    private @Nullable DayRange days(@Nullable String period) {
        return period == null ? null : settings.calendar().parse(period).days();
    }

    private static QuarantineState state(String given) {
        return Arrays.stream(QuarantineState.values())
                .filter(s -> s.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new KpiException(
                        Code.E_FIELD_VALUE, "state", given, Arrays.toString(QuarantineState.values())));
    }

    @GET
    @Path("/{id: \\d+}")
    public QuarantineView get(@PathParam("id") long id) {
        return QuarantineView.of(quarantine.get(id));
    }

    @POST
    @Path("/{id: \\d+}/accept")
    public QuarantineView accept(@PathParam("id") long id, InputStream in) {
        return one(quarantine.accept(List.of(id), reason(in)));
    }

    @POST
    @Path("/{id: \\d+}/accept-history")
    public QuarantineView acceptForHistory(@PathParam("id") long id, InputStream in) {
        return one(quarantine.acceptForHistory(List.of(id), reason(in)));
    }

    @POST
    @Path("/{id: \\d+}/reject")
    public QuarantineView reject(@PathParam("id") long id, InputStream in) {
        return one(quarantine.reject(List.of(id), reason(in)));
    }

    @POST
    @Path("/accept")
    public ListView<QuarantineView> acceptAll(InputStream in) {
        Group group = group(in);
        return all(quarantine.accept(group.ids, group.reason));
    }

    @POST
    @Path("/accept-history")
    public ListView<QuarantineView> acceptAllForHistory(InputStream in) {
        Group group = group(in);
        return all(quarantine.acceptForHistory(group.ids, group.reason));
    }

    @POST
    @Path("/reject")
    public ListView<QuarantineView> rejectAll(InputStream in) {
        Group group = group(in);
        return all(quarantine.reject(group.ids, group.reason));
    }

    private record Group(Collection<Long> ids, @Nullable String reason) {}

    /** Rows by {@code ids}, or all open ones of an {@code import}, of one {@code period} of it where that is named. */
    private Group group(InputStream in) {
        Body body = Body.of(in);
        List<Long> ids = body.ids("ids");
        Long importId = body.decimal("import").map(BigDecimal::longValue).orElse(null);
        String period = body.text("period").orElse(null);
        String reason = body.text("reason").orElse(null);
        body.check();
        if (ids.isEmpty() && importId == null) {
            throw new KpiException(Code.E_FIELD_MISSING, "ids");
        }
        return new Group(
                ids.isEmpty()
                        ? quarantine.open(new Quarantine.Selection(null, days(period), List.of(), importId))
                        : ids.stream().distinct().toList(),
                reason);
    }

    private static @Nullable String reason(InputStream in) {
        Body body = Body.of(in);
        String reason = body.text("reason").orElse(null);
        body.check();
        return reason;
    }

    private QuarantineView one(List<Quarantined> rows) {
        return QuarantineView.of(quarantine.shown(rows.get(0), true));
    }

    private ListView<QuarantineView> all(List<Quarantined> rows) {
        return ListView.whole(QuarantineView.all(
                rows.stream().map(r -> quarantine.shown(r, false)).toList()));
    }
}
