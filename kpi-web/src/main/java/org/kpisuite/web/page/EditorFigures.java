package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.scorecard.PlanWorkbench;

/** Asks figures and lint about a draft as it is typed, stored or not. */
@RequestScoped
public class EditorFigures {
    @Inject
    Reader reader;

    @EJB
    PlanWorkbench workbench;

    @EJB
    Catalogues catalogues;

    /**
     * The draft with all that is said about it, as far as it can be read.
     *
     * @param before the plan of the quarter before; empty for none
     */
    public EditorSheet sheet(Plan plan, DraftPlan draft, DraftPlan before) {
        Catalogue catalogue = catalogues.get();
        DraftReading reading = new DraftReading(reader, catalogue, plan.period());
        PlanContent content = reading.content(draft).orElse(PlanContent.EMPTY);
        PlanWorkbench.Draft thought = new PlanWorkbench.Draft(plan.unit(), plan.period(), content);
        return new EditorSheet(
                draft,
                new EditorSheet.Grounds(
                        content, reading.unclear(), workbench.findings(thought), workbench.whatIf(thought), before),
                new PlanText(catalogue, reader),
                reader);
    }
}
