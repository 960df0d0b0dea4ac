package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Alternative;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.actual.Actuals;
import org.kpisuite.ejb.actual.ActualsExport;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.actual.StoredFacts;

/** Stored values with where they came from. */
@Path("/actuals")
@Produces(MediaType.APPLICATION_JSON)
public class ActualsResource {
    private static final int PAGE = 1_000;

    @EJB
    private Actuals actuals;

    @Inject
    private ActualsQuery query;

    /**
     * A value as sent.
     *
     * @param alternativeTo the source that counts in its place; null where it counts itself
     * @param differsBy how far it is from the value of that source, as a fraction of it; null where that is zero
     * @param alternatives what other sources say in place of a value that counts, those that agree left out
     */
    public record ActualView(
            String unit,
            String measure,
            Map<String, String> dims,
            String period,
            String scenario,
            String source,
            String value,
            String asOf,
            int revision,
            String recordedAt,
            long importId,
            @JsonbProperty("import") long origin,
            int row,
            @Nullable String alternativeTo,
            @Nullable String differsBy,
            List<AlternativeView> alternatives) {
        static ActualView of(StoredFact fact, Optional<StoredFact> counted, List<StoredFact> others) {
            return new ActualView(
                    fact.unit(),
                    fact.measure(),
                    Dimensions.parse(fact.dims()),
                    fact.period().code(),
                    fact.scenario().name(),
                    fact.source(),
                    Numbers.text(fact.value()),
                    fact.asOf().toString(),
                    fact.revision(),
                    fact.recordedAt().toString(),
                    fact.importId(),
                    fact.importId(),
                    fact.row(),
                    counted.map(StoredFact::source).orElse(null),
                    counted.flatMap(c -> new Alternative(fact.value(), c.value()).differsBy())
                            .map(Numbers::text)
                            .orElse(null),
                    others.stream().map(o -> AlternativeView.of(o, fact)).toList());
        }
    }

    /** What another source says, and how far that is from the value that counts, as a fraction of it. */
    public record AlternativeView(
            String source, String value, @Nullable String differsBy) {
        static AlternativeView of(StoredFact other, StoredFact counted) {
            return new AlternativeView(
                    other.source(),
                    Numbers.text(other.value()),
                    new Alternative(other.value(), counted.value())
                            .differsBy()
                            .map(Numbers::text)
                            .orElse(null));
        }
    }

    /** Values of a unit and a measure from a period to a period, at most 1,000. */
    @GET
    public ListView<ActualView> list(@Context UriInfo uri) {
        ActualsExport.Wanted wanted = query.of(uri.getQueryParameters());
        List<StoredFact> rows = actuals.list(new StoredFacts.Page(
                List.of(required(wanted.unit(), "unit")),
                List.of(required(wanted.measure(), "measure")),
                wanted.range(),
                wanted.dims(),
                wanted.asOf(),
                null,
                PAGE));
        Map<StoredFact, StoredFact> counted = actuals.alternatives(rows);
        Map<StoredFact, List<StoredFact>> others = others(counted);
        return ListView.whole(rows.stream()
                .map(r -> ActualView.of(r, Optional.ofNullable(counted.get(r)), others.getOrDefault(r, List.of())))
                .toList());
    }

    private static String required(Optional<String> given, String name) {
        return given.orElseThrow(() -> new KpiException(Code.E_FIELD_MISSING, name));
    }

    /** Beside each value that counts those of other sources that say something else. */
    private static Map<StoredFact, List<StoredFact>> others(Map<StoredFact, StoredFact> counted) {
        Map<StoredFact, List<StoredFact>> others = new HashMap<>();
        counted.forEach((other, first) -> {
            if (other.value().compareTo(first.value()) != 0) {
                others.computeIfAbsent(first, f -> new ArrayList<>()).add(other);
            }
        });
        return others;
    }
}
