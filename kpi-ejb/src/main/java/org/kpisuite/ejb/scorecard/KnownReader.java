package org.kpisuite.ejb.scorecard;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
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
                company);
    }

    private ExchangeRates rates(Instant asOf, String home) {
        return new ExchangeRates(
                home,
                rates.knownAt(asOf).stream().map(RateStore.Versioned::rate).toList());
    }

    /** What somebody was called at an instant; the login of a service account. */
    String name(String login, Instant asOf) {
        return directory.person(login).map(p -> p.nameAt(asOf)).orElse(login);
    }
}
