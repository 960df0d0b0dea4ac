package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.Proposal;
import org.kpisuite.domain.scorecard.WhatIf;
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

    /** The draft with all that is said about it, as far as it can be read. */
    public EditorSheet sheet(Plan plan, DraftPlan draft) {
        Catalogue catalogue = catalogues.get();
        DraftReading reading = new DraftReading(reader, catalogue, plan.period());
        PlanContent content = reading.content(draft).orElse(PlanContent.EMPTY);
        PlanWorkbench.Draft thought = new PlanWorkbench.Draft(plan.unit(), plan.period(), content);
        WhatIf tried = workbench.whatIf(thought);
        Map<String, History> histories =
                tried.items().stream().collect(Collectors.toMap(WhatIf.Item::key, WhatIf.Item::history));
        List<Proposal> proposals = content.items().stream()
                .flatMap(item -> catalogue.indicator(item.indicator()).stream()
                        .flatMap(i -> Proposal.of(item, i, histories.get(item.key())).stream()))
                .toList();
        return new EditorSheet(
                draft,
                new EditorSheet.Grounds(
                        content, reading.unclear(), workbench.findings(thought), histories, proposals, tried.latest()),
                new PlanText(catalogue, reader),
                reader);
    }
}
