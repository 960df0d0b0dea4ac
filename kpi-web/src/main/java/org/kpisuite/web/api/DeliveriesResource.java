package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.delivery.DeliveryState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.delivery.Deliveries;
import org.kpisuite.ejb.delivery.DeliveryFilter;

/** The send log, latest first; {@code next} of one page is the {@code before} of the following. */
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveriesResource {
    @EJB
    private Deliveries deliveries;

    @Inject
    private Language language;

    @GET
    public ListView<DeliveryView> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("schedule") @Nullable Long schedule,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        Deliveries.Page page = deliveries.list(new DeliveryFilter(
                Optional.ofNullable(unit),
                Optional.ofNullable(state).map(DeliveriesResource::state),
                Optional.ofNullable(schedule),
                Optional.ofNullable(before),
                limit));
        return new ListView<>(
                page.rows().stream()
                        .map(d -> DeliveryView.of(d, language.locale()))
                        .toList(),
                page.next().map(String::valueOf).orElse(null));
    }

    private static DeliveryState state(String name) {
        return Arrays.stream(DeliveryState.values())
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new KpiException(Code.E_FIELD_VALUE, "state", name, Arrays.toString(DeliveryState.values())));
    }
}
