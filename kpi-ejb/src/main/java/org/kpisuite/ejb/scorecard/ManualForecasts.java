package org.kpisuite.ejb.scorecard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.audit.AuditTrail;

/** Forecasts that people set by hand: whoever plans for the unit, or controls it. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER"})
public class ManualForecasts {
    private static final Set<Role> WRITERS = Set.of(Role.AUTHOR, Role.HEAD, Role.CONTROLLER);
    private static final int MAX = 200;

    @Inject
    private ForecastStore store;

    @Inject
    private KnownReader known;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @EJB
    private Caller caller;

    /** Whether the caller may set forecasts of a unit. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
    public boolean mayForetell(String unit) {
        return caller.mandate(unit, WRITERS).isPresent();
    }

    /** All that was said of a line over a period, the last word first. Refuses E-NOT-FOUND for a unit or line not known. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
    public List<ManualForecast> of(String unit, String item, Period period) {
        caller.requireReadable(unit);
        place(unit, item, period);
        return store.of(unit, item, period);
    }

    /**
     * Sets forecasts of lines by their keys, or takes them back, all or none; the same word again says nothing new. Refuses
     * E-NOT-FOUND for a unit or line not known, E-FORBIDDEN, E-FIELD-VALUE for a period that is over, E-NUM-NEGATIVE, E-LIMIT.
     */
    public List<ManualForecast> foretell(String unit, Period period, Map<String, ManualForecast.Word> words) {
        Mandate mandate = caller.requireMandate(unit, WRITERS);
        return words.entrySet().stream()
                .map(word -> foretell(place(unit, word.getKey(), period), word.getValue(), mandate))
                .toList();
    }

    private ManualForecast foretell(ManualForecast.Place place, ManualForecast.Word word, Mandate mandate) {
        List<ManualForecast> before = store.of(place.unit(), place.item(), place.period());
        ManualForecast forecast = new ManualForecast(place, word, caller.today(), caller.signing());
        if (!before.isEmpty() && before.get(0).says(forecast)) {
            return before.get(0);
        }
        if (before.size() >= MAX) {
            throw new KpiException(Code.E_LIMIT, "forecasts", String.valueOf(MAX));
        }
        record(forecast, before.stream().findFirst().flatMap(ManualForecast::value), mandate);
        return store.add(forecast);
    }

    /** Refuses E-NOT-FOUND for a line that there is not. */
    private ManualForecast.Place place(String unit, String item, Period period) {
        Known then = known.at(new ScorecardQuery(unit, period, clock.instant()));
        Optional<PlanItem> planned =
                Optional.ofNullable(then.plans().get(period)).flatMap(p -> p.item(item));
        Indicator definition = then.catalogueOf(item)
                .indicator(planned.map(PlanItem::indicator).orElse(item))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, item));
        return new ManualForecast.Place(unit, item, definition, period);
    }

    private void record(ManualForecast forecast, Optional<BigDecimal> before, Mandate mandate) {
        Map<String, Object> words = new LinkedHashMap<>();
        before.ifPresent(v -> words.put("before", v.toPlainString()));
        forecast.value().ifPresent(v -> words.put("value", v.toPlainString()));
        words.put("note", forecast.note());
        Deed deed = Deed.of(
                        AuditAction.CHANGE,
                        "forecast",
                        String.join(
                                "/",
                                forecast.unit(),
                                forecast.item(),
                                forecast.period().code()))
                .in(forecast.unit())
                .to(words);
        audit.record(mandate.onBehalfOf() == null ? deed : deed.onBehalfOf(mandate.onBehalfOf()));
    }
}
