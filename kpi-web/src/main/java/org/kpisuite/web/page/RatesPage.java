package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.organisation.RateStore;
import org.kpisuite.ejb.organisation.Rates;

/** What foreign currencies are worth: {@code /rates?sort=&currency=&period=}; the last two name the rate to change. */
@Named("rates")
@RequestScoped
public class RatesPage {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @EJB
    Rates rates;

    @EJB
    Caller caller;

    private List<RateStore.Versioned> all = List.of();
    private boolean byPeriod;
    private RateStore.@Nullable Versioned changed;
    private @Nullable String currency;
    private @Nullable String period;
    private @Nullable String average;
    private @Nullable String closing;
    private @Nullable String plan;
    private @Nullable String version;

    /** The address says how the list is sorted and which rate is changed; forms keep it. */
    @PostConstruct
    void open() {
        Map<String, String> address = faces.getExternalContext().getRequestParameterMap();
        all = rates.list();
        byPeriod = "period".equals(address.get("sort"));
        changed = all.stream()
                .filter(r -> r.rate().currency().equals(address.get("currency"))
                        && r.rate().period().code().equals(address.get("period")))
                .findFirst()
                .orElse(null);
        if (changed != null) {
            currency = changed.rate().currency();
            period = changed.rate().period().code();
            average = typed(changed.rate().average());
            closing = typed(changed.rate().closing());
            plan = typed(changed.rate().plan());
            version = String.valueOf(changed.version());
        }
    }

    /** One rate. */
    public record Row(
            String currency, String period, String average, String closing, String plan, int version, boolean chosen) {}

    public List<Row> getRows() {
        Comparator<RateStore.Versioned> latest = Comparator.comparing(
                        (RateStore.Versioned r) -> r.rate().period())
                .reversed();
        Comparator<RateStore.Versioned> named =
                Comparator.comparing(r -> r.rate().currency());
        return all.stream()
                .sorted(byPeriod ? latest.thenComparing(named) : named.thenComparing(latest))
                .map(this::row)
                .toList();
    }

    private Row row(RateStore.Versioned versioned) {
        ExchangeRates.Rate rate = versioned.rate();
        return new Row(
                rate.currency(),
                rate.period().code(),
                printed(rate.average()),
                printed(rate.closing()),
                printed(rate.plan()),
                versioned.version(),
                versioned.equals(changed));
    }

    /** All digits of a rate; a dash where it is not known. */
    private String printed(@Nullable BigDecimal rate) {
        return rate == null ? "—" : digits(rate);
    }

    private @Nullable String typed(@Nullable BigDecimal rate) {
        return rate == null ? null : digits(rate);
    }

    private String digits(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return reader.numbers().plain(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    public String getTitle() {
        return all.isEmpty()
                ? reader.text("rates.none")
                : reader.text("rates.title", getBase(), reader.count(all.size()));
    }

    /** The currency that all rates are told in. */
    public String getBase() {
        return rates.base();
    }

    public boolean isNothing() {
        return all.isEmpty();
    }

    public boolean isByPeriod() {
        return byPeriod;
    }

    public boolean isMayRecord() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    /** Whether a rate that stands already is being changed. */
    public boolean isChanging() {
        return changed != null;
    }

    public String getFormTitle() {
        return changed == null ? reader.text("rates.record") : reader.text("rates.change", currency, period);
    }

    public String getButton() {
        return changed == null
                ? reader.text("rates.do")
                : reader.text("rates.do.change", String.valueOf(changed.version() + 1));
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return List.of(
                reader.text("rate.currency"),
                reader.text("rate.period"),
                reader.text("rate.average"),
                reader.text("rate.closing"),
                reader.text("rate.plan"));
    }

    /** Records the rate of the form: a new one, or the next version of the one that was shown. */
    public @Nullable String record() {
        ExchangeRates.Rate rate = read();
        Optional<Long> shown = Optional.ofNullable(version)
                .filter(v -> VERSION.matcher(v).matches())
                .map(Long::valueOf);
        try {
            RateStore.Versioned recorded = rates.put(rate, shown);
            return done(recorded);
        } catch (KpiException e) {
            if (e.code() != Code.E_VERSION_MISSING) {
                throw e;
            }
            String sentence =
                    reader.text("rate.exists", rate.currency(), rate.period().code());
            faces.addMessage(
                    null,
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR, sentence, e.code().text()));
            return null;
        }
    }

    /** What was typed; all that cannot be read is refused at once. */
    private ExchangeRates.Rate read() {
        List<Refusal> refusals = new ArrayList<>();
        String code = currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT);
        Period of = tried(() -> Period.parse(period == null ? "" : period.strip()), refusals);
        BigDecimal[] numbers = {
            number(average, "rate.average", refusals),
            number(closing, "rate.closing", refusals),
            number(plan, "rate.plan", refusals)
        };
        if (of == null || !refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
        return new ExchangeRates.Rate(code, of, numbers[0], numbers[1], numbers[2]);
    }

    private @Nullable BigDecimal number(@Nullable String typed, String field, List<Refusal> refusals) {
        return tried(() -> TypedNumber.read(typed, reader.getLocale(), reader.text(field)), refusals);
    }

    private static <T> @Nullable T tried(Supplier<@Nullable T> reading, List<Refusal> refusals) {
        try {
            return reading.get();
        } catch (KpiException e) {
            refusals.addAll(e.refusals());
            return null;
        }
    }

    private String done(RateStore.Versioned recorded) {
        String sentence = reader.text(
                "rate.done",
                recorded.rate().currency(),
                recorded.rate().period().code(),
                String.valueOf(recorded.version()));
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/rates?faces-redirect=true" + (byPeriod ? "&sort=period" : "");
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getPeriod() {
        return period;
    }

    public void setPeriod(@Nullable String period) {
        this.period = period;
    }

    public @Nullable String getAverage() {
        return average;
    }

    public void setAverage(@Nullable String average) {
        this.average = average;
    }

    public @Nullable String getClosing() {
        return closing;
    }

    public void setClosing(@Nullable String closing) {
        this.closing = closing;
    }

    public @Nullable String getPlan() {
        return plan;
    }

    public void setPlan(@Nullable String plan) {
        this.plan = plan;
    }

    /** The version that was shown when the form was opened; nothing for a new rate. */
    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }
}
