package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.LintReport;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.PlanDiffs;
import org.kpisuite.ejb.plan.PlanPeople;

/**
 * All plans of the unit of a plan, {@code /plan-history?id=}, and any two of them side by side, {@code
 * /plan-compare?id=&with=}.
 */
@Named("planHistory")
@RequestScoped
public class PlanHistoryPage {
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    @Inject
    Reader reader;

    @Inject
    HttpServletRequest request;

    @EJB
    PlanDiffs diffs;

    @EJB
    PlanPeople people;

    @EJB
    Units units;

    @EJB
    Catalogues catalogues;

    private long id;
    private List<Plan> plans = List.of();
    private @Nullable PlanSheet sheet;

    @PostConstruct
    void open() {
        id = number("id").orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "plan"));
        plans = diffs.history(id);
    }

    private Optional<Long> number(String parameter) {
        return Optional.ofNullable(request.getParameter(parameter))
                .filter(p -> ID.matcher(p).matches())
                .map(Long::valueOf);
    }

    /**
     * A plan of the unit.
     *
     * @param before the plan that it is compared with; 0 for none
     */
    public record Row(
            long id,
            String period,
            int revision,
            String state,
            String kind,
            String by,
            String at,
            String why,
            long before) {}

    public List<Row> getRows() {
        Map<String, String> names = people.names(id);
        PlanText text = text();
        return plans.stream().map(p -> row(p, names, text)).toList();
    }

    private PlanText text() {
        return new PlanText(catalogues.get(), reader);
    }

    private Row row(Plan plan, Map<String, String> names, PlanText text) {
        Optional<Signature> last = plan.signatures().isEmpty()
                ? Optional.empty()
                : Optional.of(plan.signatures().get(plan.signatures().size() - 1));
        return new Row(
                plan.id(),
                plan.period().code(),
                plan.revision(),
                text.state(plan.state()),
                PlanText.kind(plan.state()),
                last.map(s -> reader.text("step." + s.meaning().name()) + ": "
                                + PlanText.person(names.getOrDefault(s.signer(), s.signer())))
                        .orElse(""),
                last.map(s -> reader.instant(s.signedAt())).orElse(""),
                why(plan, last),
                PlanDiff.predecessor(plan, plans).map(Plan::id).orElse(0L));
    }

    private String why(Plan plan, Optional<Signature> last) {
        return plan.revisionReason()
                .map(r -> reader.text("revision."
                                + plan.revisionCode().map(Enum::name).orElse("OTHER"))
                        + ". " + r)
                .or(() -> last.flatMap(Signature::comment))
                .orElse("");
    }

    public String getUnitName() {
        return units.get(plans.get(0).unit()).name().in(reader.getLocale());
    }

    /** Plans that may be put side by side. */
    public List<PlansPage.Choice> getChoices() {
        return plans.stream()
                .map(p -> new PlansPage.Choice(
                        String.valueOf(p.id()),
                        reader.text(
                                "plan.named",
                                p.period().code(),
                                String.valueOf(p.revision()),
                                text().state(p.state()))))
                .toList();
    }

    /** The two plans side by side. */
    public PlanSheet getSheet() {
        if (sheet == null) {
            PlanDiffs.Compared compared =
                    number("with").map(w -> diffs.of(id, w)).orElseGet(() -> diffs.of(id));
            sheet = new PlanSheet(
                    compared,
                    new PlanSheet.Facts(getUnitName(), LintReport.of(List.of()), Map.of(), Optional.empty()),
                    text(),
                    reader);
        }
        return sheet;
    }

    public String getId() {
        return String.valueOf(id);
    }

    public String getWith() {
        return Objects.requireNonNullElse(request.getParameter("with"), "");
    }
}
