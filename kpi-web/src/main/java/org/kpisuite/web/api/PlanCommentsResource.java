package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.ejb.plan.PlanComments;

/** What people say about a plan; all revisions of a quarter share it. */
@Path("/plans/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlanCommentsResource {
    @EJB
    private PlanComments comments;

    @PathParam("id")
    private long plan;

    /** A comment as sent. */
    public record CommentView(
            long id,
            long plan,
            @Nullable Long parent,
            @Nullable String item,
            @Nullable String field,
            String author,
            String at,
            String text,
            boolean blocking,
            @Nullable String resolvedBy,
            @Nullable String resolvedAt) {
        static CommentView of(PlanComment comment) {
            return new CommentView(
                    comment.id(),
                    comment.plan(),
                    comment.parent().orElse(null),
                    comment.item().orElse(null),
                    comment.field().orElse(null),
                    comment.author(),
                    comment.at().toString(),
                    comment.text(),
                    comment.isBlocking(),
                    comment.resolvedBy().orElse(null),
                    comment.resolvedAt().map(Object::toString).orElse(null));
        }
    }

    @GET
    public ListView<CommentView> list() {
        return ListView.whole(comments.of(plan).stream().map(CommentView::of).toList());
    }

    /** A comment of its own, or an answer to one. */
    @POST
    public Response write(InputStream in) {
        Body body = Body.of(in);
        String text = body.requiredText("text");
        String item = body.text("item").orElse(null);
        String field = body.text("field").orElse(null);
        boolean blocking = body.flag("blocking").orElse(false);
        Integer parent = body.integer("parent").orElse(null);
        body.check();
        PlanComment comment = parent == null
                ? comments.comment(plan, new PlanComment.Place(item, field), text, blocking)
                : comments.answer(plan, parent, text);
        return Response.status(Response.Status.CREATED)
                .entity(CommentView.of(comment))
                .build();
    }

    @POST
    @Path("/{comment}/resolve")
    public CommentView resolve(@PathParam("comment") long comment, InputStream in) {
        Body.of(in).check();
        return CommentView.of(comments.resolve(plan, comment, true));
    }

    @POST
    @Path("/{comment}/reopen")
    public CommentView reopen(@PathParam("comment") long comment, InputStream in) {
        Body.of(in).check();
        return CommentView.of(comments.resolve(plan, comment, false));
    }
}
