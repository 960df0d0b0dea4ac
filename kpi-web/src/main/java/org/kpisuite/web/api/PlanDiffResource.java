package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.PlanHeadline;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.plan.PlanDiffs;

/** What a plan says otherwise than the one before it, or than the one asked for. */
@Path("/plans/{id}/diff")
@Produces(MediaType.APPLICATION_JSON)
public class PlanDiffResource {
    @EJB
    private PlanDiffs diffs;

    @EJB
    private Catalogues catalogues;

    /**
     * The answer.
     *
     * @param with the plan it is compared with; absent where there is none
     */
    public record DiffView(long plan, @Nullable Long with, NameView headline, PlanDiffView diff) {}

    @GET
    public DiffView diff(@PathParam("id") long id, @QueryParam("with") @Nullable Long with) {
        PlanDiffs.Compared compared = with == null ? diffs.of(id) : diffs.of(id, with);
        Catalogue catalogue = catalogues.get();
        return new DiffView(
                id,
                compared.before().map(b -> b.id()).orElse(null),
                new NameView(headline(compared, catalogue, Messages.EN), headline(compared, catalogue, Messages.RU)),
                PlanDiffView.of(compared.diff(), catalogue));
    }

    private static String headline(PlanDiffs.Compared compared, Catalogue catalogue, Locale locale) {
        return compared.before().isEmpty()
                ? PlanHeadline.ofFirst(compared.plan().written(), locale)
                : PlanHeadline.of(compared.diff(), catalogue, locale);
    }
}
