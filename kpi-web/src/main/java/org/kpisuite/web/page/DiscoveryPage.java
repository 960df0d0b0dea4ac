package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.leadlag.Discovery;
import org.kpisuite.domain.leadlag.PairProposal;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.leadlag.LeadLag;
import org.kpisuite.ejb.organisation.Units;

/** Pairs that nobody has declared: {@code /discovery?unit=&granularity=}. Looked for when asked; only people declare. */
@Named("discovery")
@RequestScoped
public class DiscoveryPage {
    private static final List<Granularity> LENGTHS = List.of(Granularity.WEEK, Granularity.MONTH);

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    HttpServletRequest request;

    @EJB
    Units units;

    @EJB
    LeadLag leadLag;

    @EJB
    Catalogues catalogues;

    @EJB
    Caller caller;

    private @Nullable String unit;
    private Granularity granularity = Granularity.WEEK;
    private @Nullable Discovery found;

    @PostConstruct
    void open() {
        unit = Optional.ofNullable(request.getParameter("unit")).orElse(null);
        granularity = LENGTHS.stream()
                .filter(g -> g.name().equals(request.getParameter("granularity")))
                .findFirst()
                .orElse(Granularity.WEEK);
        if (unit != null && !faces.isPostback()) {
            found = leadLag.discover(unit, granularity);
        }
    }

    public boolean isSearched() {
        return found != null;
    }

    /** Also while a choice comes back, for which nothing is searched again. */
    public boolean isListed() {
        return faces.isPostback() || !getRows().isEmpty();
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public String getLength() {
        return granularity.name();
    }

    public String getHeadline() {
        return found == null
                ? reader.text("discovery.title")
                : reader.text("discovery.found", reader.count(found.proposals().size()), reader.count(found.tested()));
    }

    /** Something to choose. */
    public record Choice(String value, String name, boolean taken) {}

    public List<Choice> getUnits() {
        return units.list().stream()
                .map((OrgUnit u) -> new Choice(
                        u.code(), u.name().in(reader.getLocale()), u.code().equals(unit)))
                .toList();
    }

    public List<Choice> getLengths() {
        return LENGTHS.stream()
                .map(g -> new Choice(g.name(), reader.text("ll.length." + g), g == granularity))
                .toList();
    }

    /** One proposal. */
    public record Row(
            String value, String name, String lag, String sign, String r, String q, String n, String verdict) {}

    public List<Row> getRows() {
        return found == null
                ? List.of()
                : found.proposals().stream().map(this::row).toList();
    }

    private Row row(PairProposal proposal) {
        BigDecimal r = proposal.analysis().evidence().orElseThrow().r();
        return new Row(
                proposal.toString(),
                proposal.leading().series().name().in(reader.getLocale()) + " → "
                        + proposal.lagging().series().name().in(reader.getLocale()),
                CountedWord.valueOf(granularity.name()).text(proposal.lag(), reader.getLocale()),
                reader.text(proposal.sign() < 0 ? "discovery.against" : "discovery.along"),
                reader.numbers().plain(Decimals.round(r, 2)),
                reader.numbers().plain(Decimals.round(proposal.q(), 3)),
                reader.count(proposal.analysis().n()),
                reader.text("ll.verdict." + proposal.analysis().verdict()));
    }

    public boolean isMayDeclare() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    /** Declares the chosen pair with the lag and the sign that were seen; from then on it is tested as declared. */
    public String declare() {
        Pair pair = PairProposal.parse(request.getParameter("proposal"), granularity)
                .orElseThrow(() -> new KpiException(List.of(
                        Refusal.ofField(Code.E_FIELD_MISSING, "proposal", null, reader.text("discovery.pair")))));
        catalogues.put(new Catalogues.Draft(pair, Optional.empty(), Optional.empty()), Optional.empty());
        faces.addMessage(
                null,
                new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("discovery.declared", pair.code()), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/leadlag?faces-redirect=true&unit=" + unit + "&pair=" + pair.code();
    }
}
