package org.kpisuite.ejb.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Versions;
import org.kpisuite.ejb.audit.AuditTrail;
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

    @Inject
    private AuditTrail audit;

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
        audit.record(deed(before, next));
        return next;
    }

    private static Deed deed(Optional<RateStore.Versioned> before, RateStore.Versioned next) {
        AuditAction action = before.isPresent() ? AuditAction.CHANGE : AuditAction.CREATE;
        ExchangeRates.Rate rate = next.rate();
        Deed deed = Deed.of(
                        action, "rate", rate.currency() + "/" + rate.period().code())
                .to(told(next));
        return before.map(b -> deed.from(told(b))).orElse(deed);
    }

    private static Map<String, Object> told(RateStore.Versioned versioned) {
        ExchangeRates.Rate rate = versioned.rate();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("average", rate.average());
        told.put("closing", rate.closing());
        told.put("plan", rate.plan());
        return told;
    }
}
