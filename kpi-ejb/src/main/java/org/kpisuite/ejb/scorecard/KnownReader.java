package org.kpisuite.ejb.scorecard;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.organisation.RateStore;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.settings.CompanySettings;
import org.kpisuite.ejb.settings.SettingHistory;

/** Gathers what was known at an instant. Behind the boundaries. */
@ApplicationScoped
public class KnownReader {
    @Inject
    private Directory directory;

    @Inject
    private PlanStore plans;

    @Inject
    private RemarkStore remarks;

    @Inject
    private ForecastStore forecasts;

    @Inject
    private SettingHistory settings;

    @Inject
    private RateStore rates;

    @EJB
    private CatalogueInForce catalogues;

    /** Refuses E-NOT-FOUND for a unit that did not stand then. */
    Known at(ScorecardQuery query) {
        CompanySettings company = settings.at(query.asOf());
        OrgHistory organisation =
                directory.history().by(company.currency(), company.zone()).knownAt(query.asOf());
        organisation.latest().get(query.unit());
        return new Known(
                query,
                catalogues.history().knownAt(query.asOf()),
                organisation,
                plans.inForce(query.unit(), query.asOf()),
                rates(query.asOf(), company.currency()),
                company,
                foretold(query, company.zone()));
    }

    private Map<String, ManualForecast.Said> foretold(ScorecardQuery query, ZoneId zone) {
        Map<String, ManualForecast.Said> last = new HashMap<>();
        forecasts
                .of(query.unit(), query.period(), query.asOf())
                .forEach(f -> last.put(f.item(), f.said(name(f.author(), query.asOf()), zone)));
        return last;
    }

    /**
     * What was known of the departments below a unit: those right below it, and all further down that have a plan of their own
     * for the period. None where nobody below has one.
     */
    List<Known> below(Known above) {
        ScorecardQuery query = above.query();
        OrgTree tree = above.organisation().latest();
        List<String> units = tree.subtree(query.unit()).stream()
                .filter(u -> !u.equals(query.unit()))
                .toList();
        Map<String, Map<Period, Plan>> all = plans(units, query.asOf());
        if (all.values().stream().noneMatch(p -> p.containsKey(query.period()))) {
            return List.of();
        }
        return units.stream()
                .filter(u -> tree.get(u).parent().equals(Optional.of(query.unit()))
                        || all.getOrDefault(u, Map.of()).containsKey(query.period()))
                .map(u -> above.of(u, all.getOrDefault(u, Map.of())))
                .toList();
    }

    /** What was said about the scorecard of a query before its instant, under the names of then. */
    List<Remark.Said> remarks(ScorecardQuery query) {
        return remarks.of(query.unit(), query.period(), query.asOf()).stream()
                .map(r -> r.said(name(r.author(), query.asOf()), query.asOf()))
                .toList();
    }

    Map<String, Map<Period, Plan>> plans(List<String> units, Instant asOf) {
        return plans.inForce(units, asOf);
    }

    private ExchangeRates rates(Instant asOf, String home) {
        return new ExchangeRates(
                home,
                rates.knownAt(asOf).stream().map(RateStore.Versioned::rate).toList());
    }

    /** Where a code on a report leads to, without the code; by the address of that instant. */
    String traceAddress(Instant asOf) {
        return settings.addressAt(asOf) + "/trace?code=";
    }

    /** What somebody was called at an instant; the login of a service account. */
    String name(String login, Instant asOf) {
        return directory.person(login).map(p -> p.nameAt(asOf)).orElse(login);
    }
}
