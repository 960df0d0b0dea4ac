package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Alternative;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.actual.Actuals;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.actual.StoredFacts;
import org.kpisuite.ejb.settings.Settings;

/** Stored values with where they came from. */
@Path("/actuals")
@Produces(MediaType.APPLICATION_JSON)
public class ActualsResource {
    private static final int PAGE = 1_000;
    private static final String DIMENSION = "dim.";

    @EJB
    private Actuals actuals;

    @Inject
    private AsOf asOf;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

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
    public ListView<ActualView> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("asOf") @Nullable String at,
            @Context UriInfo uri) {
        if (unit == null || measure == null) {
            throw new KpiException(Code.E_FIELD_MISSING, unit == null ? "unit" : "measure");
        }
        LocalDate first = from == null
                ? LocalDate.of(Period.YEAR_MIN, 1, 1)
                : settings.calendar().parse(from).start();
        LocalDate last = to == null
                ? LocalDate.of(Period.YEAR_MAX, 12, 31)
                : settings.calendar().parse(to).endInclusive();
        if (last.isBefore(first)) {
            throw new KpiException(Code.E_FIELD_VALUE, "to", to, ">= " + from);
        }
        Map<String, String> dims = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (name.startsWith(DIMENSION)) {
                dims.put(name.substring(DIMENSION.length()), values.get(0));
            }
        });
        Instant known = Optional.ofNullable(at).map(asOf::parse).orElseGet(clock::instant);
        List<StoredFact> rows = actuals.list(new StoredFacts.Page(
                List.of(unit),
                List.of(measure),
                new DayRange(first, last),
                dims.isEmpty() ? null : dims,
                known,
                null,
                PAGE));
        Map<StoredFact, StoredFact> counted = actuals.alternatives(rows);
        Map<StoredFact, List<StoredFact>> others = others(counted);
        return ListView.whole(rows.stream()
                .map(r -> ActualView.of(r, Optional.ofNullable(counted.get(r)), others.getOrDefault(r, List.of())))
                .toList());
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
