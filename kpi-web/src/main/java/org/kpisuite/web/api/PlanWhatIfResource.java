package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.scorecard.WhatIf;
import org.kpisuite.ejb.scorecard.PlanWorkbench;

/** A plan tried on the past. */
@Path("/plans/{id}/what-if")
@Produces(MediaType.APPLICATION_JSON)
public class PlanWhatIfResource {
    @EJB
    private PlanWorkbench workbench;

    /** What the items came to and would have achieved, and what the plan would have scored. */
    public record WhatIfView(List<ItemView> items, List<ScoreView> scores) {
        static WhatIfView of(WhatIf whatIf) {
            return new WhatIfView(
                    whatIf.items().stream().map(ItemView::of).toList(),
                    whatIf.scores().stream().map(ScoreView::of).toList());
        }
    }

    /** One item: values in its unit, percent as fractions. */
    public record ItemView(
            String item,
            List<ValueView> history,
            int n,
            @Nullable String median,
            @Nullable String best,
            @Nullable String spread,
            @Nullable String mean,
            List<AchievedView> achievements,
            List<ProposalView> proposals) {
        static ItemView of(WhatIf.Item item) {
            History history = item.history();
            return new ItemView(
                    item.key(),
                    history.quarters().stream()
                            .map(q -> new ValueView(q.period().code(), Numbers.text(q.value())))
                            .toList(),
                    history.values().size(),
                    Numbers.text(history.median()),
                    Numbers.text(item.best()),
                    Numbers.text(history.spread()),
                    Numbers.text(history.recentMean()),
                    item.achievements().stream()
                            .map(a -> new AchievedView(a.quarter().code(), Numbers.text(a.achievement())))
                            .toList(),
                    item.proposals().stream()
                            .map(p -> new ProposalView(p.field(), Numbers.text(p.value()), NameView.of(p.basis())))
                            .toList());
        }
    }

    /** What an item came to in a quarter. */
    public record ValueView(String period, @Nullable String value) {}

    /** What it would have achieved. */
    public record AchievedView(String period, @Nullable String achievement) {}

    /** A mark that the past proposes, and what it rests on. */
    public record ProposalView(String field, String value, NameView basis) {}

    /** What the plan would have scored with the actuals of a quarter. */
    public record ScoreView(
            String period,
            @Nullable String value,
            String status,
            String coverage,
            @Nullable String low,
            @Nullable String high,
            NameView text) {
        static ScoreView of(WhatIf.BackTest test) {
            return new ScoreView(
                    test.quarter().code(),
                    Numbers.text(test.score().points()),
                    test.score().status().name(),
                    Numbers.text(test.score().coverage()),
                    Numbers.text(test.score().low()),
                    Numbers.text(test.score().high()),
                    NameView.of(test.sentence()));
        }
    }

    @GET
    public WhatIfView get(@PathParam("id") long id) {
        return WhatIfView.of(workbench.whatIf(id));
    }
}
