package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.Plans;

/** The editor of a draft: {@code /plan-edit?id=}. Lines live with the view until they are saved. */
@Named("planEdit")
@ViewScoped
public class PlanEditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @Inject
    transient FacesContext faces;

    @EJB
    transient Plans plans;

    @EJB
    transient Units units;

    @EJB
    transient Catalogues catalogues;

    private final ArrayList<DraftItem> rows = new ArrayList<>();
    private long id;
    private long version;
    private String unitName = "";
    private String period = "";
    private @Nullable String businessStage;
    private @Nullable String added;

    /** Reads the draft once; afterwards the lines are those of the view. */
    public void open() {
        Plan plan = plans.get(id);
        if (!plan.state().actions().contains(org.kpisuite.domain.plan.PlanAction.EDIT)) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        PlanText text = text();
        version = plan.version();
        unitName = units.get(plan.unit()).name().in(reader.getLocale());
        period = plan.period().code();
        businessStage = plan.businessStage().orElse(null);
        rows.clear();
        plan.items().forEach(i -> rows.add(new DraftItem(i, text)));
    }

    private PlanText text() {
        return new PlanText(catalogues.get(), reader);
    }

    /** Adds a line for the chosen indicator. */
    public void add() {
        catalogues
                .get()
                .indicator(Objects.requireNonNullElse(added, ""))
                .ifPresent(i -> rows.add(new DraftItem(i, text())));
        added = null;
    }

    public void remove(DraftItem row) {
        rows.remove(row);
    }

    /** Stores the draft and shows it. */
    public String save() {
        Catalogue catalogue = catalogues.get();
        List<PlanItem> items = new ArrayList<>();
        for (DraftItem row : rows) {
            Optional<Indicator> indicator = catalogue.indicator(row.getIndicator());
            indicator.ifPresent(i -> items.add(row.item(i, reader)));
        }
        Plan plan = plans.get(id);
        PlanContent content =
                new PlanContent(businessStage, items, plan.children(), plan.consultations(), plan.answers());
        plans.edit(id, content, Optional.of(version));
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("done.EDIT"), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/plan?faces-redirect=true&id=" + id;
    }

    /** Indicators of the catalogue that may be added, by name. */
    public List<PlansPage.Choice> getIndicators() {
        return catalogues.get().indicators().stream()
                .filter(i -> rows.stream().noneMatch(r -> r.getIndicator().equals(i.code())))
                .map(i -> new PlansPage.Choice(i.code(), i.name().in(reader.getLocale()) + " · " + i.code()))
                .sorted(Comparator.comparing(PlansPage.Choice::name))
                .toList();
    }

    /** Lines that another may explain. */
    public List<PlansPage.Choice> getScored() {
        return rows.stream()
                .filter(DraftItem::isScored)
                .map(r -> new PlansPage.Choice(r.getKey(), r.getName()))
                .toList();
    }

    public List<DraftItem> getRows() {
        return rows;
    }

    public String getUnitName() {
        return unitName;
    }

    public String getPeriod() {
        return period;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public @Nullable String getAdded() {
        return added;
    }

    public void setAdded(@Nullable String added) {
        this.added = added;
    }
}
