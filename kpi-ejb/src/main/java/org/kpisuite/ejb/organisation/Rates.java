package org.kpisuite.ejb.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Versions;
import org.kpisuite.ejb.settings.Settings;

/** Exchange rates into the currency of the company. Everybody with a role reads them, controllers record them. */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Rates {
    @Inject
    private RateStore store;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @EJB
    private Caller caller;

    /** All rates as they hold now, by currency and period. */
    public List<RateStore.Versioned> list() {
        return store.knownAt(clock.instant().plusMillis(1));
    }

    /** The currency that all rates are told in, ISO 4217. */
    public String base() {
        return settings.currency();
    }

    /** Refuses E-NOT-FOUND. */
    public RateStore.Versioned get(String currency, Period period) {
        return find(currency, period).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, currency + " " + period));
    }

    private Optional<RateStore.Versioned> find(String currency, Period period) {
        return list().stream()
                .filter(r -> r.rate().currency().equals(currency)
                        && r.rate().period().equals(period))
                .findFirst();
    }

    /**
     * Records a rate; the one before stays known for what was reported by it.
     *
     * <p>Refuses E-FIELD-VALUE for what no rate can be, E-VERSION-MISSING and E-VERSION for one that stands already.
     */
    @RolesAllowed("CONTROLLER")
    public RateStore.Versioned put(ExchangeRates.Rate rate, Optional<Long> version) {
        rate.check(settings.currency());
        Optional<RateStore.Versioned> before = find(rate.currency(), rate.period());
        before.ifPresent(b -> Versions.check(version, b.version()));
        RateStore.Versioned next =
                new RateStore.Versioned(rate, before.map(b -> b.version() + 1).orElse(1));
        store.add(next, clock.instant(), caller.login());
        return next;
    }
}
