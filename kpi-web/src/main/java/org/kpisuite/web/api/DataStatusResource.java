package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.feed.FeedState;
import org.kpisuite.ejb.feed.DataStatus;
import org.kpisuite.ejb.settings.Settings;

/** Which data are due, which came, and who owes the rest. */
@Path("/data-status")
@Produces(MediaType.APPLICATION_JSON)
public class DataStatusResource {
    @EJB
    private DataStatus status;

    @Inject
    private Settings settings;

    /**
     * The feeds of a department and those below it, or of all that the caller may read; the late ones first. Without a
     * period those of the running quarter; {@code only} is late, due or in.
     */
    @GET
    public ListView<DataStatusView> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("source") @Nullable String source,
            @QueryParam("period") @Nullable String period,
            @QueryParam("only") @Nullable String only) {
        Optional<FeedState> wanted = Optional.ofNullable(only).map(DataStatusResource::state);
        Period asked =
                period == null ? status.runningQuarter() : settings.calendar().parse(period);
        LocalDate today = status.today();
        return ListView.whole(status.list(Optional.ofNullable(unit), asked).stream()
                .filter(f -> source == null || f.status().source().equals(source))
                .filter(f -> wanted.isEmpty() || f.status().state() == wanted.get())
                .map(f -> DataStatusView.of(f, today))
                .toList());
    }

    private static FeedState state(String given) {
        return switch (given) {
            case "late" -> FeedState.LATE;
            case "due" -> FeedState.DUE;
            case "in" -> FeedState.IN;
            default -> throw new KpiException(Code.E_FIELD_VALUE, "only", given, "late, due, in");
        };
    }
}
