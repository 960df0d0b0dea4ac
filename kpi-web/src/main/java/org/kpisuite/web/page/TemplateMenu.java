package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.ejb.feed.DataStatus;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.Plans;

/** The blank templates that there are: one for each plan in force in the quarter before, the running one and the next. */
@Named("templateMenu")
@RequestScoped
public class TemplateMenu {
    @Inject
    Reader reader;

    @EJB
    Plans plans;

    @EJB
    DataStatus status;

    @EJB
    Units units;

    private List<Link> links = List.of();

    /** A template by department and quarter, and where it is. */
    public record Link(String name, String address) {}

    @PostConstruct
    void open() {
        Period running = status.runningQuarter();
        List<Period> near = List.of(running, running.plus(1), running.previous());
        UnitText names = new UnitText(units.list(), reader);
        Comparator<Plan> byQuarter = Comparator.comparing(p -> near.indexOf(p.period()));
        links = plans.list().stream()
                .filter(p -> p.state().wasApproved() && near.contains(p.period()))
                .sorted(byQuarter.thenComparing(p -> names.name(p.unit())))
                .map(p -> new Link(
                        names.name(p.unit()) + " · " + p.period().code(),
                        "imports/template?unit=" + URLEncoder.encode(p.unit(), StandardCharsets.UTF_8) + "&period="
                                + p.period().code()))
                .distinct()
                .toList();
    }

    public List<Link> getLinks() {
        return links;
    }
}
