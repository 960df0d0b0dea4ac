package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.ClosingDecision;
import org.kpisuite.domain.plan.MissingDecision;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.RevisionReason;
import org.kpisuite.ejb.audit.AuditLog;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.plan.PlanDiffs;
import org.kpisuite.ejb.plan.Plans;
import org.kpisuite.ejb.scorecard.PlanPacks;
import org.kpisuite.ejb.scorecard.PlanProposals;
import org.kpisuite.ejb.settings.Settings;

/** Quarterly plans and the steps of their approval. */
@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlansResource {
    @EJB
    private Plans plans;

    @EJB
    private PlanDiffs diffs;

    @EJB
    private PlanProposals proposals;

    @EJB
    private PlanPacks packs;

    @EJB
    private AuditLog audit;

    @EJB
    private Catalogues catalogues;

    @Inject
    private Language language;

    @Inject
    private Settings settings;

    /** Findings are those of plans under way: of one in force they are asked for one by one. */
    @GET
    public ListView<PlanView> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("period") @Nullable String period,
            @QueryParam("state") @Nullable String state) {
        return ListView.whole(plans.list().stream()
                .filter(p -> unit == null || p.unit().equals(unit))
                .filter(p -> period == null || p.period().code().equals(period))
                .filter(p -> state == null || p.state().name().equals(state))
                .map(p -> PlanView.of(p, p.state().isUnderWay() ? plans.findings(p.id()) : List.of()))
                .toList());
    }

    @POST
    public Response create(InputStream in) {
        PlanBody body = PlanBody.of(Body.of(in), catalogues.get(), settings.calendar(), true);
        Period period = body.period().orElseThrow();
        Plan plan = body.copied()
                ? plans.copy(body.unit(), period)
                : body.template()
                        .map(t -> proposals.begin(new PlanProposals.Order(
                                body.unit(), period, body.content().businessStage(), t, language.locale())))
                        .orElseGet(() -> plans.create(body.unit(), period, body.content()));
        return answer(Response.created(URI.create("plans/" + plan.id())), plan);
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") long id) {
        return answer(Response.ok(), plans.get(id));
    }

    /** What the lint finds, with the answers that were given. */
    @GET
    @Path("/{id}/lint")
    public ListView<PlanView.FindingView> lint(@PathParam("id") long id) {
        return ListView.whole(
                plans.findings(id).stream().map(PlanView.FindingView::of).toList());
    }

    /** All that a decision needs, to be read away from the screen. */
    @GET
    @Path("/{id}/pack.pdf")
    @Produces("application/pdf")
    public Response pack(@PathParam("id") long id) {
        Plan plan = plans.get(id);
        String name = "plan-" + plan.unit() + "-" + plan.period().code() + "-rev" + plan.revision() + ".pdf";
        return Response.ok(packs.pdf(id, language.locale()), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @PUT
    @Path("/{id}")
    public Response edit(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream in) {
        PlanBody body = PlanBody.of(Body.of(in), catalogues.get(), settings.calendar(), false);
        try {
            return answer(Response.ok(), plans.edit(id, body.content(), Numbers.version(ifMatch)));
        } catch (KpiException e) {
            if (e.code() == Code.E_VERSION) {
                throw new StalePlan(e, PlanDiffView.of(diffs.against(id, body.content()), catalogues.get()));
            }
            throw e;
        }
    }

    @POST
    @Path("/{id}/submit")
    public Response submit(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        String hash = body.text("hash").orElse(null);
        body.check();
        return answer(Response.ok(), plans.submit(id, hash));
    }

    @POST
    @Path("/{id}/withdraw")
    public Response withdraw(@PathParam("id") long id, InputStream in) {
        Body.of(in).check();
        return answer(Response.ok(), plans.withdraw(id));
    }

    @POST
    @Path("/{id}/check")
    public Response check(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        String hash = body.text("hash").orElse(null);
        body.check();
        return answer(Response.ok(), plans.check(id, hash));
    }

    @POST
    @Path("/{id}/return")
    public Response giveBack(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        String hash = body.text("hash").orElse(null);
        String comment = body.text("comment").orElse(null);
        body.check();
        return answer(Response.ok(), plans.giveBack(id, hash, comment));
    }

    @POST
    @Path("/{id}/approve")
    public Response approve(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        String hash = body.requiredText("hash");
        body.check();
        return answer(Response.ok(), plans.approve(id, hash));
    }

    @POST
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        String reason = body.text("reason").orElse(null);
        body.check();
        return answer(Response.ok(), plans.cancel(id, reason));
    }

    /** Answers the new draft. */
    @POST
    @Path("/{id}/revise")
    public Response revise(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        String reason = body.text("reason").orElse(null);
        RevisionReason code = body.choice("reasonCode", RevisionReason.class).orElse(RevisionReason.OTHER);
        body.check();
        Plan next = plans.revise(id, code, reason);
        return answer(Response.created(URI.create("plans/" + next.id())), next);
    }

    @POST
    @Path("/{id}/close")
    public Response close(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        List<ClosingDecision> decisions = body.list("decisions").stream()
                .map(PlansResource::decision)
                .flatMap(Optional::stream)
                .toList();
        body.check();
        return answer(Response.ok(), plans.close(id, decisions));
    }

    private static Optional<ClosingDecision> decision(Body body) {
        String item = body.requiredText("item");
        MissingDecision decision = body.requiredChoice("decision", MissingDecision.class);
        String reason = body.requiredText("reason");
        return body.isRefused() ? Optional.empty() : Optional.of(new ClosingDecision(item, decision, reason));
    }

    @POST
    @Path("/{id}/adjustments")
    public Response askAdjustment(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        BigDecimal points = body.requiredDecimal("points").orElse(BigDecimal.ZERO);
        String reason = body.text("reason").orElse(null);
        body.check();
        return answer(Response.ok(), plans.askAdjustment(id, points, reason));
    }

    @POST
    @Path("/{id}/adjustments/{number}/{decision: accept|reject}")
    public Response decideAdjustment(
            @PathParam("id") long id,
            @PathParam("number") int number,
            @PathParam("decision") String decision,
            InputStream in) {
        Body.of(in).check();
        return answer(Response.ok(), plans.decideAdjustment(id, number, decision.equals("accept")));
    }

    /** What was done to a plan, the latest first. */
    @GET
    @Path("/{id}/audit")
    public ListView<AuditView> audit(@PathParam("id") long id) {
        return AuditView.page(audit.of("plan/" + id, plans.get(id).unit()));
    }

    /** The plan as stored once the step is committed: only then does it have its new version. */
    private Response answer(Response.ResponseBuilder response, Plan changed) {
        Plan plan = plans.get(changed.id());
        return response.entity(PlanView.of(plan, plans.findings(plan.id())))
                .header("ETag", Numbers.tag(plan.version()))
                .build();
    }
}
