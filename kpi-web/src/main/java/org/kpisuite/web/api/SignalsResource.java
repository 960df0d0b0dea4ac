package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.ejb.leadlag.Signals;

/** Signals of pairs, with their history. */
@Path("/signals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignalsResource {
    private static final int USUAL = 50;

    @EJB
    private Signals signals;

    /** The newest first; {@code next} is the id to ask on from. */
    @GET
    public ListView<SignalView> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("next") @Nullable String next,
            @QueryParam("limit") @Nullable String limit) {
        PageAsked page = PageAsked.of(next, limit, USUAL, Signals.PAGE_MAX);
        List<Signals.Shown> rows = signals.list(Optional.ofNullable(unit), page.next(), page.limit());
        return new ListView<>(
                rows.stream().map(SignalView::of).toList(),
                rows.size() < page.limit()
                        ? null
                        : String.valueOf(rows.get(page.limit() - 1).told().id()));
    }

    /** Body {@code {words}}: that it was seen, and what is done about it. */
    @POST
    @Path("/{id: \\d+}/acknowledge")
    public SignalView acknowledge(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        String words = body.requiredText("words");
        body.check();
        return SignalView.of(signals.acknowledge(id, words));
    }
}
