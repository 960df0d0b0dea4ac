package org.kpisuite.web.api;

import jakarta.ejb.EJB;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodStatus;
import org.kpisuite.domain.calendar.ReopenScope;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.calendar.Periods;
import org.kpisuite.ejb.catalogue.Catalogues;

/** Periods, how they stand, and the steps that change it. */
@Path("/periods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeriodsResource {
    @EJB
    private Periods periods;

    @EJB
    private Catalogues catalogues;

    /** Periods of one length, from the one in which {@code from} lies; both ends are days or codes. */
    @GET
    public ListView<PeriodView> list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("granularity") @DefaultValue("MONTH") String granularity) {
        LocalDate today = periods.today();
        LocalDate last = to == null ? today : periods.parse(to).endInclusive();
        LocalDate first =
                from == null ? last.withDayOfYear(1) : periods.parse(from).start();
        List<PeriodStatus> list = periods.list(granularity(granularity), first, last);
        Optional<Period> next = list.stream()
                .skip(Math.max(0, Periods.PAGE_MAX - 1))
                .map(s -> s.period().plus(1))
                .filter(p -> !p.start().isAfter(last))
                .findFirst();
        return new ListView<>(
                list.stream().map(PeriodView::of).toList(),
                next.map(p -> p.start().toString()).orElse(null));
    }

    private static Granularity granularity(String text) {
        return Arrays.stream(Granularity.values())
                .filter(g -> g.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new KpiException(
                        Code.E_FIELD_VALUE, "granularity", text, Arrays.toString(Granularity.values())));
    }

    @GET
    @Path("/{code}")
    public PeriodView get(@PathParam("code") String code) {
        return PeriodView.of(periods.get(periods.parse(code)));
    }

    @POST
    @Path("/{code}/close")
    public PeriodView close(@PathParam("code") String code, InputStream in) {
        Body body = Body.of(in);
        boolean withChildren = body.flag("withChildren").orElse(false);
        body.check();
        return PeriodView.of(periods.close(periods.parse(code), withChildren));
    }

    @POST
    @Path("/{code}/reopen")
    public PeriodView reopen(@PathParam("code") String code, InputStream in) {
        Body body = Body.of(in);
        Optional<String> reason = body.text("reason");
        Body scope = body.object("scope");
        boolean all = scope.flag("all").orElse(false);
        List<String> units = scope.textList("units");
        List<String> measures = scope.textList("measures");
        body.check();
        Catalogue catalogue = catalogues.get();
        for (String measure : measures) {
            if (catalogue.measure(measure).isEmpty()) {
                throw new KpiException(Code.E_MEASURE_UNKNOWN, measure);
            }
        }
        ReopenScope named = new ReopenScope(all, new HashSet<>(units), new HashSet<>(measures));
        return PeriodView.of(periods.requestReopen(periods.parse(code), reason, named));
    }

    @POST
    @Path("/{code}/approve-reopen")
    public PeriodView approveReopen(@PathParam("code") String code, InputStream in) {
        Body.of(in).check();
        return PeriodView.of(periods.approveReopen(periods.parse(code)));
    }

    @POST
    @Path("/{code}/lock")
    public PeriodView lock(@PathParam("code") String code, InputStream in) {
        Body.of(in).check();
        return PeriodView.of(periods.lock(periods.parse(code)));
    }

    @POST
    @Path("/{code}/unlock")
    public PeriodView unlock(@PathParam("code") String code, InputStream in) {
        Body body = Body.of(in);
        Optional<String> reason = body.text("reason");
        body.check();
        return PeriodView.of(periods.requestUnlock(periods.parse(code), reason));
    }

    @POST
    @Path("/{code}/approve-unlock")
    public PeriodView approveUnlock(@PathParam("code") String code, InputStream in) {
        Body.of(in).check();
        return PeriodView.of(periods.approveUnlock(periods.parse(code)));
    }
}
